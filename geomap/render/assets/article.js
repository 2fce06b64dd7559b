// The article itself, where the file carries it, to read along: its marked sentences select the records read from them.
let sentences = [];

function drawArticle() {
  if (!scene.article.length) return;
  const box = byId("article");
  for (const [text, mark, records] of scene.article) {
    const run = mark ? words(text, "mark", { class: mark }) : words(text, "span");
    if (records.length) {
      run.classList.add("read");
      run.addEventListener("click", () => select(records[0], "article"));
      sentences.push({ run, records });
    }
    box.append(run);
  }
  byId("reading").hidden = false;
}

function markArticle() {
  let first = null;
  for (const { run, records } of sentences) {
    const on = selected !== null && records.includes(selected);
    run.classList.toggle("on", on);
    if (on && !first) first = run;
  }
}
