// The first view, and what leads to the places that it leaves out.

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
  const size = map.getSize(), middle = size.divideBy(2), taken = [[0, 0, 60, 90]];  // the zoom buttons have a corner
  pointers = scene.sites.filter((site) => site.outside).flatMap((site) => {
    const p = map.latLngToContainerPoint(site.at), mine = site.glyphs.filter((i) => isShown(scene.cards[i])).length;
    if (!mine || (p.x > 0 && p.y > 0 && p.x < size.x && p.y < size.y)) return [];
    const node = el("button", { type: "button", class: "pointer" }, words(site.name), ` (${mine}) outside this view`);
    node.addEventListener("click", () => {
      map.setView(site.at, map.getZoom(), { animate: false });
      map.getContainer().focus();
    });
    L.DomEvent.disableClickPropagation(node);
    map.getContainer().append(node);
    const way = p.subtract(middle), w = node.offsetWidth, h = node.offsetHeight;
    const share = Math.min((middle.x - w / 2 - 8) / Math.abs(way.x || 1), (middle.y - h / 2 - 30) / Math.abs(way.y || 1));
    const left = middle.x + way.x * share - w / 2, step = way.y < 0 ? 4 : -4;
    let top = middle.y + way.y * share - h / 2;
    const meets = ([x, y, wide, high]) => left < x + wide && x < left + w && top < y + high && y < top + h;
    while (taken.some(meets) && top > 0 && top + h < size.y) top += step;  // several in one direction stand in a column
    taken.push([left, top, w, h + 4]);
    node.style.left = left + "px";
    node.style.top = top + "px";
    return [node];
  });
}

// Brings a record's symbol into view, as near as it takes to see it when it has no room at this zoom.
function bringIntoView(card) {
  const site = scene.sites[card.site], index = card.site;
  let zoom = map.getZoom();
  if (!level[1][index]) zoom = (scene.levels.find((each) => each[0] >= zoom && each[1][index]) || scene.levels[scene.levels.length - 1])[0];
  const spot = nearestLevel(zoom)[1][index] || [0, 0];
  const middle = map.project(site.at, zoom).add(spot), size = L.point(site.size[nearestLevel(zoom)[3]]).divideBy(2);
  const seen = map.getPixelBounds(), inside = zoom === map.getZoom() && seen.contains(L.bounds(middle.subtract(size), middle.add(size)));
  if (!inside) map.setView(map.unproject(middle, zoom), zoom, { animate: false });
  if (!stacks[index].node || stacks[index].node.querySelector(`.cell[data-record="${CSS.escape(card.record)}"]`)) return;
  const more = stacks[index].node.querySelector(".fan-out");
  if (more) more.classList.add("on");  // it is one of those that fan out
}
