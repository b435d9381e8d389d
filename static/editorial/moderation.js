// Deciding with keys: moves between the comments of the queue and presses the buttons of a row.
// The page works without; the keys are off until somebody wants them (WCAG 2.1.4).

const ON = "assay.moderation.keys";
const PLACE = "assay.moderation.place";
const help = document.getElementById("moderation-keys");
const toggle = document.getElementById("moderation-keys-on");

const rows = () => [...document.querySelectorAll("tr:has([data-moderation])")];
const current = () => rows().indexOf(document.activeElement?.closest("tr"));

function go(index) {
  const all = rows();
  const row = all[Math.max(0, Math.min(index, all.length - 1))];
  if (!row) return;
  row.tabIndex = -1;
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

function press(name) {
  const index = current();
  const target = rows()[index]?.querySelector(`[data-moderation="${name}"]`);
  if (!target) return;
  sessionStorage.setItem(PLACE, String(index));
  target.click();
}

const DEEDS = {
  j: () => go(current() + 1),
  ArrowDown: () => go(current() + 1),
  k: () => go(current() - 1),
  ArrowUp: () => go(current() - 1),
  a: () => press("approve"),
  r: () => press("reject"),
  o: () => press("history"),
  x: () => rows()[current()]?.querySelector("input[type=checkbox]")?.click(),
};

function isTyping(target) {
  return target.closest("input:not([type=checkbox]), textarea, select, [contenteditable]");
}

function onKey(event) {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey || event.shiftKey);
  const deed = DEEDS[event.key];
  if (!toggle.checked || !deed || !isPlain || isTyping(event.target)) return;
  if (event.key.startsWith("Arrow") && current() < 0) return;
  event.preventDefault();
  deed();
}

if (help && toggle) {
  help.hidden = false;
  toggle.checked = localStorage.getItem(ON) === "yes";
  toggle.addEventListener("change", () => {
    localStorage.setItem(ON, toggle.checked ? "yes" : "no");
  });
  document.addEventListener("keydown", onKey);
  const place = sessionStorage.getItem(PLACE);
  sessionStorage.removeItem(PLACE);
  if (toggle.checked && place !== null) go(Number(place));
}
