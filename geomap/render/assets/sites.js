// Sites: stacks of symbols, each with its number, put where the arrangement for the zoom at hand has room for them. A
// stack is made when it comes into view, and anew when a filter or the room changes what it shows.
const stacks = scene.sites.map((site) => ({ site, node: null, marker: null, size: null, made: "" }));
let level = scene.levels[0];
let bends = new Map();
let fan = null;
const refocus = { record: null };

function nearestLevel(zoom) {
  return scene.levels.reduce((best, each) => (Math.abs(each[0] - zoom) < Math.abs(best[0] - zoom) ? each : best));
}

function makeStack(each) {
  const { site } = each, compact = level[3], mine = site.glyphs.map((i) => scene.cards[i]).filter(isShown);
  const most = site.glyphs.length - site.hidden[compact], shown = mine.slice(0, mine.length === most + 1 ? most + 1 : most), rest = mine.length - shown.length;
  const head = el("div", { class: "stack-name" }, words(site.name));
  if (site.tag && !compact) head.append(words(site.tag, "i"));
  const columns = compact ? 1 : Math.min(site.columns, Math.ceil(shown.length / 6));
  const cells = el("div", { class: "cells" }, ...shown.map((card) => cell(card, site)));
  cells.style.gridTemplateColumns = `repeat(${columns},max-content)`;
  const whole = mine.length === site.glyphs.length;  // as tall as the arrangement reckons, so that pictures agree
  cells.style.gridTemplateRows = whole ? site.rows[compact].map((row) => row + "px").join(" ") : `repeat(${Math.ceil(shown.length / columns)},auto)`;
  const node = el("div", { class: "stack", "data-site": stacks.indexOf(each) }, head, cells);
  if (rest) {
    const more = el("button", { type: "button", class: "fan-out", tabindex: "-1", "aria-label": `${site.name}: show all ${mine.length} records` }, `+ ${rest} more`);
    more.addEventListener("click", () => openFan(each, more));
    node.append(more);
  }
  L.DomEvent.disableClickPropagation(node);
  return node;
}

function cell(card, site) {
  const { glyph } = card, text = el("span", { class: "beside" });
  glyph.words.forEach((line, i) => {
    if (i) text.append(el("br", { class: "w" }));
    else if (glyph.number) text.append(words(glyph.number, "b"), " ");
    text.append(words(line, "bdi", { class: "w" }));
  });
  if (!glyph.words.length && glyph.number) text.append(words(glyph.number, "b"));
  if (glyph.tag && !site.tag) text.append(el("br", { class: "w" }), words(glyph.tag, "i", { class: "w" }));
  const holder = el("span", { class: "holder" }, sign(glyph));
  holder.style.width = site.icon + "px";
  const chosen = selected === card.record;
  const button = el("button", { type: "button", tabindex: "-1", "aria-pressed": String(chosen), class: `cell ${glyph.status}${glyph.hedged ? " hedged" : ""}${glyph.number ? " numbered" : ""}${chosen ? " on" : ""}`, "data-record": card.record }, holder, text);
  button.setAttribute("aria-label", spoken(card));
  button.addEventListener("click", () => select(card.record, "map"));
  return button;
}

// All records of a place in a list over the map, when its stack has no room for them.
function openFan(each, from) {
  closeFan();
  const mine = each.site.glyphs.map((i) => scene.cards[i]).filter(isShown);
  const close = el("button", { type: "button", class: "close", "aria-label": "Close" }, "×");
  const cells = el("div", { class: "cells fan-cells" }, ...mine.map((card) => cell(card, { ...each.site, tag: "" })));
  const node = el("div", { class: "fan", role: "dialog", "aria-label": `${each.site.name}: ${counted(mine.length, "record")}` },
    el("div", { class: "stack-name" }, words(each.site.name), words(counted(mine.length, "record"), "i"), close), cells);
  fan = { node, from };
  close.addEventListener("click", closeFan);
  L.DomEvent.disableClickPropagation(node);
  L.DomEvent.disableScrollPropagation(node);
  map.getContainer().append(node);
  rove(node, ".cell")();
  const p = map.latLngToContainerPoint(each.site.at), room = map.getSize();
  node.style.left = Math.max(8, Math.min(room.x - node.offsetWidth - 8, p.x - node.offsetWidth / 2)) + "px";
  node.style.top = Math.max(8, Math.min(room.y - node.offsetHeight - 24, p.y - node.offsetHeight / 2)) + "px";
  cells.firstElementChild.focus();
}

function closeFan() {
  if (!fan) return;
  const { node, from } = fan, held = node.contains(document.activeElement);
  fan = null;
  node.remove();
  if (held && from.isConnected) from.focus();
}

// Puts every stack in view where it belongs; those without room are dots, all dots one path.
function placeSites() {
  closeFan();
  const compact = level[3] === 1, seen = map.getPixelBounds(), shift = map.getPixelOrigin();
  const view = L.bounds(seen.min.subtract([400, 400]), seen.max.add([400, 400]));
  map.getContainer().classList.toggle("compact", compact);
  const focused = document.activeElement && document.activeElement.closest(".stack") ? document.activeElement.dataset.record : null;
  let dots = "", crowded = "";
  stacks.forEach((each, index) => {
    const { site } = each, spot = level[1][index], at = map.project(site.at), here = view.contains(at) && site.glyphs.some((i) => isShown(scene.cards[i]));
    if (here && (site.extent === "point" || !spot)) {
      const p = at.subtract(shift), d = `M${round(p.x)} ${round(p.y)}h0`;
      if (spot) dots += d; else crowded += d;
    }
    if (!here || !spot) {
      if (each.marker) each.marker.remove();
      each.size = null;
      return;
    }
    const made = `${compact}/${filterCount}`;
    if (each.made !== made) {
      if (each.marker) each.marker.remove();
      each.node = makeStack(each);
      each.made = made;
      const icon = L.divIcon({ html: each.node, className: "stack-at", iconSize: [0, 0] });
      each.marker = L.marker(site.at, { icon, interactive: false, keyboard: false, zIndexOffset: 1000 - index });
    }
    if (!map.hasLayer(each.marker)) each.marker.addTo(map);
    each.node.style.transform = `translate(-50%,-50%) translate(${spot[0]}px,${spot[1]}px)`;
    each.size = spot;
  });
  for (const each of stacks) if (each.size) each.size = [each.node.offsetWidth, each.node.offsetHeight];
  byId("dots").setAttribute("d", dots);
  byId("crowded").setAttribute("d", crowded);
  stopAtCells();
  const again = focused && map.getContainer().querySelector(`.cell[data-record="${CSS.escape(focused)}"]`);
  if (again && document.activeElement !== again) again.focus({ preventScroll: true });
}

// The rectangle that a stack covers, in layer points; nothing when it is left out at this zoom.
function stackBox(index) {
  const spot = level[1][index], size = stacks[index].size;
  if (!spot || !size) return null;
  const middle = pixel(scene.sites[index].at).add(spot), half = L.point(size).divideBy(2);
  return L.bounds(middle.subtract(half), middle.add(half));
}

// Thin lines from places to their stacks where those stand aside.
function leaders() {
  const nodes = [];
  scene.sites.forEach((site, index) => {
    const box = stackBox(index), at = pixel(site.at);
    if (!box || L.bounds(box.min.subtract([2, 2]), box.max.add([2, 2])).contains(at)) return;
    const x = Math.max(box.min.x, Math.min(box.max.x, at.x)), y = Math.max(box.min.y, Math.min(box.max.y, at.y));
    nodes.push(svg("path", { class: "leader", d: `M${round(at.x)} ${round(at.y)}L${round(x)} ${round(y)}` }));
    if (site.extent !== "point") nodes.push(svg("circle", { class: "leader-end", cx: round(at.x), cy: round(at.y), r: 2 }));
  });
  return nodes;
}
const stopAtCells = rove(map.getContainer(), ".cell, .fan-out");
