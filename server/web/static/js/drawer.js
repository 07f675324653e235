import { showPanel } from "./panel.js";
import { element, plainClick } from "./dom.js";
import { shortcut } from "./shortcuts.js";

// The drawer shows the page of a cell beside the matrix, and the address names
// the cell: it can be shared, and the way back closes the drawer. When the page
// cannot be had, the link is followed as if there were no drawer.

let drawer = null;

async function evidence(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } }).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const content = page?.getElementById("evidence");
  if (!content) return null;
  for (const part of content.querySelectorAll(".clock, .crumb")) part.remove();
  content.querySelector("h1").id = "dialog-title";
  return content;
}

async function open(link) {
  const content = await evidence(link.href);
  if (!content) {
    location.assign(link.href);
    return;
  }
  const whole = element("a", { href: link.href, textContent: "Open as a page" });
  drawer = showPanel({ bar: [whole], content, opener: link, closed: leave });
  drawer.addEventListener("click", turnPage);
}

// turnPage shows another page of the evidence in the same drawer.
async function turnPage(event) {
  const link = event.target.closest(".pager a");
  if (!link || !plainClick(event)) return;
  event.preventDefault();
  const content = await evidence(link.href);
  if (!content) {
    location.assign(link.href);
    return;
  }
  drawer.querySelector("#evidence").replaceWith(document.importNode(content, true));
  drawer.scrollTo(0, 0);
}

function leave() {
  drawer = null;
  if (history.state?.drawer) history.back();
  else if (named()) history.replaceState(null, "", location.pathname + location.search);
}

// named is the link of the cell that the address names.
function named() {
  const cell = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  return cell?.closest(".matrix") ? cell.querySelector("a.cell") : null;
}

function follow() {
  const link = named();
  if (link && !drawer) open(link);
  if (!link && drawer) drawer.close();
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".matrix a.cell");
  if (!link || !plainClick(event)) return;
  event.preventDefault();
  history.pushState({ drawer: true }, "", "#" + link.closest("td").id);
  open(link);
});

addEventListener("popstate", follow);
follow();

if (document.querySelector(".matrix a.cell")) shortcut("Enter", "open the evidence of the cell");
