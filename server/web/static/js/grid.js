import { shortcut } from "./shortcuts.js";

// The matrix and the table of a comparison as grids after the W3C's pattern:
// one tab stop, and arrow keys between all cells, heads and empty cells
// included. Where a cell has several links, left and right go through them.

// stops are what takes the focus in a cell: its links, or the cell itself.
function stops(cell) {
  const links = cell ? [...cell.querySelectorAll("a")] : [];
  return links.length > 0 ? links : [cell];
}

const beside = (by) => (at, table, cell) => {
  const within = stops(cell)[at.stop + by];
  return within ?? stops(table.rows[at.row].cells[at.column + by]).at(by > 0 ? 0 : -1);
};
const to = (place) => (at, table) => {
  const { row, column } = place(at, table);
  return stops(table.rows[row]?.cells[column])[0];
};

const goal = {
  ArrowLeft: beside(-1),
  ArrowRight: beside(1),
  ArrowUp: to((at) => ({ ...at, row: at.row - 1 })),
  ArrowDown: to((at) => ({ ...at, row: at.row + 1 })),
  PageUp: to((at) => ({ ...at, row: Math.max(0, at.row - 5) })),
  PageDown: to((at, table) => ({ ...at, row: Math.min(table.rows.length - 1, at.row + 5) })),
  Home: to((at) => ({ ...at, column: 0 })),
  End: to((at, table) => ({ ...at, column: table.rows[at.row].cells.length - 1 })),
};

const corner = {
  Home: to(() => ({ row: 0, column: 0 })),
  End: to((at, table) => ({ row: table.rows.length - 1, column: table.rows[0].cells.length - 1 })),
};

function enter(table, target) {
  for (const old of table.querySelectorAll('[tabindex="0"]')) old.tabIndex = -1;
  target.tabIndex = 0;
}

function makeGrid(table) {
  table.setAttribute("role", "grid");
  table.closest(".region")?.removeAttribute("tabindex");
  for (const cell of table.querySelectorAll("th, td")) for (const stop of stops(cell)) stop.tabIndex = -1;
  const here = table.contains(document.activeElement) ? document.activeElement : null; // the address named a cell
  enter(table, here ?? stops(table.tBodies[0].rows[0].cells[1])[0]);
  table.addEventListener("focusin", (event) => enter(table, event.target));
  table.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || event.shiftKey) return;
    const next = (event.ctrlKey ? corner : goal)[event.key];
    const cell = event.target.closest("th, td");
    if (!next || !cell) return;
    event.preventDefault();
    const at = { row: cell.parentElement.rowIndex, column: cell.cellIndex, stop: stops(cell).indexOf(event.target) };
    next(at, table, cell)?.focus();
  });
}

const grids = document.querySelectorAll("table.matrix");
for (const table of grids) makeGrid(table);
if (grids.length > 0) {
  shortcut("← ↑ ↓ →", "move between the cells of the table");
  shortcut("Home, End", "to the first and the last cell of the row, with Ctrl of the table");
  shortcut("Page up, Page down", "five rows up and down");
}
