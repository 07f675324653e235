import { showPanel } from "./panel.js";
import { element, plainClick } from "./dom.js";
import { shortcut } from "./shortcuts.js";

// The drawer shows the page of a cell beside the matrix. When it cannot be
// had, the link is followed as if there were no drawer.
async function openDrawer(link) {
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } }).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const content = page?.getElementById("evidence");
  if (!content) {
    location.assign(link.href);
    return;
  }
  for (const part of content.querySelectorAll(".clock, .crumb")) part.remove();
  content.querySelector("h1").id = "dialog-title";
  const whole = element("a", { href: link.href, textContent: "Open as a page" });
  showPanel({ bar: [whole], content, opener: link });
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".matrix a.cell");
  if (!link || !plainClick(event)) return;
  event.preventDefault();
  openDrawer(link);
});

shortcut("Enter", "open the evidence of the cell");
