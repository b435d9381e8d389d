// Finds the passage that a claim rests on, inside its citation block: proposed for the claim's own
// text, or searched for. Picking one fills the quote and the words around it. Without this script
// the fields are filled by hand.

const LONGEST_CLAIM = 4000; // as the form on the server has it

const clone = (id) => document.getElementById(id).content.firstElementChild.cloneNode(true);

// Rich text keeps its content as JSON in a hidden field; other hidden fields are no text.
function textOf(field) {
  if (field.type !== "hidden") return field.value;
  if (!field.value.startsWith('{"')) return "";
  try {
    return (JSON.parse(field.value).blocks ?? []).map((block) => block.text).join("\n");
  } catch {
    return "";
  }
}

// What the block around a citation says: its own fields, not its citations or what is beneath it.
function claimOf(field) {
  const prefix = field.name.slice(0, field.name.lastIndexOf("-citations-") + 1);
  const fields = [...field.form.querySelectorAll("input[type=text], input[type=hidden], textarea")];
  return fields
    .filter(({ name }) => name.startsWith(prefix))
    .filter(({ name }) => !/^(citations|children)-/.test(name.slice(prefix.length)))
    .map(textOf)
    .filter((text) => text.trim())
    .join("\n")
    .slice(0, LONGEST_CLAIM);
}

function fill(field, value) {
  field.value = value;
  for (const name of ["input", "change"]) field.dispatchEvent(new Event(name, { bubbles: true }));
}

function marked(text, marks) {
  const parts = [];
  let at = 0;
  for (const [start, end] of marks) {
    const mark = document.createElement("mark");
    mark.textContent = text.slice(start, end);
    parts.push(text.slice(at, start), mark);
    at = end;
  }
  return [...parts, text.slice(at)];
}

class CitingController extends window.StimulusModule.Controller {
  static targets = ["toggle", "unlock", "status", "panel", "query", "passages"];
  static values = { url: String };

  connect() {
    if (this.hasPanelTarget) return;
    this.field("source").closest("[data-contentpath]").after(clone("assay-citing-panel"));
    this.panelTarget.id = `${this.field("exact").id}-passages`;
    this.toggleTarget.setAttribute("aria-controls", this.panelTarget.id);
    // The words around belong to the quote that was picked: whoever changes it by hand loses them.
    this.field("exact").addEventListener("input", (event) => event.isTrusted && this.forget());
    this.field("source").addEventListener("change", () => this.panelTarget.hidden || this.propose());
    if (this.field("prefix").value || this.field("suffix").value) this.lock(true);
  }

  field(name) {
    return this.element.querySelector(`[name$="-value-${name}"]`);
  }

  toggle() {
    this.panelTarget.hidden = !this.panelTarget.hidden;
    this.toggleTarget.setAttribute("aria-expanded", String(!this.panelTarget.hidden));
    if (!this.panelTarget.hidden) this.propose();
  }

  propose() {
    return this.show({ claim: claimOf(this.field("exact")) });
  }

  search() {
    return this.show({ query: this.queryTarget.value });
  }

  async show(asked) {
    const turn = (this.turn = Symbol("turn"));
    this.say(this.statusTarget.dataset.reading);
    const { message, passages = [] } = await this.ask(asked);
    if (turn !== this.turn) return; // another question was asked meanwhile
    this.say(message);
    this.passagesTarget.replaceChildren(...passages.map((passage) => this.row(passage, asked)));
  }

  async ask(asked) {
    const { CSRF_HEADER_NAME, CSRF_TOKEN } = window.wagtailConfig;
    const body = new URLSearchParams({ document: this.field("source").value, ...asked });
    try {
      const headers = { [CSRF_HEADER_NAME]: CSRF_TOKEN };
      return await (await fetch(this.urlValue, { method: "POST", headers, body })).json();
    } catch {
      return { message: this.statusTarget.dataset.failed };
    }
  }

  row(passage, { claim }) {
    const row = clone("assay-citing-passage");
    const part = (name) => row.querySelector(`[data-part=${name}]`);
    part("text").append(...marked(passage.exact, passage.marks));
    if (claim) part("likeness").textContent = `${passage.likeness} · ${passage.score} %`;
    part("missing").textContent = passage.missing;
    row.firstElementChild.passage = passage;
    return row;
  }

  pick({ currentTarget }) {
    const { passage } = currentTarget;
    for (const name of ["exact", "prefix", "suffix"]) fill(this.field(name), passage[name]);
    this.lock(true);
    this.toggle();
    this.say(this.statusTarget.dataset.picked);
    this.toggleTarget.focus();
  }

  unlock() {
    this.lock(false);
    this.field("exact").focus();
  }

  lock(isLocked) {
    for (const name of ["exact", "prefix", "suffix"]) this.field(name).readOnly = isLocked;
    this.unlockTarget.hidden = !isLocked;
  }

  forget() {
    for (const name of ["prefix", "suffix"]) fill(this.field(name), "");
  }

  say(message) {
    this.statusTarget.textContent = message;
  }
}

window.wagtail.app.register("assay-citing", CitingController);
