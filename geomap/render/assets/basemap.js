// The basemap: lines come as text on a grid (payload.py writes it), are turned into latitudes and longitudes and drawn.
const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
const VALUE = new Int8Array(128);
for (let i = 0; i < 64; i++) VALUE[DIGITS.charCodeAt(i)] = i;

function decode(text, step) {
  const line = [];
  let x = 0, y = 0, shift = 0, number = 0, isY = false;
  for (let i = 0; i < text.length; i++) {
    const digit = VALUE[text.charCodeAt(i)];
    number += (digit & 31) << shift;
    if (digit > 31) { shift += 5; continue; }
    const delta = number & 1 ? -((number + 1) >> 1) : number >> 1;
    if (isY) { y += delta; line.push([y * step, x * step]); } else x += delta;
    isY = !isY;
    shift = number = 0;
  }
  return line;
}

function shape([step, lines]) {
  return lines.map((line) => decode(line, step));
}

// A ring as lines without the stretches that only follow the edge of the region that it was clipped to.
function withoutEdge(ring, step, [[south, west], [north, east]]) {
  const near = (a, b) => Math.abs(a - b) <= step;
  const side = ([lat, lon]) => (near(lat, south) ? 1 : 0) | (near(lat, north) ? 2 : 0) | (near(lon, west) ? 4 : 0) | (near(lon, east) ? 8 : 0);
  const lines = [];
  let run = [ring[0]];
  for (let i = 1; i < ring.length; i++) {
    if (side(ring[i]) & side(ring[i - 1])) {
      if (run.length > 1) lines.push(run);
      run = [];
    }
    run.push(ring[i]);
  }
  if (run.length > 1) lines.push(run);
  return lines;
}

function pane(name, zIndex) {
  map.createPane(name).style.zIndex = zIndex;
  return name;
}

const PROVINCES_FROM = 5.5;
let provinces = null;

function drawBasemap() {
  const canvas = L.svg({ pane: pane("ground", 200), padding: 0.5 });
  const base = { renderer: canvas, pane: "ground", interactive: false, smoothFactor: 0.5 };
  const add = (latlngs, className) => latlngs.length && L.polygon(latlngs, { ...base, className }).addTo(map);
  const line = (latlngs, className) => latlngs.length && L.polyline(latlngs, { ...base, className }).addTo(map);
  add(shape(scene.backdrop), "land back");
  const [[south, west], [north, east]] = scene.region;
  add([[south, west], [north, west], [north, east], [south, east]], "sea");
  for (const [held, land] of scene.lands) {
    const rings = shape(land);
    add(rings, held ? "fill held" : "fill");
    line(rings.flatMap((ring) => withoutEdge(ring, land[0], scene.region)), held ? "border held" : "border");
  }
  line(shape(scene.rivers), "river");
  add(shape(scene.lakes), "lake");
  provinces = L.polyline(shape(scene.provinces).flatMap((ring) => withoutEdge(ring, scene.provinces[0], scene.detail)), { ...base, className: "province" });
  line(shape(scene.disputed), "disputed");
  for (const [lat, lon, km, outline] of scene.areas) {
    const rings = outline && shape(outline);
    if (rings && rings.length) L.polyline(rings, { ...base, className: "area" }).addTo(map);
    else L.circle([lat, lon], { ...base, radius: km * 1000, className: "area" }).addTo(map);
  }
}

const names = [];
const shownNames = new Set();

function drawNames() {
  pane("names", 450);
  for (const [kind, text, lat, lon] of scene.labels) {
    const node = words(text, "bdi", { class: "name " + kind });
    const icon = L.divIcon({ html: node, className: "name-at", iconSize: [0, 0] });
    names.push({ node, marker: L.marker([lat, lon], { icon, pane: "names", interactive: false, keyboard: false }) });
    if (kind === "city") L.circleMarker([lat, lon], { radius: 2, className: "town", interactive: false }).addTo(map);
  }
}

function placeNames(level, zoom) {
  const shown = new Map(level[2].map(([index, dx, dy]) => [index, [dx, dy]]));
  shownNames.clear();
  names.forEach(({ node, marker }, index) => {
    const spot = shown.get(index);
    if (spot) shownNames.add(node.textContent);
    if (spot) {
      node.style.transform = `translate(-50%,-50%) translate(${spot[0]}px,${spot[1]}px)`;
      marker.addTo(map);
    } else marker.remove();
  });
  if (provinces && zoom >= PROVINCES_FROM) provinces.addTo(map);
  else provinces.remove();
}
