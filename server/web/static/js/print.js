// A matrix with more columns than a page is wide becomes several tables when it
// is printed, each with the heads of its rows. Where scripts are off, the style
// sheet prints a block for each row.
const most = 8;

// part is a table with the head column and some of the others.
function part(table, from, to) {
  const copy = table.cloneNode(true);
  for (const row of copy.rows) {
    [...row.cells].filter((_, i) => i > 0 && (i < from || i >= to)).forEach((cell) => cell.remove());
  }
  for (const named of copy.querySelectorAll("[id]")) named.removeAttribute("id");
  copy.classList.replace("many", "part");
  return copy;
}

function split(table) {
  const columns = table.rows[0].cells.length - 1;
  const parts = Math.ceil(columns / most);
  const size = Math.ceil(columns / parts);
  const made = Array.from({ length: parts }, (_, i) => part(table, 1 + i * size, 1 + (i + 1) * size));
  made.forEach((copy, i) => copy.caption.append(`, part ${i + 1} of ${parts}`));
  table.closest(".region").after(...made);
}

function join() {
  for (const copy of document.querySelectorAll(".part")) copy.remove();
}

addEventListener("beforeprint", () => {
  join();
  for (const table of document.querySelectorAll("table.many")) split(table);
});
addEventListener("afterprint", join);
