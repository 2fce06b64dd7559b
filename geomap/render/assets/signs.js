// Signs: a force's symbol from the page's sprite, or an event's sign, in the actor's colours and the status's lines.
const EVENT_SIGNS = {
  battle: "M7 7 17 17M17 7 7 17M5.5 14.5l4 4M18.500 14.500l-4 4",
  strike: "M12 4v11M8 11l4 5 4-5M6 19h12",
  shelling: "M5 17C8 8 14 6 18 12M18 12l.5-5M18 12l-4.600-1M5 19.500h4M12 19.500h7",
  explosion: "M12 3.500l1.800 5 4.700-2.500-2.300 4.700 5 1.800-5 1.800 2.300 4.700-4.700-2.300-1.800 4.800-1.800-4.800-4.700 2.300 2.300-4.700-5-1.800 5-1.800L5.500 6l4.700 2.500z",
  attack: "M5 12h11M11 6.500 17.500 12 11 17.500",
  capture: "M8 20V4.500M8 5h9l-2.500 3.500L17 12H8",
  exercise: "M12 5 19.500 18h-15z",
  agreement: "M7 4.500h10v15H7zM9.500 9h5M9.500 12.500h5M9.500 16h2.500",
};
// Patterns of actors whose colour another one has too, on a tile of 8: strokes, and dots.
const PATTERNS = ["", "M-1 1l2-2M0 8l8-8M7 9l2-2", "M4 4h.01", "M0 8l8-8M0 0l8 8", "M0 4h8"];
const patterned = new Map();

function drawPatterns() {
  const defs = svg("defs", {});
  for (const [key, actor] of ACTORS) {
    if (!actor.pattern) continue;
    const number = patterned.size;
    patterned.set(key, number);
    for (const [name, unit] of [["p", 3.2], ["q", 0.8]]) {
      defs.append(svg("pattern", { id: `${name}${number}`, width: 8, height: 8, patternUnits: "userSpaceOnUse", patternTransform: `scale(${unit})` },
        svg("rect", { width: 8, height: 8, fill: actor.fill }),
        svg("path", { d: PATTERNS[actor.pattern], stroke: actor.line, "stroke-width": actor.pattern === 2 ? 3.4 : 1.7, "stroke-linecap": "round", "stroke-opacity": 0.6 })));
    }
  }
  if (patterned.size) document.querySelector(".sprite").append(defs);
}

// What fills an actor's signs: on the large grid of symbols, on the small one of events and samples.
function paint(key, small) {
  return patterned.has(key) ? `url(#${small ? "q" : "p"}${patterned.get(key)})` : actorOf(key).fill;
}

function sign(glyph, height = glyph.size) {
  const box = el("span", { class: `sign ${glyph.status}`, "aria-hidden": "true" });
  if (glyph.actor) box.style.setProperty("--fill", paint(glyph.actor, !glyph.sidc));
  if (glyph.sidc) {
    const symbol = byId("s" + glyph.sidc);
    const [, , w, h] = symbol.getAttribute("viewBox").split(" ").map((n) => (Number(n) * height) / 118);
    box.append(svg("svg", { width: round(w), height: round(h) }, svg("use", { href: "#s" + glyph.sidc, width: round(w), height: round(h) }), ...struck(glyph, w, h)));
  } else {
    box.append(svg("svg", { width: height, height, viewBox: "0 0 24 24", class: "event" },
      svg("circle", { cx: 12, cy: 12, r: 11, class: "frame" }), svg("path", { d: EVENT_SIGNS[glyph.event] }), ...struck(glyph, 24, 24)));
  }
  return box;
}

function struck(glyph, w, h) {
  return glyph.status === "denied" ? [svg("path", { class: "struck", d: `M-2 ${round(h + 2)}L${round(w + 2)} -2` })] : [];
}

// What a screen reader says of a sign on the map.
function spoken(card) {
  return [card.title, actorOf(card.glyph.actor).name, card.state, card.where].filter(Boolean).join(", ");
}
