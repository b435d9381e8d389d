/* Marks in the contents where the reader is. Browsers that know :target-current do this without us. */
const links = [...document.querySelectorAll(".contents__link")];
const places = links.map((link) => document.getElementById(link.hash.slice(1)));

function mark() {
  const line = innerHeight / 3;
  const here = places.findLastIndex((place) => place && place.getBoundingClientRect().top < line);
  links.forEach((link, index) => {
    if (index === here) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  });
}

if (!CSS.supports("selector(:target-current)")) {
  addEventListener("scroll", () => requestAnimationFrame(mark), { passive: true });
  mark();
}
