import { button, element } from "./dom.js";
import { shortcut, typing } from "./shortcuts.js";

// A network can be drawn closer and moved, and shows the neighbours of the node
// under the pointer or the focus. Without this script it is all there, at one
// size.
const place = document.querySelector("[data-network]");
const picture = place?.querySelector("svg.picture");

// view is the part of the picture that is shown.
let view, whole;

function show(next) {
  const size = Math.min(Math.max(next.width, whole.width / 12), whole.width);
  const scale = size / next.width;
  view = {
    width: size,
    height: next.height * scale,
    x: Math.min(Math.max(next.x, whole.x), whole.x + whole.width - size),
    y: Math.min(Math.max(next.y, whole.y), whole.y + whole.height - next.height * scale),
  };
  picture.setAttribute("viewBox", `${view.x} ${view.y} ${view.width} ${view.height}`);
}

// closer draws larger by a factor, around a point of the picture.
function closer(factor, x = view.x + view.width / 2, y = view.y + view.height / 2) {
  const width = Math.min(view.width / factor, whole.width);
  const by = width / view.width;
  show({ width, height: view.height * by, x: x - (x - view.x) * by, y: y - (y - view.y) * by });
}

function move(right, down) {
  show({ ...view, x: view.x + right * view.width, y: view.y + down * view.height });
}

// at is where an event is in the picture.
function at(event) {
  const box = picture.getBoundingClientRect();
  return [view.x + (event.clientX - box.left) / box.width * view.width, view.y + (event.clientY - box.top) / box.height * view.height];
}

function drag(down) {
  if (down.button || down.pointerType === "touch") return;
  let last = down;
  let dragged = false;
  const moved = (event) => {
    const box = picture.getBoundingClientRect();
    dragged ||= Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > 4;
    if (dragged) move((last.clientX - event.clientX) / box.width, (last.clientY - event.clientY) / box.height);
    last = event;
  };
  const stop = (event) => event.preventDefault();
  const released = () => {
    removeEventListener("pointermove", moved);
    if (!dragged) return; // else the click that follows is none on a node
    addEventListener("click", stop, { capture: true });
    setTimeout(() => removeEventListener("click", stop, { capture: true }));
  };
  addEventListener("pointermove", moved);
  addEventListener("pointerup", released, { once: true });
}

// look sets a node and its neighbours off from the others; null ends it.
function look(node) {
  for (const near of picture.querySelectorAll(".near")) near.classList.remove("near");
  picture.classList.toggle("looking", node !== null);
  if (!node) return;
  const near = new Set([node.dataset.key]);
  for (const tie of picture.querySelectorAll(".pg-tie")) {
    const ends = tie.dataset.key.split(" ");
    if (!ends.includes(node.dataset.key)) continue;
    tie.classList.add("near");
    ends.forEach((end) => near.add(end));
  }
  for (const other of picture.querySelectorAll(".pg-node")) other.classList.toggle("near", near.has(other.dataset.key));
}

function nodeOf(event) {
  return event.target.closest?.(".pg-node") ?? null;
}

function prepare() {
  const { x, y, width, height } = picture.viewBox.baseVal;
  whole = view = { x, y, width, height };
  const bar = element("div", { className: "zoom screen" },
    button("+", () => closer(1.4), { title: "Closer", ariaLabel: "Closer" }),
    button("\u2212", () => closer(1 / 1.4), { title: "Further away", ariaLabel: "Further away" }),
    button("All", () => show(whole), { title: "All of it", ariaLabel: "All of it" }),
    element("span", { textContent: "Drag to move; Ctrl and the wheel, or + and \u2212, to come closer." }));
  picture.closest(".drawn").before(bar);
  picture.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    closer(event.deltaY < 0 ? 1.15 : 1 / 1.15, ...at(event));
  }, { passive: false });
  picture.addEventListener("pointerdown", drag);
  picture.addEventListener("dragstart", (event) => event.preventDefault());
  picture.addEventListener("pointerover", (event) => look(nodeOf(event)));
  picture.addEventListener("pointerleave", () => look(null));
  picture.addEventListener("focusin", (event) => look(nodeOf(event)));
  picture.addEventListener("focusout", () => look(null));
  document.addEventListener("keydown", (event) => {
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    if (!way || typing(event) || view.width === whole.width || !event.target.closest(".drawn")) return;
    event.preventDefault();
    move(way[0] * 0.1, way[1] * 0.1);
  });
  shortcut("+", "draw the network closer", "+", () => closer(1.4));
  shortcut("\u2212", "draw it further away", "-", () => closer(1 / 1.4));
  shortcut("0", "all of the network", "0", () => show(whole));
  shortcut("\u2190 \u2191 \u2192 \u2193", "move in the network");
}

if (picture) prepare();
