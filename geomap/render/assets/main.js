// The order in which the page is drawn, and what happens when the view changes.
document.title = scene.title;
fill("title", scene.title);
fill("asof", scene.asOf);
fill("summary", scene.summary);
fill("boundaries", scene.boundaries);
fill("credits", scene.credits.map(([what, who]) => `${what}: ${who}`).join(" · "));

drawRows();
drawLegend();
map.invalidateSize({ animate: false });

const half = [[-80, scene.centerLon - 180], [84, scene.centerLon + 180]];
map.options.minZoom = scene.levels[0][0];
map.options.maxZoom = scene.levels[scene.levels.length - 1][0];
pane("arrows", 430);
map.fitBounds(scene.bounds, { padding: [26, 26] });
map.setMaxBounds(half);
map.attributionControl.addAttribution("Natural Earth · GeoNames CC BY 4.0 · Leaflet");
L.control.scale({ position: "bottomleft" }).addTo(map);

function arrange() {
  level = nearestLevel(map.getZoom());
  placeNames(level, map.getZoom());
  placeSites();
  drawArrows();
  nameEdges();
}

drawBasemap();
drawNames();
drawSites();
arrange();
map.on("zoomend viewreset", arrange);
map.on("moveend", nameEdges);
map.on("resize", arrange);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || selected === null) return;
  const back = document.activeElement && document.activeElement.closest(".leaflet-popup") ? rows.get(selected).button : null;
  deselect();
  if (back) back.focus();
});
window.addEventListener("beforeprint", () => {
  for (const [, each] of rows) if (!each.detail) { each.item.append((each.detail = card(each.entry))); each.detail.hidden = true; }
  map.invalidateSize({ animate: false });
  map.fitBounds(scene.bounds, { animate: false });
});
window.addEventListener("afterprint", () => map.invalidateSize({ animate: false }));
