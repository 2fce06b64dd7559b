// The legend: a sample of every sign that is on this map, drawn as it is drawn there.
const HEADS = { actor: "Whose", side: "Sides", symbol: "What", status: "Is it so?", size: "How many", flow: "Movement", place: "Where", contested: "Contested" };
const UNDER = { echelon: "symbol", event: "symbol", width: "flow" };

function sample(kind, key) {
  if (kind === "actor") return swatch(key);
  if (kind === "symbol" || kind === "side") return sign({ sidc: key, status: "plain", size: 20 });
  if (kind === "event") return sign({ event: key, status: "plain", size: 20 });
  if (kind === "status") return key === "hedged" ? words("Aa", "i") : statusSample(key);
  if (kind === "echelon") return echelonMark(key);
  if (kind === "width") return widthSample(Number(key));
  if (kind === "flow") return arrowSample(key);
  if (kind === "contested") return contestedSample(key);
  return el("span", { class: "spot " + key });
}

function contestedSample(key) {
  const node = svg("svg", { width: 22, height: 14, viewBox: "0 0 22 14" });
  if (key === "hatch") node.append(svg("rect", { x: 0.5, y: 0.5, width: 21, height: 13, class: "contested-land" }), svg("rect", { x: 0.5, y: 0.5, width: 21, height: 13, fill: "url(#hatch-flat)" }));
  if (key === "islet") node.append(svg("circle", { cx: 11, cy: 7, r: 5, class: "islet", fill: "url(#hatch-flat)" }));
  if (key === "line") node.append(svg("path", { d: "M0 7H22", class: "disputed" }));
  return el("span", { class: "contested-sample" }, node);
}

// A status is shown on a sign that is on this map.
function statusSample(status) {
  const line = scene.legend.find(([kind]) => kind === "symbol") || scene.legend.find(([kind]) => kind === "event");
  return sign({ [line[0] === "symbol" ? "sidc" : "event"]: line[1], status, size: 20 });
}

function swatch(key) {
  const node = svg("svg", { width: 22, height: 16, viewBox: "0 0 22 16" });
  node.append(svg("rect", { x: 1, y: 1, width: 20, height: 14, rx: 2, fill: paint(key, true), stroke: actorOf(key).line, "stroke-width": 2 }));
  return node;
}

// The mark alone that stands above a formation's frame.
function echelonMark(code) {
  const symbol = document.getElementById("s" + code), mark = symbol.lastElementChild.cloneNode(true);
  return el("span", { class: "sign" }, svg("svg", { width: 24, height: 12, viewBox: "40 0 120 48" }, mark));
}

// All sizes side by side, each with the number that it begins at.
function scale(lines) {
  const node = el("li", { class: "scale" });
  for (const [, key, text] of lines) {
    const box = el("i", { class: "square" });
    box.style.width = box.style.height = Number(key) * 0.93 + "px";
    node.append(el("span", {}, box, words(text)));
  }
  return node;
}

function arrowSample(key) {
  const thin = key.startsWith("inferred"), branch = key === "branch", denied = key === "denied", hollow = denied;
  const node = svg("svg", { width: 40, height: 14, viewBox: "0 0 40 14" });
  const group = svg("g", { class: `arrow sample-arrow${hollow ? " hollow" : ""}${key.endsWith("withdrawal") ? " grey" : ""}` });
  const shaft = { planned: "M3 4.500h9v5h-9zM16 4.500h9v5h-9zM29 2l10 5-10 5z", branch: "M3 6.200h27v1.600h-27zM39 7l-9-3.500v7z" }[key] || "M3 4.500h25V1.500L39 7l-11 5.500V9.500H3z";
  if (thin) group.append(svg("path", { class: "trail", d: [3, 8, 13, 18, 23].map((x) => `M${x} 7h0`).join("") }), svg("path", { class: "head", d: "M38 7l-10-4v8z" }));
  else group.append(svg("path", { class: "shaft", d: shaft }));
  if (key === "transfer") group.append(svg("rect", { class: "origin", x: 1, y: 3, width: 8, height: 8 }));
  if (key === "move") group.append(svg("circle", { class: "origin", cx: 5, cy: 7, r: 4 }));
  if (key === "withdrawal") group.append(svg("path", { class: "tail", d: "M3 1v12" }));
  if (denied) group.append(svg("path", { class: "cross", d: "M11 1l10 12M21 1l-10 12" }));
  node.append(group);
  return el("span", { class: `arrow-sample${branch ? " branch" : ""}` }, node);
}

function widthSample(width) {
  const node = svg("svg", { width: 40, height: Math.max(14, width + 2), viewBox: `0 0 40 ${Math.max(14, width + 2)}` });
  node.append(svg("rect", { class: "width-sample", x: 2, y: (Math.max(14, width + 2) - width) / 2, width: 36, height: width }));
  return el("span", { class: "arrow-sample" }, node);
}

function drawLegend() {
  const box = document.getElementById("legend"), groups = new Map(), sizes = [];
  for (const [kind, key, text] of scene.legend) {
    const head = UNDER[kind] || kind;
    if (!groups.has(head)) groups.set(head, el("ul", {}));
    if (kind === "size") { sizes.push([kind, key, text]); continue; }
    groups.get(head).append(el("li", {}, el("span", { class: "sample", "aria-hidden": "true" }, sample(kind, key)), words(text)));
  }
  if (sizes.length) groups.get("size").prepend(scale(sizes));
  for (const [head, list] of groups) box.append(el("div", { class: "group" }, words(HEADS[head] || head, "h2", { class: "sub" }), list));
  document.querySelector(".legend").hidden = groups.size === 0;
}
