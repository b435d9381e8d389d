/* Sorts a table by the column whose heading is pressed: up, down, and as it was. */
const ORDERS = ["ascending", "descending", "none"];

function reader(language) {
  const parts = new Intl.NumberFormat(language).formatToParts(1.5);
  const decimal = parts.find((part) => part.type === "decimal").value;
  return (cell) => {
    const plain = cell.textContent.trim().replace("\u2212", "-").replace(/[\s%]/g, "");
    const figure = decimal === "," ? plain.replaceAll(".", "").replace(",", ".") : plain.replaceAll(",", "");
    return figure === "" ? NaN : Number(figure);
  };
}

function comparer(place, language) {
  const number = reader(language);
  const words = new Intl.Collator(language, { numeric: true });
  return (one, other) => {
    const [a, b] = [one.cells[place], other.cells[place]];
    const difference = number(a) - number(b);
    return Number.isNaN(difference) ? words.compare(a.textContent, b.textContent) : difference;
  };
}

function makeSortable(table) {
  const language = table.closest("[lang]").lang;
  const body = table.tBodies[0];
  const original = [...body.rows];
  const headings = [...table.tHead.rows[0].cells];

  function sort(heading) {
    const order = ORDERS[(ORDERS.indexOf(heading.ariaSort ?? "none") + 1) % 3];
    const rows = [...original];
    if (order !== "none") rows.sort(comparer(heading.cellIndex, language));
    if (order === "descending") rows.reverse();
    for (const each of headings) each.removeAttribute("aria-sort");
    if (order !== "none") heading.ariaSort = order;
    body.append(...rows);
  }

  for (const heading of headings.filter((each) => each.textContent.trim())) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "table__sort";
    button.append(...heading.childNodes);
    button.addEventListener("click", () => sort(heading));
    heading.append(button);
  }
}

for (const table of document.querySelectorAll(".table table")) {
  if (table.tHead && table.tBodies[0]?.rows.length > 1) makeSortable(table);
}
