// The basemap: lines come as text on a grid (payload.py writes it), are turned into latitudes and longitudes and drawn.
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Int8Array(128);
for (let i = 0; i < 64; i++) VALUE[DIGITS.charCodeAt(i)] = i;

// Calls ``take`` with every number of a line.
function numbers(text, take) {
  let shift = 0, number = 0;
  for (let i = 0; i < text.length; i++) {
    const digit = VALUE[text.charCodeAt(i)];
    number += (digit & 31) << shift;
    if (digit > 31) { shift += 5; continue; }
    take(number & 1 ? -((number + 1) >> 1) : number >> 1);
    shift = number = 0;
  }
}

// Lines on a grid of degrees, as latitudes and longitudes.
function shape([step, lines]) {
  return lines.map((text) => {
    const line = [];
    let x = 0, y = 0, isY = false;
    numbers(text, (delta) => {
      if (isY) { y += delta; line.push([y * step, x * step]); } else x += delta;
      isY = !isY;
    });
    return line;
  });
}

// The ground is one drawing in Web Mercator pixels of zoom BASE, counted from the middle of the first view; a zoom only
// changes its transform. (Leaflet's own layers would project and clip tens of thousands of vertices at every zoom.)
const BASE = 8, SIZE = 256 * 2 ** BASE;
const NOWHERE = [[-999, -999], [999, 999]];
const middle = mercator(scene.bounds[0]).map((value, i) => (value + mercator(scene.bounds[1])[i]) / 2);
let ground = null;
let provinces = null;

function mercator([lat, lon]) {
  const s = Math.sin((Math.max(-85, Math.min(85, lat)) * Math.PI) / 180);
  return [(lon / 360 + 0.5) * SIZE, (0.5 - Math.log((1 + s) / (1 - s)) / (4 * Math.PI)) * SIZE];
}

// Lines as SVG paths in units of their grid: whole, to be filled, and as borders without the stretches that only follow
// the edge of the ``box`` that they were clipped to.
function paths([unit, lines], box = NOWHERE) {
  const [west, south] = mercator(box[0]).map((value) => value / unit), [east, north] = mercator(box[1]).map((value) => value / unit);
  const x0 = Math.round(middle[0] / unit), y0 = Math.round(middle[1] / unit);
  // Rounded to a cell of degrees, then to one of Mercator's, a point of the edge ends up to two cells off it.
  const side = (x, y) => (Math.abs(y - south) <= 2 ? 1 : 0) | (Math.abs(y - north) <= 2 ? 2 : 0) | (Math.abs(x - west) <= 2 ? 4 : 0) | (Math.abs(x - east) <= 2 ? 8 : 0);
  let whole = "", border = "";
  for (const text of lines) {
    let x = 0, y = 0, dx = null, first = true, last = 0, pen = "";
    numbers(text, (delta) => {
      if (dx === null) { dx = delta; return; }
      x += dx;
      y += delta;
      const at = side(x, y), to = first ? `${x - x0} ${y - y0}` : `${dx} ${delta}`, next = first ? "M" : at & last ? "m" : "l";
      whole += first ? "M" + to + "l" : to + " ";
      border += next === pen && next !== "m" ? " " + to : next + to;  // pairs that follow an m are lines
      pen = next;
      first = false;
      last = at;
      dx = null;
    });
  }
  return { unit, whole: whole.replace(/l(?=M|$)/g, ""), border };
}

function pane(name, zIndex) {
  map.createPane(name).style.zIndex = zIndex;
  return name;
}

function drawBasemap() {
  ground = svg("g", {});
  map.getPane(pane("ground", 200)).append(svg("svg", { class: "ground", width: 1, height: 1, "aria-hidden": "true" }, ground));
  const add = (unit, d, name) => {
    const [x, y] = middle.map((value) => Math.round(value / unit) * unit - value);
    return ground.appendChild(svg("path", { d, class: name, transform: `translate(${x} ${y}) scale(${unit})` }));
  };
  const back = paths(scene.backdrop), rivers = paths(scene.rivers), lakes = paths(scene.lakes), inner = paths(scene.provinces, scene.detail);
  add(back.unit, back.whole, "land back");
  const [[west, south], [east, north]] = scene.region.map((corner) => mercator(corner).map((value, i) => value - middle[i]));
  ground.append(svg("path", { d: `M${west} ${south}H${east}V${north}H${west}Z`, class: "sea" }));
  const lands = scene.lands.map(([held, land]) => ({ held, ...paths(land, scene.region) }));
  const plain = lands.filter((land) => !land.held), held = lands.filter((land) => land.held);
  const unit = lands.length ? lands[0].unit : 1;  // one grid for all countries
  add(unit, plain.map((land) => land.whole).join(""), "fill");
  for (const land of held) add(unit, land.whole, "fill held");
  drawContested(add);
  add(rivers.unit, rivers.whole, "river");
  add(lakes.unit, lakes.whole, "lake");
  provinces = add(inner.unit, inner.border, "province");
  add(unit, plain.map((land) => land.border).join(""), "border");
  for (const land of held) add(unit, land.border, "border held");
  drawUncertain();
}

// Contested land: hatched in strokes of the screen's own size, whatever the zoom, each area with its sentence.
let hatch = null;
let hatchUnit = 1;
const islets = [];
let wasLong = false;

function drawContested(add) {
  const stroke = (width, name) => svg("rect", { width, height: 5, class: name });
  const lined = (id) => svg("pattern", { id, width: 5, height: 5, patternUnits: "userSpaceOnUse" }, stroke(5, "hatch-tint"), stroke(1.1, "hatch-line"));
  hatch = lined("hatch");
  const flat = lined("hatch-flat");
  flat.setAttribute("patternTransform", "rotate(45)");
  ground.parentNode.prepend(svg("defs", {}, hatch, flat));
  for (const [, statement, , area] of scene.contested) {
    if (!area) continue;
    const { unit, whole } = paths(area), path = add(unit, whole, "hatch");
    hatchUnit = unit;
    path.setAttribute("fill", "url(#hatch)");
    path.append(told(statement));
  }
}

function told(statement) {
  const node = svg("title", {});
  node.textContent = statement;
  return node;
}

// The list of those that are in view.
function listContested() {
  const box = map.getBounds(), all = document.getElementById("contested"), list = all.lastElementChild;
  if (!list.children.length) list.append(...scene.contested.map(([name, statement]) => el("li", {}, words(name, "b"), words(statement.startsWith(name) ? statement.slice(name.length) : statement))));
  let count = 0;
  scene.contested.forEach(([, , corners], index) => {
    const inView = box.intersects(corners);
    list.children[index].hidden = !inView;
    count += inView;
  });
  all.hidden = count === 0;
  if (count > 12 && !wasLong) all.open = false;  // half the world's
  wasLong = count > 12;
  all.firstElementChild.textContent = `Contested in this view: ${count}`;
}

// What is dashed goes through Leaflet, which clips it to the view: a dash has to be laid along every pixel of a line.
function drawUncertain() {
  const base = { renderer: L.svg({ pane: "ground", padding: 0.5 }), pane: "ground", interactive: false };
  const disputed = shape(scene.disputed);
  for (const className of ["disputed-ground", "disputed"]) L.polyline(disputed, { ...base, className, smoothFactor: 0.5 }).addTo(map);
  for (const [, statement, , , at, from] of scene.contested) {
    for (const islet of at) {
      const disc = L.circleMarker(islet, { ...base, radius: 5, className: "islet", fillColor: "url(#hatch-flat)", fillOpacity: 1 }).addTo(map);
      disc.getElement().append(told(statement));
      islets.push([disc.getElement(), from]);
    }
  }
  for (const [lat, lon, km, outline] of scene.areas) {
    const rings = outline && shape(outline);
    if (rings && rings.length) L.polyline(rings, { ...base, className: "area" }).addTo(map);
    else L.circle([lat, lon], { ...base, radius: km * 1000, className: "area" }).addTo(map);
  }
}

const PROVINCES_FROM = 5.5;

function placeGround() {
  const zoom = map.getZoom(), scale = 2 ** (zoom - BASE), origin = map.getPixelOrigin();
  ground.setAttribute("transform", `translate(${middle[0] * scale - origin.x} ${middle[1] * scale - origin.y}) scale(${scale})`);
  for (const [node, from] of islets) node.style.display = zoom >= from ? "" : "none";
  hatch.setAttribute("patternTransform", `scale(${1 / (hatchUnit * scale)}) rotate(45)`);
  provinces.style.display = zoom >= PROVINCES_FROM ? "" : "none";
}

const names = [];
let towns = null;
const shownNames = new Set();

function drawNames() {
  pane("names", 450);
  towns = ground.parentNode.appendChild(svg("path", { class: "town" }));
  for (const [kind, text, lat, lon] of scene.labels) {
    const node = words(text, "bdi", { class: "name " + kind });
    const icon = L.divIcon({ html: node, className: "name-at", iconSize: [0, 0] });
    names.push({ kind, node, at: [lat, lon], marker: L.marker([lat, lon], { icon, pane: "names", interactive: false, keyboard: false }) });
  }
}

function placeNames() {
  const shown = new Map(level[2].map(([index, dx, dy]) => [index, [dx, dy]]));
  shownNames.clear();
  let dots = "";
  names.forEach(({ kind, node, at, marker }, index) => {
    const spot = shown.get(index);
    if (spot) shownNames.add(node.textContent);
    if (spot) {
      if (kind === "city" || kind === "capital" || kind === "town") { const p = pixel(at); dots += `M${round(p.x)} ${round(p.y)}h0`; }
      node.style.transform = `translate(-50%,-50%) translate(${spot[0]}px,${spot[1]}px)`;
      marker.addTo(map);
    } else marker.remove();
  });
  towns.setAttribute("d", dots);
}
