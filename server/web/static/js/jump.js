import { element } from "./dom.js";
import { shortcut } from "./shortcuts.js";

// The jump box finds a name while it is typed: a combobox with a list box, as
// the W3C describes the pattern. Without scripts there is the page of the
// search, to which the box leads on.
const wait = 90; // milliseconds of quiet before asking

function open() {
  const list = element("ul", { id: "jump-list", className: "jump-list", role: "listbox", ariaLabel: "Names" });
  const said = element("p", { className: "vh", role: "status" });
  const input = element("input", { id: "jump", type: "text", name: "q", autocomplete: "off", role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
  input.setAttribute("aria-controls", list.id);
  const label = element("label", { id: "jump-label", htmlFor: input.id, textContent: "Jump to an actor, issue, proposition or source" });
  const form = element("form", { action: "/search", method: "get" }, label, input, list, said);
  const box = element("dialog", { className: "jump" }, form);
  box.setAttribute("aria-labelledby", label.id);
  box.addEventListener("click", (event) => { if (event.target === box) box.close(); });
  const opener = document.activeElement;
  box.addEventListener("close", () => { box.remove(); opener?.focus(); });

  let asked = 0;
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const turn = ++asked;
      const hits = await find(input.value.trim());
      if (turn === asked) show(hits);
    }, wait);
  });

  function show(hits) {
    const options = hits.map((hit, i) => option(hit.url, `jump-${i}`, hit.label, hit.kind, hit.alias && `also ${hit.alias}`));
    const typed = input.value.trim();
    if (typed) options.push(option(`/search?${new URLSearchParams({ q: typed })}`, "jump-all", `Search the texts for “${typed}”`, "search"));
    list.replaceChildren(...options);
    input.ariaExpanded = String(options.length > 0);
    choose(options[0]);
    said.textContent = typed ? `${hits.length} ${hits.length === 1 ? "name" : "names"}` : "";
  }

  function choose(chosen) {
    for (const one of list.children) one.ariaSelected = String(one === chosen);
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
    else input.removeAttribute("aria-activedescendant");
  }

  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || !list.children.length) return;
    event.preventDefault();
    const all = [...list.children];
    const now = all.findIndex((one) => one.ariaSelected === "true");
    choose(all[(now + step + all.length) % all.length]);
  });
  form.addEventListener("submit", (event) => {
    const chosen = list.querySelector('[aria-selected="true"] a');
    if (!chosen) return;
    event.preventDefault();
    chosen.click();
  });

  document.body.append(box);
  box.showModal();
}

function option(url, id, label, kind, more) {
  const link = element("a", { href: url, tabIndex: -1 }, element("bdi", { textContent: label }));
  if (more) link.append(" ", element("span", { className: "aside" }, element("bdi", { textContent: more })));
  const one = element("li", { id, role: "option", ariaSelected: "false" }, link, element("span", { className: "n", textContent: kind }));
  one.addEventListener("click", (event) => { if (event.target.closest("a") === null) link.click(); });
  return one;
}

async function find(typed) {
  if (!typed) return [];
  const answer = await fetch(`/search.json?${new URLSearchParams({ in: "names", q: typed })}`).catch(() => null);
  if (!answer?.ok) return [];
  return (await answer.json()).names.slice(0, 12);
}

shortcut("/", "jump to an actor, an issue, a proposition or a source", "/", open);
