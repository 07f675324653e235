import "./app.js";
import { element } from "./dom.js";
import { shortcut } from "./shortcuts.js";

// Without this module every decision is a form of its own. With it, decisions
// go out behind the page, and one key each is enough.
const page = document.getElementById("review");
const items = [...page.querySelectorAll(".proposal")];
const taken = []; // what u takes back, the last one last
let now = -1;

// Opening the page moves nothing: a reader begins at its head.
function go(to, moving = true) {
  if (!items[to]) return;
  items[now]?.classList.remove("now");
  for (const one of page.querySelectorAll("mark.now")) one.classList.remove("now");
  now = to;
  const item = items[now];
  item.classList.add("now");
  if (moving) {
    item.focus({ preventScroll: true });
    item.scrollIntoView({ block: "nearest" });
  }
  const passage = item.dataset.passage && document.getElementById(item.dataset.passage);
  const mark = passage?.matches("mark") ? passage : passage?.nextElementSibling;
  mark?.classList.add("now");
  if (moving) mark?.scrollIntoView({ block: "nearest" });
}

async function decide(item, decision, reason) {
  const form = item?.querySelector(".decision");
  if (!form) return;
  const fields = new URLSearchParams({ statement: item.id.slice(2), decision, reason, seen: item.dataset.status });
  const { answer, told } = await ask(form.action, { method: "POST", body: fields });
  item.querySelector(".told")?.remove();
  if (!answer?.ok || !told) {
    if (answer?.status === 409) show((await ask(form.action)).told);
    complain(item, told?.error ? `${told.error.message}. ${told.error.hint}.` : "The server does not answer: nothing was written.");
    return;
  }
  if (decision !== "undo") taken.push({ item, was: item.dataset.was });
  else taken.splice(0, taken.length, ...taken.filter((one) => one.item !== item));
  show(told);
  document.getElementById("undo")?.remove();
  if (decision !== "undo") go(next(items.indexOf(item)));
}

async function ask(address, how = {}) {
  const answer = await fetch(address, { ...how, headers: { Accept: "application/json" } }).catch(() => null);
  return { answer, told: await answer?.json().catch(() => null) };
}

// show puts on the page what the server says of all statements: others may
// decide at the same time.
function show(told) {
  if (!told?.statements) return;
  for (const st of told.statements) {
    const item = document.getElementById(`s-${st.id}`);
    if (item) state(item, st);
  }
  say(told.open ? `${items.length - told.open} of ${items.length} decided, ${told.open} to go.` : `All ${items.length} are decided.`);
  document.getElementById("review-progress").value = items.length - told.open;
  document.getElementById("review-done").hidden = told.open > 0;
}

function state(item, st) {
  item.dataset.status = st.status;
  item.className = `proposal ${st.status}${items[now] === item ? " now" : ""}`;
  item.querySelector(".word").textContent = st.status;
  item.querySelector(".state .by").textContent = [st.reviewer && ` by ${st.reviewer}`, st.status === "rejected" && st.reason && `: ${st.reason}`].filter(Boolean).join("");
  const undo = item.querySelector(".takeback");
  if (undo) undo.hidden = st.status === "proposed" || !st.reviewer;
}

// What went wrong stands at the statement, where the eyes are.
function complain(item, text) {
  item.querySelector(".state").after(element("p", { className: "told", role: "alert", textContent: text }));
}

// next is the first after a place that is still open, else the next one.
function next(place) {
  for (let i = 1; i < items.length; i++) {
    const at = (place + i) % items.length;
    if (items[at].dataset.status === "proposed") return at;
  }
  return Math.min(place + 1, items.length - 1);
}

function say(text) {
  document.getElementById("review-state").textContent = text;
}

// behind sends the forms of one kind behind the page.
function behind(selector, send) {
  for (const form of page.querySelectorAll(selector)) {
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const item = form.closest(".proposal");
      go(items.indexOf(item));
      send(item, form, event);
    });
  }
}

behind(".decision", (item, form, event) => decide(item, event.submitter.value, form.elements.reason.value));
behind(".takeback", (item) => decide(item, "undo", item.dataset.was));
items.forEach((item, i) => item.addEventListener("click", (event) => { if (!event.target.closest("a, button, select, summary")) go(i); }));

function press(decision) {
  if (now < 0) go(0);
  const item = items[now];
  decide(item, decision, item?.querySelector("select")?.value ?? "");
}

shortcut("j", "to the next statement", "j", () => go(Math.min(now + 1, items.length - 1)));
shortcut("k", "to the statement before", "k", () => go(Math.max(now - 1, 0)));
shortcut("a", "accept the statement", "a", (event) => event.repeat || press("accept"));
shortcut("r", "reject the statement, for the reason that is chosen", "r", (event) => event.repeat || press("reject"));
shortcut("u", "take the last decision back", "u", (event) => {
  const last = taken.at(-1);
  if (!last || event.repeat) return;
  go(items.indexOf(last.item));
  decide(last.item, "undo", last.was);
});

const asked = items.findIndex((item) => `#${item.id}` === location.hash);
if (asked >= 0) go(asked);
else go(Math.max(0, items.findIndex((item) => item.dataset.status === "proposed")), false);
