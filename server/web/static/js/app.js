// Pages are complete without scripts. These modules add to what is there.
import "./copy.js";
import "./form.js";
import "./grid.js";
import "./drawer.js";
import "./strip.js";
import "./known.js";
import "./jump.js";
import "./menu.js";
import "./network.js";
import "./print.js";
import "./views.js";
