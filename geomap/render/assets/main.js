// The order in which the page is drawn, and what happens when the view changes.
document.title = scene.title;
fill("title", scene.title);
fill("asof", scene.asOf);
fill("summary", scene.summary);
fill("boundaries", scene.boundaries);
fill("credits", scene.credits.map(([what, who]) => `${what}: ${who}`).join(" · "));

if (!scene.cards.length) document.querySelector(".canvas").append(words(scene.summary, "p", { class: "nothing" }));
drawRows();
drawLegend();
map.invalidateSize({ animate: false });

const half = [[-80, scene.centerLon - 180], [84, scene.centerLon + 180]];
map.options.minZoom = scene.levels[0][0];
map.options.maxZoom = scene.levels[scene.levels.length - 1][0];
map.setView(...wholeView(), { animate: false });
map.setMaxBounds(half);
map.attributionControl.addAttribution("Natural Earth · GeoNames CC BY 4.0 · Leaflet");
L.control.scale({ position: "bottomleft" }).addTo(map);

function arrange() {
  level = nearestLevel(map.getZoom());
  placeGround();
  placeNames();
  placeSites();
  drawArrows();
  nameEdges();
  pointOutside();
}

drawBasemap();
drawNames();
drawSites();
arrange();
document.getElementById("contested").open = WIDE.matches;
listContested();
map.on("zoomend viewreset", arrange);
map.on("zoom", () => { placeGround(); drawArrows(); });  // while two fingers zoom
map.on("moveend", () => { nameEdges(); pointOutside(); listContested(); });
map.on("resize", arrange);
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || selected === null) return;
  const back = document.activeElement && document.activeElement.closest(".leaflet-popup") ? rows.get(selected).button : null;
  deselect();
  if (back) back.focus();
});

// A sheet of paper has its own size: the map is drawn anew for it, and every card goes with the list.
window.addEventListener("beforeprint", () => {
  document.documentElement.classList.add("printing");
  document.getElementById("contested").open = true;
  for (const each of rows.values()) if (!each.detail) (each.detail = each.item.appendChild(card(each.entry))).hidden = true;
  map.invalidateSize({ animate: false });
  map.setView(...wholeView(), { animate: false });
});
window.addEventListener("afterprint", () => {
  document.documentElement.classList.remove("printing");
  map.invalidateSize({ animate: false });
  map.setView(...wholeView(), { animate: false });
});
