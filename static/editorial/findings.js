// Puts each finding of the Checks panel beside what it speaks of, in words. Blocks come and go while
// one writes, and the panel is renewed when a draft is saved, so the notes are set anew each time.
// Without this script the panel still lists all, with a link to each place.

const FINDINGS = "form .assay-finding[data-place]";
const NOTES = ".assay-note";

const keyOf = ({ place, severity, message }) => [place, severity, message].join("\n");

function written({ place, kind, severity, message, remedy }) {
  const note = document.createElement("p");
  note.className = `assay-note assay-note--${kind}`;
  note.setAttribute("role", "note");
  Object.assign(note.dataset, { place, severity, message });
  const grave = document.createElement("b");
  grave.textContent = `${severity}:`;
  note.append(grave, ` ${message} ${remedy}`);
  return note;
}

// Between the header of a block or field and its content, where it stays when the block is closed.
function pin(note, section) {
  const content = section.querySelector(":scope > .w-panel__content");
  if (content) content.before(note);
  else section.prepend(note);
}

function place() {
  const findings = [...document.querySelectorAll(FINDINGS)].map(({ dataset }) => dataset);
  const wanted = new Map(findings.map((finding) => [keyOf(finding), finding]));
  for (const note of document.querySelectorAll(NOTES)) {
    if (!wanted.delete(keyOf(note.dataset))) note.remove();
  }
  for (const finding of wanted.values()) {
    const section = document.getElementById(finding.place);
    if (section) pin(written(finding), section);
  }
}

let isPlanned = false;

function plan() {
  if (isPlanned) return;
  isPlanned = true;
  requestAnimationFrame(() => {
    isPlanned = false;
    place();
  });
}

if (document.querySelector(FINDINGS)) place();
new MutationObserver(plan).observe(document.body, { childList: true, subtree: true });
