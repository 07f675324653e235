import "./app.js";
import { shortcut } from "./shortcuts.js";

const form = document.getElementById("console");

form?.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  form.requestSubmit();
});
form?.addEventListener("submit", () => {
  document.getElementById("running").textContent = "Running …";
});
addEventListener("pageshow", () => {
  const said = document.getElementById("running");
  if (said) said.textContent = "";
});

shortcut("Ctrl Enter", "run the query");
