/* Marks in the contents where the reader is. Browsers that know :target-current do this without us. */
const links = new Map(
  [...document.querySelectorAll(".contents__link")].map((link) => [link.hash.slice(1), link]),
);

function mark(id) {
  for (const [name, link] of links) {
    if (name === id) link.setAttribute("aria-current", "location");
    else link.removeAttribute("aria-current");
  }
}

function follow() {
  const visible = new Set();
  const observer = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) visible.add(target.id);
        else visible.delete(target.id);
      }
      const first = [...links.keys()].find((id) => visible.has(id));
      if (first) mark(first);
    },
    { rootMargin: "0px 0px -66% 0px" },
  );
  for (const id of links.keys()) {
    const section = document.getElementById(id);
    if (section) observer.observe(section);
  }
}

if (!CSS.supports("selector(:target-current)")) follow();
