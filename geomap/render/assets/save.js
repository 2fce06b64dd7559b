// Saving: picture, GeoJSON and table are made of what the page shows and leave it as a file, without any network.
const FRAMED = window.parent !== window;

function filesName(ending) {
  return (scene.id.replace(/[^\p{L}\p{N}._-]+/gu, "-").replace(/^[.-]+/, "").slice(0, 80) || "map") + ending;
}

// A frame may not save unless its page lets it, which cannot be asked: there the text is shown to be copied.
function save(name, type, text) {
  if (FRAMED) { showCopy(name, text); return; }
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = el("a", { href: url, download: name });
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(url), 10000);
  byId("status").textContent = `Saved ${name}`;
}

function showCopy(name, text) {
  const box = byId("leave"), area = el("textarea", { readonly: "", rows: 8, "aria-label": name }), close = el("button", { type: "button" }, "Close");
  area.value = text;
  close.addEventListener("click", () => { box.hidden = true; });
  box.replaceChildren(words(`A map inside another page cannot save files. Copy this text into a file called ${name}, or open the map by itself.`, "p"), area, close);
  box.hidden = false;
  area.focus();
  area.select();
}

function rowsOfTable() {
  return scene.cards.filter(isShown).map((entry) => {
    const facts = Object.fromEntries(factsOf(entry)), site = entry.site === null ? null : scene.sites[entry.site];
    return { id: entry.record, kind: scene.kinds[entry.kind] || entry.kind, title: entry.title, actor: facts.Actor, number: facts.Number || "", force: facts.Force || "", action: facts.Action || "",
      event: facts.Event || "", target: facts.Target || "", casualties: facts.Casualties || "", from: facts.From || "", place: facts.Place || "", recipient: facts.Recipient || "", time: facts.Time || "",
      start: entry.dates ? entry.dates[0] : "", end: entry.dates ? entry.dates[1] : "", status: entry.glyph.status, hedged: entry.glyph.hedged ? "yes" : "no", source: facts["Who says so"],
      part_of: facts["Counted in"] || "", site: site ? site.name : "", lat: site ? site.at[0] : "", lon: site ? normal(site.at[1]) : "", radius_km: site ? site.radius : "",
      not_on_map: entry.absent || "", evidence: entry.quotes.map((pieces) => pieces.map(([text]) => text).join("")).join(" … ") };
  });
}

function normal(lon) {
  return Math.round(((((lon + 180) % 360) + 360) % 360 - 180) * 1e4) / 1e4;
}

// RFC 7946: one feature for each record, a point where its symbol's place is, none where it has no place.
function geojson() {
  const features = rowsOfTable().map((row) => {
    const { id, lat, lon, ...properties } = row;
    return { type: "Feature", id, geometry: lat === "" ? null : { type: "Point", coordinates: [lon, lat] }, properties };
  });
  return JSON.stringify({ type: "FeatureCollection", features }, null, 1) + "\n";
}

// RFC 4180, with a byte order mark for spreadsheets; what a spreadsheet would take for a formula begins with an apostrophe.
function csv() {
  const table = rowsOfTable(), heads = Object.keys(table[0] || { id: "" });
  const quoted = (value) => {
    const text = String(value), safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? "'" + text : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return "\ufeff" + [heads, ...table.map((row) => heads.map((head) => row[head]))].map((line) => line.map(quoted).join(",")).join("\r\n") + "\r\n";
}

function drawTools() {
  byId("save-svg").addEventListener("click", () => save(filesName(".svg"), "image/svg+xml", picture()));
  byId("save-geojson").addEventListener("click", () => save(filesName(".geojson"), "application/geo+json", geojson()));
  byId("save-csv").addEventListener("click", () => save(filesName(".csv"), "text/csv", csv()));
  byId("print").addEventListener("click", () => window.print());
  byId("print").hidden = FRAMED;
  drawTheme();
}
