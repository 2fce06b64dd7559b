// Arrows: quadratic Bézier curves in pixels of the zoom at hand (layout.py reckons with the same curve), cut where a stack of
// symbols begins, with a head; status and kind change how they look.
const PAPER = "#fdfbf5", GREY = "#666666";
const SAMPLES = 160;
const ZOOM_BUTTONS = 84;
const drawn = [];
let ink = null;
let edges = [];

function pixel(latlng) {
  return map.project(latlng).subtract(map.getPixelOrigin());
}

function curve(flow) {
  const a = pixel(flow.start), b = pixel(flow.end);
  const m = L.point((a.x + b.x) / 2 + (b.y - a.y) * flow.bend * 2, (a.y + b.y) / 2 - (b.x - a.x) * flow.bend * 2);
  const at = (t) => {
    const u = 1 - t;
    return L.point(u * u * a.x + 2 * u * t * m.x + t * t * b.x, u * u * a.y + 2 * u * t * m.y + t * t * b.y);
  };
  // The piece from s to t as an SVG path; its control point lies where the tangents at its ends meet.
  const path = (s, t) => {
    const p = at(s), q = at(t), u = 1 - s;
    const c = L.point(u * (1 - t) * a.x + (u * t + s * (1 - t)) * m.x + s * t * b.x, u * (1 - t) * a.y + (u * t + s * (1 - t)) * m.y + s * t * b.y);
    return `M${round(p.x)} ${round(p.y)}Q${round(c.x)} ${round(c.y)} ${round(q.x)} ${round(q.y)}`;
  };
  return { at, path };
}

function round(number) {
  return Math.round(number * 10) / 10;
}

// Where the curve leaves the stack at one of its ends, as a share of its length; it goes on to the very point when the
// stack stands beside that point.
function cut(at, site, fromEnd) {
  const end = at(fromEnd ? 1 : 0), box = site === null ? null : stackBox(site);
  const around = box && L.bounds(box.min.subtract([5, 4]), box.max.add([5, 4])).contains(end) ? L.bounds(box.min.subtract([5, 4]), box.max.add([5, 4])) : null;
  const gap = site !== null && scene.sites[site].extent === "point" ? 7 : 3;
  for (let i = 0; i <= SAMPLES; i++) {
    const t = fromEnd ? 1 - i / SAMPLES : i / SAMPLES, p = at(t);
    if (!(around && around.contains(p)) && p.distanceTo(end) >= gap) return t;
  }
  return fromEnd ? 0 : 1;
}

function looks(flow) {
  const denied = flow.status === "denied", soft = flow.status === "planned" || flow.status === "possible";
  const width = denied ? Math.max(5, flow.width) : flow.width;
  let dash = "none";
  if (flow.inferred) dash = `0.1 ${round(width * 2.7)}`;
  else if (soft) dash = flow.status === "planned" ? `${width * 2 + 5} ${width + 4}` : `${width + 1} ${round(width * 1.6 + 3)}`;
  const color = flow.status === "past" || flow.kind === "withdrawal" ? GREY : actorOf(flow.actor).line;
  return { denied, width, color, dash: denied ? "none" : dash, hollow: denied || soft };
}

function drawArrows() {
  if (!ink) {
    ink = svg("svg", { class: "ink", width: 1, height: 1, "aria-hidden": "true" });
    map.getPane(pane("arrows", 410)).append(ink);
  }
  drawn.length = 0;
  const nodes = [];
  for (const flow of scene.flows) {
    if (flow.inferred && flow.endSite !== null && !level[1][flow.endSite]) continue;
    const { at, path } = curve(flow);
    const from = cut(at, flow.startSite, false), to = cut(at, flow.endSite, true);
    if (to <= from || at(from).distanceTo(at(to)) < 14) continue;
    const node = arrow(flow, at, path, from, to);
    node.addEventListener("click", () => select(flow.records[0], "map"));
    drawn.push({ flow, node, at, from, to });
    nodes.push(node);
  }
  ink.replaceChildren(...leaders(), ...nodes);
  markArrows();
}

function arrow(flow, at, path, from, to) {
  const look = looks(flow), branch = flow.kind === "branch";
  const length = branch ? 7 : 8 + look.width * 1.5, half = branch ? 3.5 : 3.5 + look.width * 0.95;
  let neck = to;
  while (neck > from && at(neck).distanceTo(at(to)) < length * 0.85) neck -= 0.002;
  const tip = at(to), base = at(neck), reach = tip.distanceTo(base) || 1;
  const dx = (tip.x - base.x) / reach, dy = (tip.y - base.y) / reach;
  const foot = L.point(tip.x - dx * length, tip.y - dy * length);
  const d = path(from, neck), cap = flow.inferred && !look.denied ? "round" : "butt";
  const stroke = (color, width, extra) => svg("path", { d, fill: "none", stroke: color, "stroke-width": width, ...extra });
  const node = svg("g", { class: `arrow ${flow.kind} ${flow.status}` }, stroke(PAPER, look.width + 3, { "stroke-opacity": 0.8 }),
    stroke(look.color, look.width, { "stroke-dasharray": look.dash, "stroke-linecap": cap }));
  if (look.denied) node.append(stroke(PAPER, look.width - 2.6));
  if (!branch && flow.startSite === null) node.append(origin(at(from), flow, look));
  const corners = [tip, L.point(foot.x - dy * half, foot.y + dx * half), L.point(foot.x + dy * half, foot.y - dx * half)];
  node.append(svg("path", { d: "M" + corners.map((p) => `${round(p.x)} ${round(p.y)}`).join("L") + "Z", fill: look.hollow ? PAPER : look.color,
    stroke: look.color, "stroke-width": 1.5, "stroke-linejoin": "round" }));
  if (look.denied) node.append(strike(at, from, to, look));
  return node;
}

function origin(p, flow, look) {
  const size = flow.inferred ? 2.5 : 4;
  if (flow.kind === "transfer") return svg("rect", { x: p.x - size, y: p.y - size, width: size * 2, height: size * 2, fill: look.color });
  return svg("circle", { cx: p.x, cy: p.y, r: size, fill: look.color });
}

// The cross on what was denied, near the head, which is always in view where the place is.
function strike(at, from, to, look) {
  let t = to;
  while (t > from && at(t).distanceTo(at(to)) < 42) t -= 0.002;
  const p = at(t), q = at(Math.min(1, t + 0.01)), d = p.distanceTo(q) || 1;
  const ux = (q.x - p.x) / d, uy = (q.y - p.y) / d, bars = [];
  for (const side of [1, -1]) {
    const vx = (ux - side * uy) * 6, vy = (uy + side * ux) * 6;
    bars.push(`M${round(p.x - vx)} ${round(p.y - vy)}L${round(p.x + vx)} ${round(p.y + vy)}`);
  }
  return svg("path", { d: bars.join(""), stroke: look.color, "stroke-width": 2.6, fill: "none" });
}

// Where an arrow comes from, written at its start, or where it enters the view when it starts outside.
function nameEdges() {
  for (const node of edges) node.remove();
  edges = [];
  const size = map.getSize(), taken = [];
  const inside = (p) => p.x >= 0 && p.y >= 0 && p.x <= size.x && p.y <= size.y;
  for (const { flow, at, from, to } of drawn) {
    if (!flow.startName || flow.startSite !== null) continue;
    const view = (t) => map.layerPointToContainerPoint(at(t));
    let t = from;
    const outside = !inside(view(t));
    if (!outside && !flow.inferred && shownNames.has(flow.startName)) continue;
    while (t < to && !inside(view(t))) t += 0.002;
    if (t >= to) continue;
    const node = words(flow.inferred ? `${flow.startName} (origin not stated)` : `from ${flow.startName}`, "bdi", { class: "edge" });
    map.getContainer().append(node);
    const p = view(t), w = node.offsetWidth, h = node.offsetHeight;
    if (taken.some((o) => o.name === flow.startName && Math.abs(o.x - p.x) < 260 && Math.abs(o.y - p.y) < 150)) { node.remove(); continue; }
    const free = ([x, y]) => {
      const corner = map.containerPointToLayerPoint([x, y]), covers = L.bounds(corner, corner.add([w, h]));
      return !taken.some((o) => Math.abs(o.x - x) < (w + o.w) / 2 + 4 && Math.abs(o.y - y) < h + 2) &&
        !stacks.some((each, index) => { const box = stackBox(index); return box && box.overlaps(covers); });
    };
    const inView = (x, y) => {
      const top = Math.max(4, Math.min(size.y - h - 22, y));
      return [Math.max(top < ZOOM_BUTTONS ? 52 : 4, Math.min(size.x - w - 4, x)), top];
    };
    const left = outside ? p.x + 6 : p.x - w / 2;
    const spot = [inView(left, outside ? p.y - h - 5 : p.y + 8), inView(left, outside ? p.y + 6 : p.y - h - 8)].find(free);
    if (!spot) { node.remove(); continue; }
    const [x, y] = spot;
    taken.push({ name: flow.startName, x, y, w });
    node.style.left = x + "px";
    node.style.top = y + "px";
    edges.push(node);
  }
}

function markArrows() {
  for (const { flow, node } of drawn) node.classList.toggle("dim", selected !== null && !flow.records.includes(selected));
}
