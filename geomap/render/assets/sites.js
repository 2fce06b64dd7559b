// Sites: stacks of symbols, each with its number, put where the arrangement for the zoom at hand has room for them.
const stacks = [];
let dots = null;
let level = scene.levels[0];

function drawSites() {
  dots = L.layerGroup().addTo(map);
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
  cells.style.gridTemplateColumns = `repeat(${site.columns},max-content)`;
  for (const glyph of site.glyphs) cells.append(cell(glyph, site));
  if (site.hidden) head.append(words(`+ ${site.hidden} more in the list`, "i"));
  const node = el("div", { class: "stack", "data-site": index }, head, cells);
  return node;
}

function cell(glyph, site) {
  const card = cardOf.get(glyph.record);
  const text = el("span", { class: "beside" });
  glyph.words.forEach((line, i) => {
    if (i) text.append(el("br", { class: "w" }));
    else if (glyph.number) text.append(words(glyph.number, "b"), " ");
    text.append(words(line, "bdi", { class: "w" }));
  });
  if (!glyph.words.length && glyph.number) text.append(words(glyph.number, "b"));
  if (glyph.tag && !site.tag) text.append(el("br", { class: "w" }), words(glyph.tag, "i", { class: "w" }));
  const holder = el("span", { class: "holder" }, sign(glyph));
  holder.style.width = site.icon + "px";
  const button = el("button", { type: "button", class: `cell ${glyph.status}${glyph.hedged ? " hedged" : ""}${glyph.number ? " numbered" : ""}`, "data-record": glyph.record }, holder, text);
  button.setAttribute("aria-label", spoken(card));
  button.addEventListener("click", () => select(glyph.record, "map"));
  return button;
}

function nearestLevel(zoom) {
  return scene.levels.reduce((best, each) => (Math.abs(each[0] - zoom) < Math.abs(best[0] - zoom) ? each : best));
}

function placeSites() {
  dots.clearLayers();
  map.getContainer().classList.toggle("compact", level[3] === 1);
  stacks.forEach(({ site, node, marker }, index) => {
    const spot = level[1][index];
    if (site.extent === "point" || !spot) {
      L.circleMarker(site.at, { pane: "dots", radius: spot ? 3 : 4, className: spot ? "dot" : "dot crowded", interactive: false }).addTo(dots);
    }
    if (!spot) { marker.remove(); return; }
    marker.addTo(map);
    node.lastElementChild.style.gridTemplateRows = site.rows[level[3]].map((row) => row + "px").join(" ");
    node.style.transform = `translate(-50%,-50%) translate(${spot[0]}px,${spot[1]}px)`;
  });
  for (const each of stacks) each.size = level[1][stacks.indexOf(each)] ? [each.node.offsetWidth, each.node.offsetHeight] : null;
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

// The closest view that holds all places, and their stacks where that takes no more than one zoom level: centre and zoom.
function wholeView() {
  const room = map.getSize().subtract([28, 34]), fits = (bounds) => bounds.getSize().x <= room.x && bounds.getSize().y <= room.y;
  let first = null;
  for (const each of [...scene.levels].reverse()) {
    const [zoom, spots, , compact] = each, bounds = L.bounds(scene.bounds.map((corner) => map.project(corner, zoom)));
    if (!fits(bounds) && zoom > scene.levels[0][0]) continue;
    scene.sites.forEach((site, index) => {
      if (!spots[index] || site.outside) return;
      const middle = map.project(site.at, zoom).add(spots[index]), half = L.point(site.size[compact]).divideBy(2);
      bounds.extend(middle.subtract(half)).extend(middle.add(half));
    });
    const view = [map.unproject(bounds.getCenter(), zoom), zoom];
    first = first || view;
    if (fits(bounds)) return view;
    if (zoom <= first[1] - 1) break;
  }
  return first;
}

// Buttons at the edge that lead to the places that the first view leaves out.
let pointers = [];

function pointOutside() {
  for (const node of pointers) node.remove();
  const size = map.getSize(), middle = size.divideBy(2);
  pointers = scene.sites.filter((site) => site.outside).flatMap((site) => {
    const p = map.latLngToContainerPoint(site.at);
    if (p.x > 0 && p.y > 0 && p.x < size.x && p.y < size.y) return [];
    const node = el("button", { type: "button", class: "pointer" }, words(site.name), ` (${site.glyphs.length + site.hidden}) outside this view`);
    node.addEventListener("click", () => map.setView(site.at, map.getZoom(), { animate: false }));
    L.DomEvent.disableClickPropagation(node);
    map.getContainer().append(node);
    const way = p.subtract(middle), w = node.offsetWidth, h = node.offsetHeight;
    const share = Math.min((middle.x - w / 2 - 8) / Math.abs(way.x || 1), (middle.y - h / 2 - 30) / Math.abs(way.y || 1));
    node.style.left = middle.x + way.x * share - w / 2 + "px";
    node.style.top = middle.y + way.y * share - h / 2 + "px";
    return [node];
  });
}
