// The time slider: what is told up to a day. Records without a day stay, and the page says how many they are.
const DAYS = [...new Set(scene.cards.flatMap((card) => (card.dates ? [card.dates[0]] : [])))].sort();
const STEP_MS = 1000;
let playing = null;

function drawTime() {
  const box = byId("time"), slider = byId("when"), undated = scene.cards.filter((card) => !card.dates).length;
  if (DAYS.length < 2) return;
  box.hidden = false;
  slider.max = String(DAYS.length);  // one step more than days: all
  slider.value = slider.max;
  byId("undated").textContent = undated ? `${counted(undated, "record")} without a date always shown` : "";
  slider.addEventListener("input", () => {
    const step = Number(slider.value);
    stopPlaying();
    goTo(step);
  });
  byId("play").addEventListener("click", () => (playing === null ? play() : stopPlaying()));
}

function goTo(step) {
  until = step >= DAYS.length ? null : DAYS[step];
  applyFilters();
}

function play() {
  if (until === null) goTo(0);
  playing = window.setInterval(() => {
    goTo((until === null ? DAYS.length : DAYS.indexOf(until)) + 1);
    if (until === null) stopPlaying();
  }, STEP_MS);
  showTime();
}

function stopPlaying() {
  if (playing !== null) window.clearInterval(playing);
  playing = null;
  showTime();
}

function showTime() {
  if (DAYS.length < 2) return;
  const slider = byId("when"), text = until === null ? "all dates" : `up to ${day(until)}`;
  slider.value = String(until === null ? DAYS.length : DAYS.filter((each) => each <= until).length - 1);
  slider.setAttribute("aria-valuetext", text);
  byId("until").textContent = text;
  byId("play").textContent = playing === null ? "Play" : "Stop";
  byId("play").setAttribute("aria-pressed", String(playing !== null));
}
