// The scene's data and the only ways in which this page makes elements: text always goes in as a text node.
const scene = JSON.parse(document.getElementById("scene").textContent);
const SVG = "http://www.w3.org/2000/svg";
const byId = (id) => document.getElementById(id);

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
  const node = byId(id);
  node.replaceChildren(words(text));
  return node;
}

const ACTORS = new Map(Object.entries(scene.actors));
const NO_ACTOR = { name: "", fill: "#ffffff", line: "#555555", pattern: 0 };

function actorOf(key) {
  return ACTORS.get(key) || NO_ACTOR;
}

function round(number) {
  return Math.round(number * 10) / 10;
}

function figure(number) {
  return number.toLocaleString("en-US");
}

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

function day(iso) {
  const [year, month, date] = iso.split("-").map(Number);
  return `${date} ${MONTHS[month - 1] || month} ${year}`;
}

function counted(number, noun) {
  return `${figure(number)} ${noun}${number === 1 ? "" : "s"}`;
}

function calm() {
  return window.matchMedia("(prefers-reduced-motion: reduce)").matches;
}

// One tab stop for a group of buttons; arrow keys go from one to the next, Home and End to its ends.
function rove(box, selector) {
  const all = () => [...box.querySelectorAll(selector)].filter((node) => node.offsetParent !== null);
  box.addEventListener("focusin", (event) => {
    if (!event.target.matches(selector)) return;
    for (const node of box.querySelectorAll(`:is(${selector})[tabindex="0"]`)) node.tabIndex = -1;
    event.target.tabIndex = 0;
  });
  box.addEventListener("keydown", (event) => {
    if (!event.target.matches(selector)) return;
    const nodes = all(), i = nodes.indexOf(event.target);
    const to = { ArrowDown: i + 1, ArrowRight: i + 1, ArrowUp: i - 1, ArrowLeft: i - 1, Home: 0, End: nodes.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (nodes[to]) nodes[to].focus();
  });
  return () => {
    const first = box.querySelector(selector);
    if (first && !box.querySelector(`:is(${selector})[tabindex="0"]`)) first.tabIndex = 0;
  };
}
