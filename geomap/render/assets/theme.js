// Light and dark: as the system has it until the reader chooses; paper is always light.
const SYSTEM = window.matchMedia("(prefers-color-scheme: dark)");
let chosen = null;

function showTheme() {
  const paper = document.documentElement.classList.contains("printing");
  const dark = !paper && (chosen === null ? SYSTEM.matches : chosen);
  document.documentElement.classList.toggle("dark", dark);
  byId("theme").setAttribute("aria-pressed", String(dark));
}

function drawTheme() {
  byId("theme").addEventListener("click", () => {
    chosen = !document.documentElement.classList.contains("dark");
    showTheme();
  });
  SYSTEM.addEventListener("change", showTheme);
  showTheme();
}
