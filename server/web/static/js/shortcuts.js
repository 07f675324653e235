import { showPanel } from "./panel.js";
import { element } from "./dom.js";

const known = [];

// shortcut adds a key to the list under "?". Where act is given it is called
// when the key is pressed outside of fields and dialogs, without a modifier.
export function shortcut(keys, means, key, act) {
  known.push({ keys, means, key, act });
}

export function typing(event) {
  return event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog");
}

function list() {
  const rows = known.map(({ keys, means }) =>
    element("div", {}, element("dt", { textContent: keys }), element("dd", { textContent: means })));
  const box = element("div", {},
    element("h2", { id: "dialog-title", textContent: "Shortcuts" }),
    element("dl", { className: "shortcuts" }, ...rows));
  showPanel({ content: box, opener: document.activeElement });
}

function follow(relation) {
  document.querySelector(`.steps a[rel="${relation}"]`)?.click();
}

shortcut("[", "to the statement date before", "[", () => follow("prev"));
shortcut("]", "to the statement date after", "]", () => follow("next"));
shortcut("?", "this list", "?", list);
shortcut("Esc", "close what is open");

document.addEventListener("keydown", (event) => {
  if (typing(event)) return;
  const found = known.find(({ key }) => key === event.key);
  if (!found) return;
  event.preventDefault();
  found.act(event);
});
