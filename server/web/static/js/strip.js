import { element } from "./dom.js";

// A slider over the statement dates of the strip, whose thumb stands below the
// date that it means. Dragging says the date, and letting go goes there; keys
// step from date to date.
const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, Home: -Infinity, End: Infinity };

for (const strip of document.querySelectorAll(".strip")) {
  const ticks = [...strip.querySelectorAll("a.tick")];
  if (ticks.length < 3) continue;
  const places = ticks.map((tick) => Number(tick.querySelector("rect:not(.reach)").getAttribute("x")));
  const now = Math.max(0, ticks.findLastIndex((tick) => !tick.classList.contains("later")));
  const slider = element("input", { type: "range", min: places[0], max: places.at(-1), className: "drag" });
  const said = element("span", { className: "drag-word" });
  slider.setAttribute("aria-label", "As of, by statement date");
  let at = now;
  const moveTo = (next) => {
    at = Math.min(Math.max(next, 0), ticks.length - 1);
    slider.value = places[at];
    const word = ticks[at].querySelector("title").textContent;
    slider.setAttribute("aria-valuetext", word);
    said.textContent = at === now ? "" : word;
  };
  const go = () => {
    sessionStorage.setItem("moved", location.pathname);
    location.assign(ticks[at].getAttribute("href"));
  };
  slider.addEventListener("input", () => {
    const far = (i) => Math.abs(places[i] - slider.value);
    moveTo(places.reduce((best, _, i) => (far(i) < far(best) ? i : best), 0));
  });
  slider.addEventListener("change", go);
  slider.addEventListener("keydown", (event) => {
    if (!(event.key in step)) return;
    event.preventDefault();
    const before = at;
    moveTo(at + step[event.key]);
    if (at !== before) go();
  });
  moveTo(now);
  strip.querySelector("svg").after(slider);
  strip.querySelector(".ends span").after(said);
  // The next page goes on where this one was left, so that keys step on.
  if (sessionStorage.getItem("moved") === location.pathname) slider.focus({ preventScroll: true });
  sessionStorage.removeItem("moved");
}
