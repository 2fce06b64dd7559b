// Sites: stacks of symbols, each with its number, put where the arrangement for the zoom at hand has room for them.
const stacks = [];
let leaders = null;
let level = scene.levels[0];

function drawSites() {
  pane("dots", 420);
  leaders = L.layerGroup().addTo(map);
  scene.sites.forEach((site, index) => {
    const node = stack(site, index);
    const icon = L.divIcon({ html: node, className: "stack-at", iconSize: [0, 0] });
    const marker = L.marker(site.at, { icon, interactive: false, keyboard: false, zIndexOffset: 1000 - index });
    stacks.push({ site, node, marker });
    L.DomEvent.disableClickPropagation(node);
  });
}

function stack(site, index) {
  const head = el("div", { class: "stack-name" }, words(site.name));
  if (site.tag) head.append(words(site.tag, "i"));
  const cells = el("div", { class: "cells" });
  cells.style.gridTemplateColumns = `repeat(${site.columns},${site.cell}px)`;
  cells.style.gridTemplateRows = site.rows.map((row) => row + "px").join(" ");
  for (const glyph of site.glyphs) cells.append(cell(glyph, site));
  if (site.hidden) head.append(words(`+ ${site.hidden} more in the list`, "i"));
  const node = el("div", { class: "stack", "data-site": index }, head, cells);
  node.style.width = site.size[0] + "px";
  return node;
}

function cell(glyph, site) {
  const card = cardOf.get(glyph.record);
  const text = el("span", { class: "beside" });
  glyph.words.forEach((line, i) => {
    if (i) text.append(el("br"));
    else if (glyph.number) text.append(words(glyph.number, "b"), " ");
    text.append(words(line));
  });
  if (!glyph.words.length && glyph.number) text.append(words(glyph.number, "b"));
  if (glyph.tag && !site.tag) text.append(el("br"), words(glyph.tag, "i"));
  const holder = el("span", { class: "holder" }, sign(glyph));
  holder.style.width = site.icon + "px";
  const button = el("button", { type: "button", class: `cell ${glyph.status}${glyph.hedged ? " hedged" : ""}`, "data-record": glyph.record }, holder, text);
  button.setAttribute("aria-label", spoken(card));
  button.addEventListener("click", () => select(glyph.record, "map"));
  return button;
}

function nearestLevel(zoom) {
  return scene.levels.reduce((best, each) => (Math.abs(each[0] - zoom) < Math.abs(best[0] - zoom) ? each : best));
}

function placeSites() {
  leaders.clearLayers();
  stacks.forEach(({ site, node, marker }, index) => {
    const spot = level[1][index];
    const at = map.latLngToLayerPoint(site.at);
    if (site.extent === "point" || !spot) {
      L.circleMarker(site.at, { pane: "dots", radius: spot ? 3 : 4, className: spot ? "dot" : "dot crowded", interactive: false }).addTo(leaders);
    }
    if (!spot) { marker.remove(); return; }
    marker.addTo(map);
    node.style.transform = `translate(-50%,-50%) translate(${spot[0]}px,${spot[1]}px)`;
    if (Math.abs(spot[0]) > site.size[0] / 2 || Math.abs(spot[1]) > site.size[1] / 2) leader(site, at, spot);
  });
}

// A thin line from a place to its stack where that stands aside.
function leader(site, at, [dx, dy]) {
  const w = site.size[0] / 2, h = site.size[1] / 2;
  const x = at.x + dx + Math.max(-w, Math.min(w, -dx)), y = at.y + dy + Math.max(-h, Math.min(h, -dy));
  const ends = [at, L.point(x, y)].map((p) => map.layerPointToLatLng(p));
  L.polyline(ends, { pane: "dots", className: "leader", interactive: false }).addTo(leaders);
}

// The rectangle that a stack covers, in layer points; nothing when it is left out at this zoom.
function stackBox(index) {
  const spot = level[1][index], site = scene.sites[index];
  if (!spot) return null;
  const at = map.latLngToLayerPoint(site.at).add(spot);
  return L.bounds(at.subtract([site.size[0] / 2, site.size[1] / 2]), at.add([site.size[0] / 2, site.size[1] / 2]));
}
