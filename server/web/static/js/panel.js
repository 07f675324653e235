import { button, element } from "./dom.js";

// showPanel opens a panel at the side, named by the element "dialog-title"
// inside its content. It gives the focus back to its opener when it closes.
export function showPanel({ bar = [], content, opener, closed }) {
  const panel = element("dialog", { className: "drawer" });
  panel.setAttribute("aria-labelledby", "dialog-title");
  const close = button("Close", () => panel.close(), { className: "plain" });
  panel.append(element("div", { className: "drawer-bar" }, close, ...bar), content);
  panel.addEventListener("click", (event) => { if (event.target === panel) panel.close(); });
  panel.addEventListener("close", () => {
    panel.remove();
    opener?.focus();
    closed?.();
  });
  document.body.append(panel);
  panel.showModal();
  return panel;
}
