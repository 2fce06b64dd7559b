// The order in which the page is drawn, and what happens when the view changes.
document.title = scene.title;
fill("title", scene.title);
fill("asof", scene.asOf);
fill("summary", scene.summary);
fill("boundaries", scene.boundaries);
fill("credits", scene.credits.map(([what, who]) => `${what}: ${who}`).join(" · "));
let moved = false;  // by the reader, so that the view is part of the state

if (!scene.cards.length) document.querySelector(".canvas").append(words(scene.summary, "p", { class: "nothing" }));
drawPatterns();
drawTools();
drawFilters();
drawTime();
drawLegend();
map.invalidateSize({ animate: false });

const half = [[-80, scene.centerLon - 180], [84, scene.centerLon + 180]];
map.options.minZoom = scene.levels[0][0];
map.options.maxZoom = scene.levels[scene.levels.length - 1][0];
map.setView(...wholeView(), { animate: false });
map.setMaxBounds(half);
map.attributionControl.addAttribution("Natural Earth · GeoNames CC BY 4.0 · Leaflet");
L.control.scale({ position: "bottomleft" }).addTo(map);
map.getContainer().setAttribute("role", "region");
map.getContainer().setAttribute("aria-label", "Map: arrow keys move it, plus and minus zoom");

function arrange() {
  level = nearestLevel(map.getZoom());
  bends = new Map(level[4]);
  placeGround();
  placeNames();
  if (!ink) drawArrows();
  placeSites();
  drawArrows();
  nameEdges();
  pointOutside();
}

drawBasemap();
drawNames();
arrange();
drawList();
drawArticle();
drawTotals();
showChoices();
showTime();
byId("contested").open = WIDE.matches;
listContested();
recall();
remembering = true;

map.on("zoomend viewreset", arrange);
map.on("resize", () => {  // a window that grows, a phone that is turned: the whole view is that of the new size
  if (!moved && selected === null) map.setView(...wholeView(), { animate: false });
  arrange();
});
map.on("zoom", () => { placeGround(); drawArrows(); });  // while two fingers zoom
map.on("moveend", () => {
  placeSites();
  drawArrows();
  nameEdges();
  pointOutside();
  listContested();
  remember();
});
for (const type of ["pointerdown", "wheel", "keydown"]) {
  map.getContainer().addEventListener(type, (event) => { if (!event.target.closest(".cell")) moved = true; }, { passive: true });
}
window.addEventListener("hashchange", recall);
byId("totals").addEventListener("toggle", drawTotals);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  if (fan) { closeFan(); return; }
  if (selected === null) return;
  const back = document.activeElement && document.activeElement.closest(".leaflet-popup") ? rowOf(cardOf.get(selected)).button : null;
  deselect();
  if (back) back.focus();
});
