import { shortcut } from "./shortcuts.js";

// The matrix as a grid after the W3C's pattern: one tab stop, and arrow keys
// between all cells, heads and empty cells included.

const goal = {
  ArrowUp: (at) => ({ ...at, row: at.row - 1 }),
  ArrowDown: (at) => ({ ...at, row: at.row + 1 }),
  ArrowLeft: (at) => ({ ...at, column: at.column - 1 }),
  ArrowRight: (at) => ({ ...at, column: at.column + 1 }),
  PageUp: (at) => ({ ...at, row: Math.max(0, at.row - 5) }),
  PageDown: (at, table) => ({ ...at, row: Math.min(table.rows.length - 1, at.row + 5) }),
  Home: (at) => ({ ...at, column: 0 }),
  End: (at, table) => ({ ...at, column: table.rows[at.row].cells.length - 1 }),
};

const corner = {
  Home: () => ({ row: 0, column: 0 }),
  End: (at, table) => ({ row: table.rows.length - 1, column: table.rows[0].cells.length - 1 }),
};

// handle is what takes the focus in a cell: its link, or the cell itself.
function handle(cell) {
  return cell?.querySelector("a") ?? cell;
}

function enter(table, target) {
  for (const old of table.querySelectorAll('[tabindex="0"]')) old.tabIndex = -1;
  target.tabIndex = 0;
}

function makeGrid(table) {
  table.setAttribute("role", "grid");
  table.closest(".region")?.removeAttribute("tabindex");
  for (const cell of table.querySelectorAll("th, td")) handle(cell).tabIndex = -1;
  enter(table, handle(table.tBodies[0].rows[0].cells[1]));
  table.addEventListener("focusin", (event) => enter(table, handle(event.target.closest("th, td"))));
  table.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const next = (event.ctrlKey ? corner : goal)[event.key];
    const cell = event.target.closest("th, td");
    if (!next || !cell) return;
    event.preventDefault();
    const to = next({ row: cell.parentElement.rowIndex, column: cell.cellIndex }, table);
    handle(table.rows[to.row]?.cells[to.column])?.focus();
  });
}

const grids = document.querySelectorAll("table.matrix:not(.diff)");
for (const table of grids) makeGrid(table);
if (grids.length > 0) {
  shortcut("← ↑ ↓ →", "move between the cells of the matrix");
  shortcut("Home, End", "to the first and the last cell of the row, with Ctrl of the matrix");
  shortcut("Page up, Page down", "five rows up and down");
}
