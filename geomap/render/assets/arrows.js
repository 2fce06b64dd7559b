// Arrows: quadratic Bézier curves in pixels of the zoom at hand (layout.py draws the same curve), cut where a stack of
// symbols begins, with a head; status and kind change how they look.
const STEPS = 48;

function curve(flow) {
  const a = map.latLngToLayerPoint(flow.start), b = map.latLngToLayerPoint(flow.end);
  const mx = (a.x + b.x) / 2 + (b.y - a.y) * flow.bend * 2, my = (a.y + b.y) / 2 - (b.x - a.x) * flow.bend * 2;
  return (t) => {
    const u = 1 - t;
    return L.point(u * u * a.x + 2 * u * t * mx + t * t * b.x, u * u * a.y + 2 * u * t * my + t * t * b.y);
  };
}

// Where the curve leaves the stack at one of its ends, as a share of its length; it goes on to the very point when the
// stack stands beside that point.
function cut(at, site, fromEnd) {
  const end = at(fromEnd ? 1 : 0);
  const box = site === null ? null : stackBox(site);
  const gap = site !== null && scene.sites[site].extent === "point" ? 7 : 3;
  for (let i = 0; i <= STEPS * 2; i++) {
    const t = i / (STEPS * 2), p = at(fromEnd ? 1 - t : t);
    const inside = box && p.x > box.min.x - 5 && p.x < box.max.x + 5 && p.y > box.min.y - 5 && p.y < box.max.y + 5;
    if (!(inside && box.contains(end)) && p.distanceTo(end) >= gap) return fromEnd ? 1 - t : t;
  }
  return fromEnd ? 1 : 0;
}

function looks(flow) {
  const denied = flow.status === "denied", soft = flow.status === "planned" || flow.status === "possible";
  const grey = flow.status === "past" || flow.kind === "withdrawal";
  const width = denied ? Math.max(5, flow.width) : flow.width;
  let dash = null;
  if (flow.inferred) dash = "0.1 " + width * 2.6;
  else if (soft) dash = flow.status === "planned" ? `${width * 2 + 5} ${width + 4}` : `${width + 1} ${width * 1.6 + 3}`;
  if (denied) dash = null;
  return { denied, soft, width, dash, color: grey ? "#6a6a6a" : actorOf(flow.actor).line, hollow: denied || soft };
}

const drawn = [];

function drawArrows() {
  for (const { layer } of drawn) layer.remove();
  drawn.length = 0;
  for (const flow of scene.flows) {
    const group = L.layerGroup(), look = looks(flow), at = curve(flow);
    const from = cut(at, flow.startSite, false), to = cut(at, flow.endSite, true);
    if (to <= from) continue;
    const back = flow.kind === "branch" ? 6 : 8 + look.width * 1.5;
    let neck = to;
    while (neck > from && at(neck).distanceTo(at(to)) < back * 0.85) neck -= 0.002;
    const points = [];
    for (let i = 0; i <= STEPS; i++) points.push(at(from + ((neck - from) * i) / STEPS));
    const put = (kind, pts, style) => group.addLayer(
      L[kind](pts.map((p) => map.layerPointToLatLng(p)), { pane: "arrows", interactive: false, smoothFactor: 0, ...style }));
    const cls = (extra) => ({ className: "arrow " + extra });
    put("polyline", points, { color: "#fdfbf5", weight: look.width + 3, opacity: 0.75, ...cls("halo") });
    put("polyline", points, { color: look.color, weight: look.width, dashArray: look.dash, lineCap: flow.inferred ? "round" : "butt",
      opacity: flow.status === "possible" ? 0.8 : 1, ...cls(flow.kind) });
    if (look.denied) put("polyline", points, { color: "#fdfbf5", weight: look.width - 2.6, ...cls("hollow") });
    const tip = at(to), base = at(neck), dx = (tip.x - base.x) / (tip.distanceTo(base) || 1), dy = (tip.y - base.y) / (tip.distanceTo(base) || 1);
    const half = flow.kind === "branch" ? 3.5 : 3.5 + look.width * 0.95;
    const foot = L.point(tip.x - dx * back, tip.y - dy * back);
    put("polygon", [tip, L.point(foot.x - dy * half, foot.y + dx * half), L.point(foot.x + dy * half, foot.y - dx * half)],
      { color: look.color, weight: 1.5, fillColor: look.hollow ? "#fdfbf5" : look.color, fillOpacity: 1, ...cls("head") });
    if (look.denied) strike(put, at, from, to, look);
    if (flow.kind !== "branch" && flow.startSite === null) {
      put("polyline", [points[0], points[0]], { color: look.color, weight: flow.kind === "transfer" ? 8 : 7, lineCap: flow.kind === "transfer" ? "square" : "round", ...cls("start") });
    }
    drawn.push({ flow, layer: group.addTo(map), at, from, to });
  }
  markArrows();
}

function strike(put, at, from, to, look) {
  let t = to;
  while (t > from && at(t).distanceTo(at(to)) < 46) t -= 0.002;
  const p = at(t), q = at(Math.min(1, t + 0.01)), d = p.distanceTo(q) || 1;
  const ux = (q.x - p.x) / d, uy = (q.y - p.y) / d, size = 8;
  for (const side of [1, -1]) {
    const vx = (ux + side * -uy) * size * 0.75, vy = (uy + side * ux) * size * 0.75;
    put("polyline", [L.point(p.x - vx, p.y - vy), L.point(p.x + vx, p.y + vy)], { color: look.color, weight: 2.6, className: "arrow strike" });
  }
}

// The names of starts that lie outside the view, written where their arrows come in.
let edges = [];

function nameEdges() {
  for (const node of edges) node.remove();
  edges = [];
  const size = map.getSize(), taken = [];
  for (const { flow, at, from, to } of drawn) {
    if (!flow.startName || flow.startSite !== null) continue;
    const view = (t) => map.layerPointToContainerPoint(at(t));
    const inside = (p) => p.x >= 0 && p.y >= 0 && p.x <= size.x && p.y <= size.y;
    let t = from;
    const outside = !inside(view(t));
    if (outside) while (t < to && !inside(view(t))) t += 0.004;
    if (t >= to) continue;
    const p = view(t);
    const node = words(flow.inferred ? `${flow.startName} (origin not stated)` : `from ${flow.startName}`, "bdi", { class: "edge" });
    map.getContainer().append(node);
    const w = node.offsetWidth, h = node.offsetHeight;
    let x = outside ? p.x + 4 : p.x - w / 2, y = outside ? p.y - h - 3 : p.y + 7;
    x = Math.max(4, Math.min(size.x - w - 4, x));
    y = Math.max(4, Math.min(size.y - h - 4, y));
    const clash = taken.some((o) => o.name === flow.startName && Math.abs(o.x - x) < 170 && Math.abs(o.y - y) < 60);
    if (clash) { node.remove(); continue; }
    taken.push({ name: flow.startName, x, y });
    node.style.left = x + "px";
    node.style.top = y + "px";
    edges.push(node);
  }
}

function markArrows() {
  for (const { flow, layer } of drawn) {
    const on = selected !== null && flow.records.includes(selected);
    layer.eachLayer((part) => {
      const node = part.getElement();
      if (node) node.classList.toggle("dim", selected !== null && !on);
    });
  }
}
