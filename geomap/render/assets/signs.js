// Signs: an APP-6 symbol from the page's sprite, or an event's sign, in the actor's colours and the status's lines.
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

function sign(glyph, height = glyph.size) {
  const box = el("span", { class: `sign ${glyph.status}`, "aria-hidden": "true" });
  const actor = actorOf(glyph.actor);
  if (glyph.actor) box.style.setProperty("--fill", actor.fill);
  if (glyph.sidc) {
    const symbol = document.getElementById("s" + glyph.sidc);
    const [, , w, h] = symbol.getAttribute("viewBox").split(" ").map((n) => (Number(n) * height) / 118);
    box.append(svg("svg", { width: w, height: h }, svg("use", { href: "#s" + glyph.sidc, width: w, height: h })));
  } else {
    box.append(svg("svg", { width: height, height, viewBox: "0 0 24 24", class: "event" },
      svg("circle", { cx: 12, cy: 12, r: 11, class: "frame" }), svg("path", { d: EVENT_SIGNS[glyph.event] })));
  }
  return box;
}

// What a screen reader says of a sign on the map.
function spoken(card) {
  return [card.title, actorOf(card.glyph.actor).name, card.state, card.where].filter(Boolean).join(", ");
}
