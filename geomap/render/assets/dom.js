// The scene's data and the only ways in which this page makes elements: text always goes in as a text node.
const scene = JSON.parse(document.getElementById("scene").textContent);
const SVG = "http://www.w3.org/2000/svg";

function el(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const key of Object.keys(attributes || {})) node.setAttribute(key, attributes[key]);
  node.append(...children);
  return node;
}

function svg(name, attributes, ...children) {
  const node = document.createElementNS(SVG, name);
  for (const key of Object.keys(attributes || {})) node.setAttribute(key, attributes[key]);
  node.append(...children);
  return node;
}

// Words of the article, isolated so that right-to-left text turns nothing round outside itself.
function words(text, name = "bdi", attributes = {}) {
  const node = el(name, attributes);
  node.textContent = text;
  return node;
}

function fill(id, text) {
  const node = document.getElementById(id);
  node.replaceChildren(words(text));
  return node;
}

function actorOf(key) {
  return scene.actors[key] || { name: "", fill: "#ffffff", line: "#555555" };
}
