import { shortcut, typing } from "./shortcuts.js";

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

function goal(link, key) {
  const cell = link.closest("td");
  const steps = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };
  if (steps[key]) return neighbour(cell, ...steps[key]);
  const links = cell.parentElement.querySelectorAll("a.cell");
  return { Home: links[0], End: links[links.length - 1] }[key] ?? null;
}

document.addEventListener("keydown", (event) => {
  if (typing(event) || !event.target.matches("a.cell")) return;
  const next = goal(event.target, event.key);
  if (!next) return;
  event.preventDefault();
  next.focus();
});

shortcut("← ↑ ↓ →", "move between the cells of the matrix");
shortcut("Home, End", "first and last cell of the row");
