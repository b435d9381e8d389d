// Opens the editor at the block that a check names. Wagtail scrolls there smoothly while the page
// is still growing, and often stops short; this goes the rest of the way once, when all has settled.

const SETTLED = 800; // milliseconds after loading, longer than Wagtail's own attempt

function finish() {
  const target = document.getElementById(window.location.hash.slice(1));
  if (!target?.closest("form")) return;
  const { top } = target.getBoundingClientRect();
  if (top < 0 || top > window.innerHeight / 2) target.scrollIntoView({ behavior: "instant" });
}

if (window.location.hash) {
  window.addEventListener("load", () => setTimeout(finish, SETTLED), { once: true });
}
