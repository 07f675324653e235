import { element } from "./dom.js";

// Views that a reader gave a name, in the storage of this browser alone. It may
// be full, blocked, or hold what something else wrote: none of it breaks a page.
const key = "stancegraph-views";
const most = 48;

function stored() {
  try {
    return localStorage.getItem(key) ?? "[]";
  } catch {
    return "[]";
  }
}

function parsed(text) {
  try {
    return [JSON.parse(text)].flat();
  } catch {
    return [null];
  }
}

// sound is a name with an address on this server, and nothing else.
function sound(one) {
  return typeof one?.name === "string" && one.name.trim() !== "" && typeof one.address === "string"
    && one.address.startsWith("/") && element("a", { href: one.address }).origin === location.origin;
}

// savedViews are {name, address}, the newest first, and how many entries of the
// storage cannot be read as such.
export function savedViews() {
  const list = parsed(stored());
  const views = list.filter(sound);
  return { views, unread: list.length - views.length };
}

// write returns why the list could not be kept, "" where it is.
function write(views) {
  try {
    localStorage.setItem(key, JSON.stringify(views));
    return "";
  } catch {
    return "This browser’s storage is full or blocked, so nothing was changed. A bookmark keeps a view, too.";
  }
}

// saveView names an address, or names it anew.
export function saveView(name, address) {
  const { views } = savedViews();
  const old = views.findIndex((one) => one.address === address);
  if (old >= 0) return write(views.with(old, { name, address }));
  if (views.length >= most) return `There are ${views.length} saved views, and no more than ${most} are kept: remove one first.`;
  return write([{ name, address }, ...views]);
}

export function removeView(address) {
  return write(savedViews().views.filter((one) => one.address !== address));
}

function words(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

// viewsNamed are those in whose names every word that was typed begins a word.
export function viewsNamed(typed) {
  const begins = words(typed);
  if (typed && begins.length === 0) return [];
  return savedViews().views.filter(({ name }) => {
    const all = words(name);
    return begins.every((begin) => all.some((word) => word.startsWith(begin)));
  });
}
