// Pages are complete without this file. It adds an evidence drawer, movement
// by arrow keys, a few shortcuts and a button that copies the permalink.

const shortcuts = [
  ["← ↑ ↓ →", "move between the cells of the matrix"],
  ["Home, End", "first and last cell of the row"],
  ["Enter", "open the evidence of the cell"],
  ["[ and ]", "statement date before and after"],
  ["Esc", "close the evidence"],
  ["?", "this list"],
];

// The drawer shows the page of a cell beside the matrix. When it cannot be
// had, the link is followed as if there were no drawer.
async function openDrawer(link) {
  const answer = await fetch(link.href, { headers: { Accept: "text/html" } }).catch(() => null);
  const page = answer?.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  const evidence = page?.getElementById("evidence");
  if (!evidence) {
    location.assign(link.href);
    return;
  }
  for (const part of evidence.querySelectorAll(".clock, .crumb")) part.remove();
  const heading = evidence.querySelector("h1");
  heading.id = "dialog-title";
  const whole = element("a", { href: link.href, textContent: "Open as a page" });
  showDialog([whole], evidence, link);
}

function showDialog(bar, content, opener) {
  const dialog = element("dialog", { className: "drawer" });
  dialog.setAttribute("aria-labelledby", "dialog-title");
  const close = element("button", { type: "button", className: "plain", textContent: "Close" });
  close.addEventListener("click", () => dialog.close());
  const head = element("div", { className: "drawer-bar" });
  head.append(close, ...bar);
  dialog.append(head, document.importNode(content, true));
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => { dialog.remove(); opener?.focus(); });
  document.body.append(dialog);
  dialog.showModal();
}

function showShortcuts(opener) {
  const box = element("div", {});
  const list = element("dl", { className: "shortcuts" });
  for (const [keys, means] of shortcuts) {
    const row = element("div", {});
    row.append(element("dt", { textContent: keys }), element("dd", { textContent: means }));
    list.append(row);
  }
  box.append(element("h2", { id: "dialog-title", textContent: "Shortcuts" }), list);
  showDialog([], box, opener);
}

function element(name, properties) {
  return Object.assign(document.createElement(name), properties);
}

// neighbour is the next cell with a link in a direction, or null at the edge.
function neighbour(cell, down, right) {
  const rows = [...cell.closest("tbody").rows];
  let row = rows.indexOf(cell.parentElement);
  let column = cell.cellIndex;
  for (;;) {
    row += down;
    column += right;
    const next = rows[row]?.cells[column];
    if (!next || next.tagName === "TH") return null;
    const link = next.querySelector("a.cell");
    if (link) return link;
  }
}

function moveInMatrix(link, key) {
  const cell = link.closest("td");
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  if (steps[key]) return neighbour(cell, ...steps[key]);
  const links = cell.parentElement.querySelectorAll("a.cell");
  return { Home: links[0], End: links[links.length - 1] }[key] ?? null;
}

document.addEventListener("click", (event) => {
  const link = event.target.closest(".matrix a.cell");
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  openDrawer(link);
});

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea, dialog")) return;
  const next = event.target.matches("a.cell") && moveInMatrix(event.target, event.key);
  if (next) {
    event.preventDefault();
    next.focus();
    return;
  }
  const relation = { "[": "prev", "]": "next" }[event.key];
  if (relation) document.querySelector(`.steps a[rel="${relation}"]`)?.click();
  if (event.key === "?") showShortcuts(document.activeElement);
});

for (const button of document.querySelectorAll("[data-copy]")) {
  if (!navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const done = await navigator.clipboard.writeText(button.dataset.copy).then(() => true, () => false);
    button.parentElement.querySelector("[role=status]").textContent = done ? "Copied." : "The browser did not allow it.";
  });
}
