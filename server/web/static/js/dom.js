// element makes an element with properties and children.
export function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
}

// button makes a button that acts; its label is for those who only hear it.
export function button(textContent, act, properties = {}) {
  const made = element("button", { type: "button", textContent, ...properties });
  made.addEventListener("click", act);
  return made;
}

// copy puts a text on the clipboard and says how that went.
export async function copy(text, said) {
  const done = await navigator.clipboard.writeText(text).then(() => true, () => false);
  said.textContent = done ? "Copied." : "The browser did not allow it.";
}

// plainClick is a click that asks for nothing special: no new tab, no menu.
export function plainClick(event) {
  return !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
}
