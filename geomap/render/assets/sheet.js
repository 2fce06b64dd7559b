// Print: the map drawn anew for a sheet of paper, and a table of all records that the filters show.
const COLUMNS = ["Actor", "Number", "Force", "Action", "From", "Place", "Time", "Status", "Who says so"];

function drawSheet() {
  const table = byId("sheet"), body = el("tbody", {});
  for (const entry of scene.cards.filter(isShown)) {
    const facts = new Map(factsOf(entry));
    if (facts.has("Event")) facts.set("Force", facts.get("Event")).set("Number", facts.get("Casualties") || "").set("Action", "event");
    const status = facts.get("Status") + (facts.has("Hedge") ? "; reported with reserve" : "");
    const text = (name) => (name === "Status" ? status : facts.get(name) || "");
    body.append(el("tr", {}, el("td", {}, sign(entry.glyph, 18)), ...COLUMNS.map((name) => el("td", {}, words(text(name))))));
    if (entry.quotes.length) body.append(el("tr", { class: "said" }, el("td", {}), el("td", { colspan: COLUMNS.length }, ...entry.quotes.map(quote))));
  }
  const head = el("tr", {}, el("th", { scope: "col", "aria-label": "Sign" }), ...COLUMNS.map((name) => words(name, "th", { scope: "col" })));
  table.replaceChildren(words("Records", "caption"), el("thead", {}, head), body);
  table.hidden = false;
}

let before = null;

window.addEventListener("beforeprint", () => {
  before = [map.getCenter(), map.getZoom(), byId("totals").open];
  document.documentElement.classList.add("printing");
  showTheme();
  byId("totals").open = true;
  drawTotals();
  drawSheet();
  map.invalidateSize({ animate: false });
  map.setView(...(moved ? before.slice(0, 2) : wholeView()), { animate: false });
  byId("contested").open = true;
});
window.addEventListener("afterprint", () => {
  document.documentElement.classList.remove("printing");
  showTheme();
  byId("sheet").hidden = true;
  byId("sheet").replaceChildren();
  byId("totals").open = before[2];
  map.invalidateSize({ animate: false });
  map.setView(before[0], before[1], { animate: false });
});
