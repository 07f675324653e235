// Pages are complete without scripts. These modules add to what is there.
import "./copy.js";
import "./grid.js";
import "./drawer.js";
