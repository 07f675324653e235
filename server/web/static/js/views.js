import { element } from "./dom.js";
import { showPanel } from "./panel.js";
import { removeView, savedViews, saveView } from "./saved.js";
import { shortcut } from "./shortcuts.js";

// A view is its address. Here a reader gives it a name, and finds the names
// again. Without scripts nothing of this shows: a bookmark does it.
const place = document.getElementById("saves");

function button(textContent, act, label) {
  const made = element("button", { type: "button", className: "plain", textContent });
  if (label) made.setAttribute("aria-label", label);
  made.addEventListener("click", act);
  return made;
}

// naming asks for a name. done returns why it could not be taken, "" where it
// was; the form stays until it was, or the reader leaves it.
function naming(name, done, leave) {
  const input = element("input", { type: "text", value: name, maxLength: 200, required: true, pattern: ".*\\S.*", title: "A name" });
  const said = element("span", { role: "status", textContent: "Kept in this browser alone." });
  const form = element("form", { className: "naming" }, element("label", {}, "Name ", input), element("button", { textContent: "Save" }), button("Cancel", leave), said);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    said.textContent = done(input.value.trim());
  });
  form.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault(); // it leaves the form, and not what the form is in
    event.stopPropagation();
    leave();
  });
  return form;
}

function begin(form) {
  const input = form.querySelector("input");
  input.focus();
  input.select();
}

function prepare() {
  const { address, name } = place.dataset;
  const opener = button("Save this view", open);
  const lister = button("Saved views", list);
  const said = element("span", { role: "status" });

  function open() {
    if (opener.hidden) return begin(place);
    const known = savedViews().views.find((one) => one.address === address);
    const form = naming(known?.name ?? name, (given) => {
      const problem = saveView(given, address);
      if (problem) return problem;
      close(known ? "Named anew." : "Saved, in this browser alone.");
      return "";
    }, () => close(""));
    opener.hidden = true;
    opener.after(form);
    said.textContent = "";
    begin(form);
  }

  function close(told) {
    place.querySelector("form").remove();
    opener.hidden = false;
    opener.focus();
    said.textContent = told;
  }

  place.append(opener, lister, said);
  place.hidden = false;
  shortcut("s", "save this view under a name", "s", open);
  shortcut("v", "the saved views", "v", list);
}

// list shows what is saved, to be named anew, removed, and taken elsewhere.
function list() {
  const said = element("p", { role: "status" });
  const items = element("ul", { className: "plainlist saved" });
  const text = element("textarea", { readOnly: true, rows: 4 });
  const all = element("div", {}, element("label", {}, "All of them as text, a name and an address in a line", text));
  if (navigator.clipboard) {
    all.append(button("Copy all as text", async () => {
      const done = await navigator.clipboard.writeText(text.value).then(() => true, () => false);
      said.textContent = done ? "Copied." : "The browser did not allow it.";
    }));
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
    const buttons = element("span", { className: "does" }, button("Rename", rename, `Rename ${one.name}`), button("Remove", remove, `Remove ${one.name}`));
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

if (place) prepare();
