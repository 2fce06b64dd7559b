// Totals by place and by actor of what is shown. The same reckoning as in tallies.py, which says how and why.
const WHY = { denied: "denied", past: "past", "no number": "without a number" };

// The sums over some tallies: [of, act, status, low, high] each; high is null when it is open.
function sumUp(some) {
  const counted = some.filter((each) => !each.why), here = new Set(counted.map((each) => each.record)), buckets = new Map();
  for (const each of counted) {
    if (each.wholes.some((whole) => here.has(whole))) continue;
    const key = `${each.of}/${each.act}/${each.status}`;
    if (!buckets.has(key)) buckets.set(key, []);
    buckets.get(key).push(each);
  }
  return [...buckets.values()].map((members) => {
    const once = new Map();
    for (const each of members) if (!once.has(each.twin)) once.set(each.twin, each);
    const all = [...once.values()], open = all.some((each) => each.high === null);
    return [members[0].of, members[0].act, members[0].status, surely(all), open ? null : all.reduce((sum, each) => sum + each.high, 0)];
  });
}

// The sum of lower bounds over forces that are surely different, the largest first.
function surely(members) {
  const at = new Map(), within = new Map();
  const get = (places, actor, place) => places.get(`${actor}/${place}`) || new Set();
  const put = (places, actor, place, sentence) => places.set(`${actor}/${place}`, get(places, actor, place).add(sentence));
  const other = (sentences, mine) => [...sentences].some((sentence) => sentence !== mine);
  let total = 0;
  for (const { actor, low, at: places, within: holders, sentence } of [...members].sort((a, b) => b.low - a.low)) {
    if (places.some((place) => other(get(at, actor, place), sentence) || other(get(within, actor, place), sentence))) continue;
    if (holders.some((place) => other(get(at, actor, place), sentence))) continue;
    total += low;
    for (const place of places) put(at, actor, place, sentence);
    for (const place of holders) put(within, actor, place, sentence);
  }
  return total;
}

function rangeWords(low, high) {
  if (high === null) return `at least ${figure(low)}`;
  if (low === high) return figure(low);
  return low ? `${figure(low)}–${figure(high)}` : `up to ${figure(high)}`;
}

function sumWords([of, act, status, low, high]) {
  const parts = [`${rangeWords(low, high)} ${scene.counted[of]}`];
  if (act !== "there") parts.push(act);
  if (status !== "actual") parts.push(status);
  return parts.join(", ");
}

function shownTallies() {
  return scene.tallies.filter((each) => isShown(cardOf.get(each.record)));
}

function grouped(some, key, name) {
  const groups = new Map();
  for (const each of some) {
    if (key(each) === null) continue;
    if (!groups.has(key(each))) groups.set(key(each), []);
    groups.get(key(each)).push(each);
  }
  return [...groups].map(([value, members]) => [name(value), sumUp(members)]).filter(([, sums]) => sums.length);
}

function drawTotals() {
  const box = byId("totals");
  box.hidden = scene.tallies.every((each) => each.why);
  if (box.hidden || !box.open) return;
  const some = shownTallies(), parts = [];
  for (const [title, groups] of [["By place", grouped(some, (each) => each.site, (site) => scene.sites[site].name)], ["By actor", grouped(some, (each) => each.actor, (key) => actorOf(key).name)]]) {
    const list = el("dl", { class: "sums" });
    for (const [name, sums] of groups) list.append(words(name, "dt"), ...sums.map((sum) => words(sumWords(sum), "dd")));
    parts.push(words(title, "h2", { class: "sub" }), list);
  }
  byId("sums").replaceChildren(...parts, words(leftOut(some), "p", { class: "note" }));
}

// What the totals leave out, and how they are to be read.
function leftOut(some) {
  const counts = new Map(), here = new Set(some.filter((each) => !each.why).map((each) => each.record)), twins = new Set();
  let parts = 0, again = 0;
  for (const each of some) {
    if (each.why) counts.set(each.why, (counts.get(each.why) || 0) + 1);
    else if (each.wholes.some((whole) => here.has(whole))) parts++;
    else if (twins.has(each.twin)) again++;
    else twins.add(each.twin);
  }
  const told = [...counts].map(([why, count]) => `${figure(count)} ${WHY[why]}`);
  if (parts) told.push(`${figure(parts)} counted in a total of the article`);
  if (again) told.push(`${figure(again)} told again`);
  const out = told.length ? `Left out: ${told.join(", ")}. ` : "";
  return out + "A range begins at what is surely different: numbers from different sentences at the same place, or at places within one another, may be the same force. A number shared by several places stands under all of them together.";
}
