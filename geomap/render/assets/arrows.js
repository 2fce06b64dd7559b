// Arrows: quadratic Bézier curves in pixels of the zoom at hand (curves.py reckons with the same), cut where a stack of
// symbols begins, drawn as bands with a head; status and kind change how they look.
const SAMPLES = 120;
const MARGIN = 160;  // pixels round the view in which arrows are drawn
const drawn = [];
let ink = null;

function pixel(latlng) {
  return map.project(latlng).subtract(map.getPixelOrigin());
}

// The stretch of a curve in and near the view, walked by its length in pixels; nothing when it does not come near.
function track(flow, bend) {
  const a = pixel(flow.start), b = pixel(flow.end);
  const m = L.point((a.x + b.x) / 2 + (b.y - a.y) * bend * 2, (a.y + b.y) / 2 - (b.x - a.x) * bend * 2);
  const curve = (t) => L.point((1 - t) * (1 - t) * a.x + 2 * (1 - t) * t * m.x + t * t * b.x, (1 - t) * (1 - t) * a.y + 2 * (1 - t) * t * m.y + t * t * b.y);
  const corner = map.containerPointToLayerPoint([0, 0]), view = L.bounds(corner.subtract([MARGIN, MARGIN]), corner.add(map.getSize()).add([MARGIN, MARGIN]));
  let s = 0, e = 1;
  const coarse = 200, near = (i) => view.contains(curve(i / coarse));
  let first = 0, last = coarse;
  while (first <= coarse && !near(first)) first++;
  if (first > coarse) return null;
  while (!near(last)) last--;
  s = Math.max(0, first - 1) / coarse;
  e = Math.min(coarse, last + 1) / coarse;
  const points = [], lengths = [0];
  for (let i = 0; i <= SAMPLES; i++) {
    points.push(curve(s + ((e - s) * i) / SAMPLES));
    if (i) lengths.push(lengths[i - 1] + points[i].distanceTo(points[i - 1]));
  }
  const length = lengths[SAMPLES];
  const find = (l) => {
    let low = 0, high = SAMPLES;
    while (high - low > 1) { const half = (low + high) >> 1; if (lengths[half] <= l) low = half; else high = half; }
    return low;
  };
  const at = (l) => {
    const i = find(l), share = (l - lengths[i]) / (lengths[i + 1] - lengths[i] || 1), p = points[i], q = points[i + 1];
    return L.point(p.x + (q.x - p.x) * share, p.y + (q.y - p.y) * share);
  };
  const along = (l) => {
    const p = at(Math.max(0, l - 2)), q = at(Math.min(length, l + 2)), d = p.distanceTo(q) || 1;
    return L.point((q.x - p.x) / d, (q.y - p.y) / d);
  };
  return { at, along, length, cutStart: s > 0, cutEnd: e < 1 };
}

// Where the curve leaves the stack at one of its ends, as a length; it goes on to the very point when the stack stands
// beside that point.
function cut(way, site, fromEnd) {
  if (fromEnd ? way.cutEnd : way.cutStart) return fromEnd ? way.length : 0;
  const end = way.at(fromEnd ? way.length : 0), box = site === null ? null : stackBox(site);
  const wide = box && L.bounds(box.min.subtract([4, 4]), box.max.add([4, 4])), around = wide && wide.contains(end) ? wide : null;
  const gap = site !== null && scene.sites[site].extent === "point" ? 7 : 3;
  for (let l = 0; l <= way.length; l += 2) {
    const p = way.at(fromEnd ? way.length - l : l);
    if (!(around && around.contains(p)) && p.distanceTo(end) >= gap) return fromEnd ? way.length - l : l;
  }
  return fromEnd ? 0 : way.length;
}

// A band of a width along a stretch of the curve, as a closed path.
function band(way, from, to, width) {
  const steps = Math.max(2, Math.min(60, Math.ceil((to - from) / 9))), left = [], right = [];
  for (let i = 0; i <= steps; i++) {
    const l = from + ((to - from) * i) / steps, p = way.at(l), u = way.along(l), h = width / 2;
    left.push(`${round(p.x - u.y * h)} ${round(p.y + u.x * h)}`);
    right.push(`${round(p.x + u.y * h)} ${round(p.y - u.x * h)}`);
  }
  return "M" + left.concat(right.reverse()).join("L") + "Z";
}

function head(way, to, length, half) {
  const tip = way.at(to), u = way.along(Math.max(0, to - length / 2)), foot = L.point(tip.x - u.x * length, tip.y - u.y * length);
  return `M${round(tip.x)} ${round(tip.y)}L${round(foot.x - u.y * half)} ${round(foot.y + u.x * half)}L${round(foot.x + u.y * half)} ${round(foot.y - u.x * half)}Z`;
}

// The whole outline of an arrow: one band, or one for each dash, and its head.
function outline(way, from, to, look) {
  const { width, dash, length, half } = look, neck = Math.max(from, to - length * 0.9);
  if (!dash) return band(way, from, neck, width) + head(way, to, length, half);
  let d = "";
  for (let l = neck; l > from; l -= dash[0] + dash[1]) d = band(way, Math.max(from, l - dash[0]), l, width) + d;
  return d + head(way, to, length, half);
}

function looks(flow) {
  const denied = flow.status === "denied", branch = flow.kind === "branch", thin = (flow.inferred && !denied) || branch;
  const width = denied ? Math.max(6, flow.width) : flow.width;
  let dash = null;
  if (!flow.inferred && flow.status === "planned") dash = [width * 1.2 + 8, width * 0.4 + 4];
  if (!flow.inferred && flow.status === "possible") dash = [width * 0.4 + 3, width * 0.4 + 4];
  return { denied, thin, width, dash, hollow: denied,
    length: branch ? 7 : 9 + width * 1.1, half: branch ? 3.5 : 4 + width * 0.85 };
}

function drawArrows() {
  if (!ink) {
    ink = svg("g", {});
    const dots = ["dots", "crowded"].map((id) => svg("path", { id, class: "dot " + id }));
    map.getPane(pane("arrows", 410)).append(svg("svg", { class: "ink", width: 1, height: 1, "aria-hidden": "true" }, ink, ...dots));
  }
  drawn.length = 0;
  const nodes = [];
  scene.flows.forEach((flow, index) => {
    if (!flow.records.some((record) => isShown(cardOf.get(record)))) return;
    if (flow.inferred && flow.endSite !== null && !level[1][flow.endSite]) return;
    const way = track(flow, bends.has(index) ? bends.get(index) : flow.bend);
    if (!way) return;
    const from = cut(way, flow.startSite, false), to = cut(way, flow.endSite, true);
    if (to - from < 14) return;
    const node = arrow(flow, way, from, to);
    node.addEventListener("click", () => select(flow.records[0], "map"));
    drawn.push({ flow, node, way, from, to });
    nodes.push(node);
  });
  ink.replaceChildren(...leaders(), ...nodes);
  markArrows();
}

function arrow(flow, way, from, to) {
  const look = looks(flow), node = svg("g", { class: `arrow ${flow.kind} ${flow.status}${look.hollow ? " hollow" : ""}${flow.inferred ? " inferred" : ""}` });
  const grey = flow.status === "past" || flow.kind === "withdrawal", actor = actorOf(flow.actor);
  node.style.setProperty("--light", grey ? "#666666" : actor.line);
  node.style.setProperty("--bright", grey ? "#a9a9a9" : actor.fill);
  if (look.thin) {
    const dots = [], step = flow.inferred ? 5 : 0;
    for (let l = from; step && l < to - look.length; l += step) { const p = way.at(l); dots.push(`M${round(p.x)} ${round(p.y)}h0`); }
    if (step) node.append(svg("path", { class: "trail-ground", d: dots.join("") }), svg("path", { class: "trail", d: dots.join("") }));
    else node.append(svg("path", { class: "shaft", d: outline(way, from, to, look) }));
    if (step) node.append(svg("path", { class: "head", d: head(way, to, look.length, look.half) }));
  } else node.append(svg("path", { class: "shaft", d: outline(way, from, to, look) }));
  if (flow.kind === "withdrawal" && !look.denied && !way.cutStart) node.append(svg("path", { class: "tail", d: bar(way, from + 1.5, look.half) }));
  if (flow.kind !== "branch" && flow.startSite === null && !way.cutStart) node.append(origin(way.at(from), flow));
  if (look.denied) node.append(svg("path", { class: "cross", d: cross(way, Math.max(from, to - look.length - 30)) }));
  return node;
}

function origin(p, flow) {
  const size = flow.inferred ? 2.5 : 4;
  if (flow.kind === "transfer") return svg("rect", { class: "origin", x: p.x - size, y: p.y - size, width: size * 2, height: size * 2 });
  return svg("circle", { class: "origin", cx: p.x, cy: p.y, r: size });
}

function bar(way, l, half) {
  const p = way.at(l), u = way.along(l);
  return `M${round(p.x - u.y * half)} ${round(p.y + u.x * half)}L${round(p.x + u.y * half)} ${round(p.y - u.x * half)}`;
}

// The cross on what was denied, near the head, which is always in view where the place is.
function cross(way, l) {
  const p = way.at(l), u = way.along(l);
  return [1, -1].map((side) => {
    const x = (u.x - side * u.y) * 8, y = (u.y + side * u.x) * 8;
    return `M${round(p.x - x)} ${round(p.y - y)}L${round(p.x + x)} ${round(p.y + y)}`;
  }).join("");
}

function markArrows() {
  for (const { flow, node } of drawn) node.classList.toggle("dim", selected !== null && !flow.records.includes(selected));
}
