// Buttons that copy what their data-copy says are hidden until a script can
// make them work.
for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(button.dataset.copy).then(() => true, () => false);
    button.parentElement.querySelector("[role=status]").textContent = done ? "Copied." : "The browser did not allow it.";
  });
}
