// Where an arrow comes from, written at its start, or where it enters the view when it starts outside.
const ZOOM_BUTTONS = 84;
let edges = [];

function nameEdges() {
  for (const node of edges) node.remove();
  edges = [];
  const size = map.getSize(), taken = [];
  const inside = (p) => p.x >= 0 && p.y >= 0 && p.x <= size.x && p.y <= size.y;
  for (const { flow, way, from, to } of drawn) {
    if (!flow.startName || flow.startSite !== null) continue;
    const view = (l) => map.layerPointToContainerPoint(way.at(l));
    let l = from;
    const outside = way.cutStart || !inside(view(l));
    if (!outside && !flow.inferred && shownNames.has(flow.startName)) continue;
    while (l < to && !inside(view(l))) l += 4;
    if (l >= to) continue;
    const told = flow.kind === "withdrawal" ? "destination not stated" : "origin not stated";
    const node = words(flow.inferred ? `${flow.startName} (${told})` : `from ${flow.startName}`, "bdi", { class: "edge" });
    map.getContainer().append(node);
    const p = view(l), w = node.offsetWidth, h = node.offsetHeight;
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
    const spot = [inView(left, outside ? p.y - h - 7 : p.y + 8), inView(left, outside ? p.y + 7 : p.y - h - 8)].find(free);
    if (!spot) { node.remove(); continue; }
    const [x, y] = spot;
    taken.push({ name: flow.startName, x, y, w });
    node.style.left = x + "px";
    node.style.top = y + "px";
    edges.push(node);
  }
}
