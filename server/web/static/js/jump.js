import { element } from "./dom.js";
import { viewsNamed } from "./saved.js";
import { shortcut } from "./shortcuts.js";

// The jump box finds a name while it is typed: a combobox with a list box, as
// the W3C describes the pattern. Without scripts there is the page of the
// search, to which the box leads on.
const wait = 90; // milliseconds of quiet before asking
const most = 12; // of names, and of saved views

function open() {
  const list = element("ul", { id: "jump-list", className: "jump-list", role: "listbox", ariaLabel: "Names" });
  const said = element("p", { className: "vh", role: "status" });
  const input = element("input", { id: "jump", type: "text", name: "q", autocomplete: "off", role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false" });
  input.setAttribute("aria-controls", list.id);
  const label = element("label", { id: "jump-label", htmlFor: input.id, textContent: "Jump to an actor, issue, proposition, source or saved view" });
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
      const typed = input.value.trim();
      const hits = await find(typed);
      if (turn === asked) show(typed, hits);
    }, wait);
  });

  const all = () => [...list.querySelectorAll('[role="option"]')];

  // What the reader saved stands first; before anything is typed it is all that
  // there is, and nothing of it is chosen yet.
  function show(typed, hits) {
    const views = viewsNamed(typed).slice(0, most);
    const options = hits.map((hit, i) => option(hit.url, `jump-${i}`, hit.label, hit.kind, hit.alias && `also ${hit.alias}`));
    if (typed) options.push(option(`/search?${new URLSearchParams({ q: typed })}`, "jump-all", `Search the texts for “${typed}”`, "search"));
    if (views.length > 0) options.unshift(group("Saved views", views.map((one, i) => option(one.address, `jump-view-${i}`, one.name))));
    list.replaceChildren(...options);
    input.ariaExpanded = String(options.length > 0);
    choose(typed ? all()[0] : undefined);
    said.textContent = [views.length > 0 && counted(views.length, "saved view"), typed && counted(hits.length, "name")].filter(Boolean).join(", ");
  }

  function choose(chosen) {
    for (const one of all()) one.ariaSelected = String(one === chosen);
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
    else input.removeAttribute("aria-activedescendant");
  }

  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const options = all();
    if (!step || options.length === 0) return;
    event.preventDefault();
    const now = options.findIndex((one) => one.ariaSelected === "true");
    choose(options.at(now < 0 && step < 0 ? -1 : (now + step) % options.length));
  });
  form.addEventListener("submit", (event) => {
    const chosen = list.querySelector('[aria-selected="true"]');
    if (!chosen) return;
    event.preventDefault();
    chosen.click();
  });

  document.body.append(box);
  box.showModal();
  show("", []);
}

function counted(n, word) {
  return `${n} ${word}${n === 1 ? "" : "s"}`;
}

function group(name, options) {
  const within = element("ul", { role: "group", ariaLabel: name }, ...options);
  return element("li", { role: "none", className: "jump-group" }, element("span", { className: "n", ariaHidden: "true", textContent: name }), within);
}

// option is a link that the list box treats as one of its options.
function option(url, id, label, kind, more) {
  const link = element("a", { href: url, id, role: "option", ariaSelected: "false", tabIndex: -1 }, element("bdi", { textContent: label }));
  if (more) link.append(" ", element("span", { className: "aside" }, element("bdi", { textContent: more })));
  if (kind) link.append(" ", element("span", { className: "n", textContent: kind }));
  return element("li", { role: "none" }, link);
}

async function find(typed) {
  if (!typed) return [];
  const answer = await fetch(`/search.json?${new URLSearchParams({ in: "names", q: typed })}`).catch(() => null);
  if (!answer?.ok) return [];
  return (await answer.json()).names.slice(0, most);
}

shortcut("/", "jump to an actor, an issue, a proposition, a source or a saved view", "/", open);
