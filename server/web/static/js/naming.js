import { button, element } from "./dom.js";

// naming asks for a name. done returns why it could not be taken, "" where it
// was; the form stays until it was, or the reader leaves it.
export function naming(name, done, leave) {
  const input = element("input", { type: "text", value: name, maxLength: 200, required: true, pattern: ".*\\S.*", title: "A name" });
  const said = element("span", { role: "status", textContent: "Kept in this browser alone." });
  const form = element("form", { className: "naming" }, element("label", {}, "Name ", input), element("button", { textContent: "Save" }), button("Cancel", leave, { className: "plain" }), said);
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

// begin puts the reader into the form.
export function begin(form) {
  const input = form.querySelector("input");
  input.focus();
  input.select();
}
