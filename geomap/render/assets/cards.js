// Records: the list beside the map, the card of each, and the selection that list and map share.
const cardOf = new Map(scene.cards.map((card) => [card.record, card]));
const rows = new Map();
const WIDE = window.matchMedia("(min-width: 761px)");  // list and map side by side, each scrolling by itself
let selected = null;
let popup = null;

function quote(pieces) {
  const node = el("blockquote", { dir: "auto" });
  for (const [text, mark] of pieces) node.append(mark ? words(text, "mark", { class: mark }) : document.createTextNode(text));
  return node;
}

function card(entry) {
  const facts = el("dl", {});
  for (const [head, text] of entry.facts) facts.append(words(head, "dt"), el("dd", {}, words(text)));
  const node = el("div", { class: "card" });
  if (entry.absent) node.append(el("p", { class: "absent" }, "Not on the map: ", words(entry.absent)));
  node.append(...entry.quotes.map(quote), facts);
  return node;
}

function row(entry) {
  const button = el("button", { type: "button", class: "row", "aria-expanded": "false", "data-record": entry.record });
  const line = el("span", { class: "line" }, words(actorOf(entry.glyph.actor).name));
  if (entry.where) line.append(" · ", words(entry.where));
  button.append(sign(entry.glyph, 26), el("span", { class: "text" }, words(entry.title, "bdi", { class: "head" }), line),
    words(entry.state, "span", { class: "state " + entry.glyph.status }));
  const item = el("li", {}, button);
  button.addEventListener("click", () => (selected === entry.record ? deselect() : select(entry.record, "list")));
  rows.set(entry.record, { button, item, entry, detail: null });
  return item;
}

function drawRows() {
  const shown = scene.cards.filter((entry) => entry.site !== null), rest = scene.cards.filter((entry) => entry.site === null);
  document.getElementById("records").append(...shown.map(row));
  document.getElementById("off").append(...rest.map(row));
  document.getElementById("absent").hidden = rest.length === 0;
  document.getElementById("on-map").hidden = shown.length === 0;
  const buttons = [...rows.values()].map((each) => each.button);
  buttons.forEach((button, i) => button.addEventListener("keydown", (event) => {
    const to = { ArrowDown: i + 1, ArrowUp: i - 1, Home: 0, End: buttons.length - 1 }[event.key];
    if (to === undefined || !buttons[to]) return;
    event.preventDefault();
    buttons[to].focus();
  }));
}

function open(record, on) {
  const each = rows.get(record);
  if (!each) return;
  if (on && !each.detail) each.item.append((each.detail = card(each.entry)));
  if (each.detail) each.detail.hidden = !on;
  each.button.setAttribute("aria-expanded", String(on));
  each.item.classList.toggle("on", on);
  for (const node of document.querySelectorAll(".cell")) node.classList.toggle("on", on && node.dataset.record === record);
}

function select(record, from) {
  if (selected !== null) open(selected, false);
  selected = record;
  open(record, true);
  const entry = cardOf.get(record);
  if (popup) popup.remove();
  if (entry.site !== null) show(entry);
  if (from === "map" && WIDE.matches) rows.get(record).item.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  markArrows();
}

function deselect() {
  if (selected !== null) open(selected, false);
  selected = null;
  if (popup) popup.remove();
  markArrows();
}

// Opens the card on the map, above the symbol that it belongs to, and brings it into view.
function show(entry) {
  const site = scene.sites[entry.site], spot = level[1][entry.site] || [0, 0];
  const node = el("div", {}, el("p", { class: "card-head" }, words(entry.title, "strong"), words(entry.state, "span", { class: "state " + entry.glyph.status })), card(entry));
  const up = level[1][entry.site] ? site.size[level[3]][1] / 2 : 6;
  const height = Math.max(120, Math.min(300, map.getSize().y - 90));
  popup = L.popup({ offset: [spot[0], spot[1] - up + 8], maxWidth: Math.min(320, map.getSize().x - 60), maxHeight: height, autoPanPadding: [12, 12], closeOnClick: true })
    .setLatLng(site.at).setContent(node);
  const mine = popup;
  popup.on("remove", () => { if (popup === mine) popup = null; });
  popup.openOn(map);
}

function calm() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}
