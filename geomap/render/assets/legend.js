// The legend: a sample of every sign that is on this map, drawn as it is drawn there.
const HEADS = { actor: "Whose", symbol: "What", status: "Is it so?", size: "How many", flow: "Movement", place: "Where", contested: "Contested" };
const UNDER = { echelon: "symbol", event: "symbol", number: "size" };

function sample(kind, key) {
  if (kind === "actor") return swatch(key);
  if (kind === "symbol") return sign({ sidc: key, status: "plain", size: 20 });
  if (kind === "event") return sign({ event: key, status: "plain", size: 20 });
  if (kind === "status") return key === "hedged" ? words("Aa", "i") : statusSample(key);
  if (kind === "echelon") return echelonMark(key);
  if (kind === "number") return words(key, "b");
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
  const node = el("span", { class: "swatch" });
  node.style.background = actorOf(key).fill;
  node.style.borderColor = actorOf(key).line;
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
  const thin = key.startsWith("inferred") || key === "branch", denied = key === "denied", grey = key.endsWith("withdrawal");
  const color = grey ? "#6a6a6a" : "#444444", wide = thin ? 1.75 : denied ? 5 : 3.5;
  const dash = key === "planned" ? "8 5" : key.startsWith("inferred") ? "0.1 4.6" : "none";
  const node = svg("svg", { width: 40, height: 14, viewBox: "0 0 40 14" });
  const path = (d, width, stroke, extra) => svg("path", { d, fill: "none", stroke, "stroke-width": width, ...extra });
  if (key === "width") node.append(path("M2 7H14", 2.5, color), path("M20 7H38", 8, color));
  else {
    node.append(path("M3 7H29", wide, color, { "stroke-dasharray": dash, "stroke-linecap": thin ? "round" : "butt" }));
    if (denied) node.append(path("M3 7H29", 2.4, "#fdfbf5"), path("M12 2l8 10M20 2l-8 10", 2, color));
    if (key === "transfer") node.append(svg("rect", { x: 1, y: 3, width: 8, height: 8, fill: color }));
    if (key === "move" ) node.append(svg("circle", { cx: 5, cy: 7, r: 3.5, fill: color }));
    node.append(svg("path", { d: "M39 7 28 2v10z", fill: denied || key === "planned" ? "#fdfbf5" : color, stroke: color, "stroke-width": 1.2 }));
  }
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
  for (const [head, list] of groups) box.append(el("div", { class: "group" }, words(HEADS[head] || head, "h3"), list));
  document.querySelector(".legend").hidden = groups.size === 0;
}
