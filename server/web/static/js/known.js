import { element } from "./dom.js";

// A slider over the days of publication that a date field suggests. Its end is
// the empty field: all that is known. The form is sent by its button.
for (const field of document.querySelectorAll(".known")) {
  const input = field.querySelector("input");
  const days = [...field.querySelectorAll("option")].map((option) => option.value);
  const slider = element("input", { type: "range", min: 0, max: days.length, className: "among" });
  slider.setAttribute("aria-label", "Known by, among the days of publication");
  const place = () => {
    const later = days.findIndex((day) => input.value && day > input.value);
    slider.value = !input.value || later < 0 ? days.length - (input.value ? 1 : 0) : Math.max(later - 1, 0);
    slider.setAttribute("aria-valuetext", input.value || "everything");
  };
  slider.addEventListener("input", () => {
    input.value = days[slider.value] ?? "";
    slider.setAttribute("aria-valuetext", input.value || "everything");
  });
  input.addEventListener("change", place);
  place();
  input.after(slider);
}
