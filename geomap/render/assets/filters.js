// What is shown: by actor, kind and status, and by time. A record is shown when none of these hides it.
const hiddenBy = { actor: new Set(), kind: new Set(), status: new Set() };
const FACETS = [["actor", "Actor", (card) => card.glyph.actor], ["kind", "What", (card) => card.kind], ["status", "Status", (card) => card.glyph.status]];
let until = null;  // ISO day, null for all
let filterCount = 0;

function isShown(card) {
  return !hiddenBy.actor.has(card.glyph.actor) && !hiddenBy.kind.has(card.kind) && !hiddenBy.status.has(card.glyph.status) &&
    (until === null || !card.dates || card.dates[0] <= until);
}

function isFiltered() {
  return until !== null || FACETS.some(([facet]) => hiddenBy[facet].size > 0);
}

function labelOf(facet, value) {
  if (facet === "actor") return actorOf(value).name || value;
  return facet === "kind" ? scene.kinds[value] || value : value;
}

function valuesOf(read) {
  const counts = new Map();
  for (const card of scene.cards) counts.set(read(card), (counts.get(read(card)) || 0) + 1);
  return counts;
}

function drawFilters() {
  const form = byId("choices");
  for (const [facet, title, read] of FACETS) {
    const counts = valuesOf(read), box = el("fieldset", {}, words(title, "legend"));
    for (const [value, count] of counts) {
      const input = el("input", { type: "checkbox", name: facet });
      input.value = value;
      input.checked = true;
      input.addEventListener("change", () => {
        hiddenBy[facet][input.checked ? "delete" : "add"](value);
        applyFilters();
      });
      box.append(el("label", {}, input, words(labelOf(facet, value)), words(figure(count), "small")));
    }
    const only = el("button", { type: "button", class: "all" }, "All / none");
    only.addEventListener("click", () => {
      const any = hiddenBy[facet].size > 0;
      hiddenBy[facet] = new Set(any ? [] : counts.keys());
      applyFilters();
    });
    if (counts.size > 2) box.append(only);
    form.append(box);
  }
  const reset = el("button", { type: "button", id: "reset" }, "Show everything");
  reset.addEventListener("click", () => {
    for (const [facet] of FACETS) hiddenBy[facet].clear();
    until = null;
    applyFilters();
  });
  form.append(reset);
  form.addEventListener("submit", (event) => event.preventDefault());
  byId("filters").hidden = scene.cards.length < 2;
}

function showChoices() {
  for (const input of byId("choices").querySelectorAll("input")) input.checked = !hiddenBy[input.name].has(input.value);
  byId("reset").disabled = !isFiltered();
}

// Draws the page anew for the filters that now hold.
function applyFilters() {
  filterCount++;
  if (selected !== null && !isShown(cardOf.get(selected))) deselect();
  showChoices();
  showTime();
  const shown = scene.cards.filter(isShown).length;
  byId("status").textContent = isFiltered() ? `${figure(shown)} of ${counted(scene.cards.length, "record")} shown` : "";
  drawRows();
  drawTotals();
  arrange();
  remember();
}
