import { button, copy, element } from "./dom.js";
import { begin, naming } from "./naming.js";
import { showPanel } from "./panel.js";
import { removeView, savedViews, saveView } from "./saved.js";

const plain = { className: "plain" };

// showSaved shows what is saved, to be named anew, removed, and taken elsewhere.
export function showSaved() {
  const said = element("p", { role: "status" });
  const items = element("ul", { className: "plainlist saved" });
  const text = element("textarea", { readOnly: true, rows: 4 });
  const all = element("div", {}, element("label", {}, "All of them as text, a name and an address in a line", text));
  if (navigator.clipboard) {
    all.append(button("Copy all as text", () => copy(text.value, said), plain));
  }

  function draw() {
    const { views, unread } = savedViews();
    items.replaceChildren(...views.map(item));
    all.hidden = views.length === 0;
    text.value = views.map((one) => `${one.name}\t${location.origin}${one.address}\n`).join("");
    said.textContent = [
      views.length === 0 && "No view is saved here yet. “Save this view” is in the foot of every page that can be cited.",
      unread > 0 && `${unread} of what is stored cannot be read as saved views, and goes with the next change.`,
    ].filter(Boolean).join(" ");
  }

  function item(one) {
    const made = element("li", {}, element("a", { href: one.address }, element("bdi", { textContent: one.name })));
    const buttons = element("span", { className: "does" }, button("Rename", rename, { ...plain, ariaLabel: `Rename ${one.name}` }), button("Remove", remove, { ...plain, ariaLabel: `Remove ${one.name}` }));
    made.append(buttons);

    function rename() {
      const at = placeOf(made);
      const form = naming(one.name, (given) => {
        const problem = saveView(given, one.address);
        if (problem) return problem;
        back(at);
        return "";
      }, () => back(at));
      made.replaceChildren(form);
      begin(form);
    }
    function remove() {
      const at = placeOf(made);
      const problem = removeView(one.address);
      if (problem) {
        said.textContent = problem;
        return;
      }
      draw();
      (items.children[Math.min(at, items.children.length - 1)]?.querySelector("button:last-of-type") ?? panel.querySelector("button")).focus();
      said.prepend(`“${one.name}” is removed. `);
    }
    return made;
  }

  const placeOf = (made) => [...items.children].indexOf(made);
  function back(at) {
    draw();
    items.children[at].querySelector("button").focus();
  }

  draw();
  const content = element("section", {},
    element("h2", { id: "dialog-title", textContent: "Saved views" }),
    element("p", { className: "aside", textContent: "Kept in this browser alone, on this machine: nobody else sees them, and they go when the data of this site are cleared." }),
    items, said, all);
  const panel = showPanel({ content, opener: document.activeElement });
}
