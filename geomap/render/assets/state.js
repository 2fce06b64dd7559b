// The state of the page in its address: view, filters, day and selection, so that a link opens what is seen.
const KEEPS = ["http:", "https:", "file:"].includes(location.protocol);  // a srcdoc frame has no address of its own
let remembering = false;
let waiting = 0;

function stateWords() {
  const state = new URLSearchParams(), centre = map.getCenter();
  if (moved) state.set("view", `${centre.lat.toFixed(3)},${centre.lng.toFixed(3)},${map.getZoom()}`);
  for (const [facet] of FACETS) for (const value of hiddenBy[facet]) state.append("hide-" + facet, value);
  if (until !== null) state.set("until", until);
  if (selected !== null) state.set("record", selected);
  return state.toString();
}

function remember() {
  if (!KEEPS || !remembering) return;
  window.clearTimeout(waiting);
  waiting = window.setTimeout(() => {
    const state = stateWords();
    if (state !== location.hash.slice(1)) history.replaceState(null, "", state ? "#" + state : location.href.split("#")[0]);
  }, 120);
}

// Takes from the address what there is on this map, and nothing else.
function recall() {
  if (!KEEPS || !location.hash.includes("=")) return;
  const state = new URLSearchParams(location.hash.slice(1));
  for (const [facet, , read] of FACETS) {
    const known = new Set(scene.cards.map(read));
    hiddenBy[facet] = new Set(state.getAll("hide-" + facet).filter((value) => known.has(value)));
  }
  until = DAYS.length > 1 && DAYS.includes(state.get("until")) ? state.get("until") : null;
  const view = (state.get("view") || "").split(",").map(Number);
  if (view.length === 3 && view.every(Number.isFinite) && Math.abs(view[0]) <= 85) {
    moved = true;
    map.setView([view[0], view[1]], Math.max(map.getMinZoom(), Math.min(map.getMaxZoom(), view[2])), { animate: false });
  }
  applyFilters();
  const record = state.get("record");
  if (cardOf.has(record) && isShown(cardOf.get(record))) select(record, "link");
  else deselect();
}
