import { copy } from "./dom.js";

// Buttons that copy what their data-copy says are hidden until a script can
// make them work.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", () => copy(button.dataset.copy, button.parentElement.querySelector("[role=status]")));
}
