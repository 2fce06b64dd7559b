// Records: the list beside the map, the card of each, and the selection that list and map share.
const cardOf = new Map(scene.cards.map((card) => [card.record, card]));
const rows = new Map();
const WIDE = window.matchMedia("(min-width: 761px)");  // list and map side by side, each scrolling by itself
const MOST = 200;  // rows that are made at a time
let most = MOST;
let selected = null;
let popup = null;

function quote(pieces) {
  const node = el("blockquote", { dir: "auto" });
  for (const [text, mark] of pieces) node.append(mark ? words(text, "mark", { class: mark }) : document.createTextNode(text));
  return node;
}

function factsOf(entry) {
  return entry.facts.map(([head, text]) => [scene.heads[head], typeof text === "number" ? scene.words[text] : text]);
}

function card(entry) {
  const facts = el("dl", {});
  for (const [head, text] of factsOf(entry)) facts.append(words(head, "dt"), el("dd", {}, words(text)));
  const node = el("div", { class: "card" });
  if (entry.absent) node.append(el("p", { class: "absent" }, "Not on the map: ", words(entry.absent)));
  node.append(...entry.quotes.map(quote), facts);
  return node;
}

function row(entry) {
  const button = el("button", { type: "button", class: "row", tabindex: "-1", "aria-expanded": "false", "data-record": entry.record });
  const line = el("span", { class: "line" }, words(actorOf(entry.glyph.actor).name));
  if (entry.where) line.append(" · ", words(entry.where));
  button.append(sign(entry.glyph, 26), el("span", { class: "text" }, words(entry.title, "bdi", { class: "head" }), line),
    words(entry.state, "span", { class: "state " + entry.glyph.status }));
  button.addEventListener("click", () => (selected === entry.record ? deselect() : select(entry.record, "list")));
  return { button, item: el("li", {}, button), entry, detail: null };
}

function rowOf(entry) {
  if (!rows.has(entry.record)) rows.set(entry.record, row(entry));
  return rows.get(entry.record);
}

// Lists what the filters show: those on the map, as many as are asked for, and those that are not on it.
function drawRows() {
  const shown = scene.cards.filter(isShown), on = shown.filter((entry) => entry.site !== null), off = shown.filter((entry) => entry.site === null);
  byId("records").replaceChildren(...on.slice(0, most).map((entry) => rowOf(entry).item));
  byId("off").replaceChildren(...off.slice(0, most).map((entry) => rowOf(entry).item));
  byId("absent").hidden = off.length === 0;
  byId("on-map").hidden = on.length === 0;
  const left = Math.max(0, on.length - most, off.length - most), more = byId("more");
  more.hidden = left === 0;
  more.textContent = `Show ${figure(Math.min(left, MOST))} more of ${figure(left)}`;
  for (const stop of rowStops) stop();
}

function drawList() {
  byId("more").addEventListener("click", () => {
    const first = scene.cards.filter((entry) => isShown(entry) && entry.site !== null)[most];
    most += MOST;
    drawRows();
    if (first) rowOf(first).button.focus();
  });
  drawRows();
}
const rowStops = ["records", "off"].map((id) => rove(byId(id), ".row"));

function open(record, on) {
  const each = rowOf(cardOf.get(record));
  if (on && !each.item.isConnected && isShown(each.entry)) {  // beyond the rows that were made
    const list = scene.cards.filter((entry) => isShown(entry) && (entry.site === null) === (each.entry.site === null));
    most = Math.ceil((list.indexOf(each.entry) + 1) / MOST) * MOST;
    drawRows();
  }
  if (on && !each.detail) each.item.append((each.detail = card(each.entry)));
  if (each.detail) each.detail.hidden = !on;
  each.button.setAttribute("aria-expanded", String(on));
  each.item.classList.toggle("on", on);
  for (const node of document.querySelectorAll(`.cell[data-record="${CSS.escape(record)}"]`)) {
    node.classList.toggle("on", on);
    node.setAttribute("aria-pressed", String(on));
  }
}

// Selects a record: its card opens, its symbol stands out, and whichever of the two was not asked for comes into view.
function select(record, from) {
  if (selected !== null) open(selected, false);
  selected = record;
  if (popup) popup.remove();
  const entry = cardOf.get(record);
  if (entry.site !== null && from !== "map") bringIntoView(entry);
  open(record, true);
  if (entry.site !== null && !WIDE.matches) show(entry);
  if (from !== "list" && WIDE.matches) rowOf(entry).item.scrollIntoView({ block: "nearest", behavior: calm() ? "auto" : "smooth" });
  markArrows();
  markArticle();
  remember();
}

function deselect() {
  if (selected === null) return;
  open(selected, false);
  selected = null;
  if (popup) popup.remove();
  for (const node of document.querySelectorAll(".fan-out.on")) node.classList.remove("on");
  markArrows();
  markArticle();
  remember();
}

// On a phone, where the list is out of sight, the card opens on the map, above the symbol that it belongs to.
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
  // Leaflet's close link leads to an anchor that no page has; a link that leads nowhere is an error to assistive software.
  popup.getElement().querySelector(".leaflet-popup-close-button").setAttribute("href", `#${map.getContainer().id}`);
  const box = popup.getElement().querySelector(".leaflet-popup-content");
  for (const [name, value] of [["tabindex", "0"], ["role", "region"], ["aria-label", entry.title]]) box.setAttribute(name, value);
}
