// A form sends empty fields too. Without them the address says only what was
// asked.
document.addEventListener("submit", (event) => {
  if (event.target.method !== "get") return;
  const empty = [...event.target.elements].filter((field) => field.name && !field.value && !field.disabled);
  for (const field of empty) field.disabled = true;
  // Back to the page as it was: the browser may keep it for the way back.
  addEventListener("pagehide", () => { for (const field of empty) field.disabled = false; }, { once: true });
});
