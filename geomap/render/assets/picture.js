// The map as it is drawn, as a picture of its own: shapes with the colours that they have on the screen, words as text.
const DRAWN_AS = ["fill", "fill-opacity", "fill-rule", "stroke", "stroke-width", "stroke-opacity", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "opacity", "vector-effect", "color"];
const SHAPES = new Set(["path", "rect", "circle", "ellipse", "line", "polygon", "polyline"]);

function picture() {
  const box = map.getContainer().getBoundingClientRect(), width = Math.round(box.width), top = 46, legend = legendLines(width), height = Math.round(box.height);
  const credits = wrapped(`${scene.credits.map(([what, who]) => `${what}: ${who}`).join(" · ")}. ${scene.boundaries}`, width - 28);
  const all = top + height + legend.height + 14 + 12 * credits.length, root = svg("svg", { xmlns: SVG, width, height: all, viewBox: `0 0 ${width} ${all}`, role: "img" });
  const colour = (name) => getComputedStyle(document.body).getPropertyValue(name).trim(), ink = colour("--ink"), title = svg("title", {});
  title.textContent = `${scene.title}. ${scene.summary}`;
  root.append(title, svg("defs", {}, svg("clipPath", { id: "frame" }, svg("rect", { width, height })), ...patternsOfPage()),
    svg("rect", { width, height: all, fill: colour("--paper") }), line(scene.title, 14, 20, 17, ink, "bold"), line(scene.asOf, 14, 37, 12, ink));
  const scenery = svg("g", { transform: `translate(0 ${top})`, "clip-path": "url(#frame)" }, svg("rect", { width, height, fill: colour("--sea") }));
  const inside = (selector) => [...map.getContainer().querySelectorAll(selector)];
  for (const node of inside(".leaflet-ground-pane svg, .leaflet-arrows-pane svg")) scenery.append(shapesOf(node, box));
  for (const node of [...inside(".name"), ...inside(".edge"), ...inside(".stack"), ...inside(".leaflet-control-scale-line")]) copyWords(node, box, scenery);
  root.append(scenery);
  legend.draw(root, top + height, box);
  root.append(...credits.map((text, i) => line(text, 14, all - 12 * (credits.length - i) + 4, 9, ink)));
  return '<?xml version="1.0" encoding="UTF-8"?>\n' + new XMLSerializer().serializeToString(root) + "\n";
}

function line(text, x, y, size, colour, weight = "normal") {
  const node = svg("text", { x, y, fill: colour, "font-size": size, "font-weight": weight, "font-family": "DejaVu Sans, Noto Sans, Arial, sans-serif", "unicode-bidi": "isolate" });
  node.textContent = text;
  return node;
}

function wrapped(text, width) {
  const room = Math.floor(width / 5), out = [];
  for (let rest = text; rest; ) {
    let end = rest.length <= room ? rest.length : rest.lastIndexOf(" ", room);
    if (end <= 0) end = room;
    out.push(rest.slice(0, end));
    rest = rest.slice(end).trim();
  }
  return out;
}

function patternsOfPage() {
  return [...document.querySelectorAll("pattern")].map((node) => {
    const copy = shapesOf(node);
    for (const name of ["id", "width", "height", "patternUnits", "patternTransform"]) if (node.hasAttribute(name)) copy.setAttribute(name, node.getAttribute(name));
    return copy;
  });
}

// A copy of a drawing in which every shape carries its own looks; placed where it stands on the screen.
function shapesOf(node, box) {
  if (node.localName === "title" || node.localName === "defs") return svg("g", {});
  const looks = getComputedStyle(node);
  if (looks.display === "none" || looks.visibility === "hidden") return svg("g", {});
  const copy = svg(node.localName === "svg" || node.localName === "use" ? "g" : node.localName, {});
  if (SHAPES.has(node.localName)) {
    for (const { name, value } of node.attributes) if (!["class", "id", "style", "tabindex"].includes(name)) copy.setAttribute(name, value);
    for (const name of DRAWN_AS) {
      const value = looks.getPropertyValue(name);
      if (value && value !== "none" || name === "fill" || name === "stroke") copy.setAttribute(name, value.replace(/url\("?[^#)]*#([^")]+)"?\)/, "url(#$1)"));
    }
  } else {
    if (node.localName === "g" && node.hasAttribute("transform")) copy.setAttribute("transform", node.getAttribute("transform"));
    if (looks.opacity !== "1") copy.setAttribute("opacity", looks.opacity);
  }
  if (node.localName === "svg" && box) {
    const m = node.getScreenCTM();
    copy.setAttribute("transform", `matrix(${m.a} ${m.b} ${m.c} ${m.d} ${round(m.e - box.left)} ${round(m.f - box.top)})`);
  }
  for (const child of node.children) copy.append(shapesOf(child));
  return copy;
}

// Plates, signs and words of an HTML box, where they stand.
function copyWords(node, box, out) {
  const looks = getComputedStyle(node), r = node.getBoundingClientRect();
  if (!r.width || looks.display === "none" || looks.visibility === "hidden") return;
  if (!/rgba?\(.*, 0\)|transparent/.test(looks.backgroundColor)) out.append(svg("rect", { x: round(r.left - box.left), y: round(r.top - box.top), width: round(r.width), height: round(r.height), rx: 3, fill: looks.backgroundColor }));
  if (node.matches(".sign")) { out.append(copySign(node, box)); return; }
  for (const child of node.childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE) copyWords(child, box, out);
    else if (child.nodeType === Node.TEXT_NODE && child.data.trim()) out.append(...copyText(child, box, looks));
  }
}

// The lines that a text stands in on the screen: its words, put together as long as they stand at one height.
function linesOf(text) {
  const range = document.createRange(), found = [];
  for (const { 0: word, index } of text.data.matchAll(/\S+\s*/g)) {
    range.setStart(text, index);
    range.setEnd(text, index + word.trimEnd().length);
    const r = range.getBoundingClientRect(), last = found[found.length - 1];
    if (!r.width) continue;
    if (last && Math.abs(last.top - r.top) < r.height / 2) {
      last.end = index + word.trimEnd().length;
      last.left = Math.min(last.left, r.left);
      last.right = Math.max(last.right, r.right);
    } else found.push({ start: index, end: index + word.trimEnd().length, left: r.left, right: r.right, top: r.top, bottom: r.bottom });
  }
  return found;
}

function copyText(text, box, looks) {
  const size = parseFloat(looks.fontSize), right = /[\u0590-\u08ff\ufb1d-\ufefc]/.test(text.data);
  return linesOf(text).map(({ start, end, left, top, right: far, bottom }) => {
    const node = svg("text", { x: round(left - box.left), y: round(bottom - box.top - (bottom - top - size) / 2 - size * 0.22), fill: looks.color, "font-size": size, "font-weight": looks.fontWeight,
      "font-style": looks.fontStyle, "font-family": "DejaVu Sans, Noto Sans, Arial, sans-serif", textLength: round(far - left), lengthAdjust: "spacingAndGlyphs" });
    if (right) {
      node.setAttribute("direction", "rtl");
      node.setAttribute("x", round(far - box.left));
    }
    if (text.parentElement.matches(".denied bdi, .denied b")) node.setAttribute("text-decoration", "line-through");
    const shown = text.data.slice(start, end);
    node.textContent = looks.textTransform === "uppercase" ? shown.toUpperCase() : shown;
    return node;
  });
}

function copySign(node, box) {
  const drawing = node.querySelector("svg"), r = drawing.getBoundingClientRect(), used = drawing.querySelector("use"), group = svg("g", {});
  const source = used ? byId(used.getAttribute("href").slice(1)) : drawing, [x, y, w] = source.getAttribute("viewBox").split(" ").map(Number), scale = r.width / w;
  group.setAttribute("transform", `translate(${round(r.left - box.left)} ${round(r.top - box.top)}) scale(${scale.toFixed(4)}) translate(${-x} ${-y})`);
  const looks = getComputedStyle(node), frame = looks.getPropertyValue("--fill").trim() || "#fff", dash = looks.getPropertyValue("--dash").trim() || "none";
  for (const shape of source.children) {
    const copy = used ? shape.cloneNode(true) : shapesOf(shape);
    for (const each of [copy, ...copy.querySelectorAll("*")]) {
      for (const name of ["fill", "stroke"]) if (each.getAttribute(name) === "currentColor") each.setAttribute(name, looks.color);
      if (each.getAttribute("class") === "frame" || (!used && shape.matches(".frame"))) { each.setAttribute("fill", frame); each.setAttribute("stroke-dasharray", dash); }
      each.removeAttribute("class");
    }
    group.append(copy);
  }
  const out = svg("g", {}, group);
  if (node.matches(".denied")) out.append(svg("path", { d: `M${round(r.left - box.left)} ${round(r.bottom - box.top)}L${round(r.right - box.left)} ${round(r.top - box.top)}`, stroke: "#b00020", "stroke-width": 2.4 }));
  return out;
}

// The legend under the picture, copied from where it stands on the page; none where it is folded.
function legendLines() {
  const node = byId("legend"), r = node.getBoundingClientRect(), height = r.height ? Math.ceil(node.scrollHeight) + 12 : 0;
  return { height, draw: (root, top) => {
    if (!height) return;
    const group = svg("g", { transform: `translate(0 ${top + 6})` }), origin = { left: r.left - 14, top: r.top };
    const copy = (each) => {
      if (each.matches("svg") && !each.closest(".sign")) { group.append(sampleOf(each, origin)); return; }
      boxOf(each, origin, group);
      if (each.matches(".sign") || !each.children.length) { copyWords(each, origin, group); return; }
      for (const child of each.childNodes) {
        if (child.nodeType === Node.ELEMENT_NODE) copy(child);
        else if (child.data.trim()) group.append(...copyText(child, origin, getComputedStyle(each)));
      }
    };
    copy(node);
    root.append(group);
  } };
}

function boxOf(each, origin, out) {
  const looks = getComputedStyle(each), r = each.getBoundingClientRect();
  if (parseFloat(looks.borderTopWidth) && each.matches(".square, .spot")) out.append(svg("rect", { x: round(r.left - origin.left), y: round(r.top - origin.top), width: round(r.width), height: round(r.height), fill: "none", stroke: looks.borderTopColor }));
}

function sampleOf(node, origin) {
  const r = node.getBoundingClientRect(), copy = shapesOf(node), [x, y, w] = (node.getAttribute("viewBox") || `0 0 ${r.width} ${r.height}`).split(" ").map(Number), scale = r.width / w;
  copy.setAttribute("transform", `translate(${round(r.left - origin.left)} ${round(r.top - origin.top)}) scale(${scale.toFixed(4)}) translate(${-x} ${-y})`);
  return copy;
}
