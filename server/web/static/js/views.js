import { button, element } from "./dom.js";
import { begin, naming } from "./naming.js";
import { showSaved } from "./saved-list.js";
import { savedViews, saveView } from "./saved.js";
import { shortcut } from "./shortcuts.js";

// A view is its address. Here a reader gives it a name, and finds the names
// again. Without scripts nothing of this shows: a bookmark does it.
const place = document.getElementById("saves");

const plain = { className: "plain" };

function prepare() {
  const { address, name } = place.dataset;
  const opener = button("Save this view", open, plain);
  const lister = button("Saved views", showSaved, plain);
  const said = element("span", { role: "status" });

  function open() {
    if (opener.hidden) return begin(place);
    const known = savedViews().views.find((one) => one.address === address);
    const form = naming(known?.name ?? name, (given) => {
      const problem = saveView(given, address);
      if (problem) return problem;
      close(known ? "Named anew." : "Saved, in this browser alone.");
      return "";
    }, () => close(""));
    opener.hidden = true;
    opener.after(form);
    said.textContent = "";
    begin(form);
  }

  function close(told) {
    place.querySelector("form").remove();
    opener.hidden = false;
    opener.focus();
    said.textContent = told;
  }

  place.append(opener, lister, said);
  place.hidden = false;
  shortcut("s", "save this view under a name", "s", open);
  shortcut("v", "the saved views", "v", showSaved);
}

if (place) prepare();
