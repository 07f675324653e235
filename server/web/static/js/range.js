import { element } from "./dom.js";

// A slider over the statement dates of the strip: dragging says the date, and
// letting go goes there.
for (const strip of document.querySelectorAll(".strip")) {
  const ticks = [...strip.querySelectorAll("a.tick")];
  if (ticks.length < 3) continue;
  const words = (tick) => tick.querySelector("title").textContent;
  const now = ticks.findLastIndex((tick) => !tick.classList.contains("later"));
  const slider = element("input", { type: "range", min: 0, max: ticks.length - 1, value: Math.max(0, now), className: "drag" });
  const said = element("output", { className: "drag-word" });
  slider.setAttribute("aria-label", "As of, by statement date");
  const say = () => {
    const word = words(ticks[slider.value]);
    slider.setAttribute("aria-valuetext", word);
    said.textContent = slider.value === slider.defaultValue ? "" : word;
  };
  slider.addEventListener("input", say);
  slider.addEventListener("change", () => {
    sessionStorage.setItem("moved", location.pathname);
    location.assign(ticks[slider.value].getAttribute("href"));
  });
  say();
  strip.after(element("div", { className: "drag-line screen" }, slider, said));
  // The next page goes on where this one was left, so that keys step on.
  if (sessionStorage.getItem("moved") === location.pathname) slider.focus({ preventScroll: true });
  sessionStorage.removeItem("moved");
}
