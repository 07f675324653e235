import { shortcut } from "./shortcuts.js";

// The menus are native ones; the key opens that of the exports.
const menu = document.getElementById("export-menu");
if (menu) {
  shortcut("e", "what this view can be had as", "e", () => {
    menu.open = true;
    menu.scrollIntoView({ block: "center" });
    menu.querySelector("summary").focus();
  });
}
