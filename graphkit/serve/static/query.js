// The query page: examples in, a table or a text out. No library, no network but this server.
"use strict";

const MOST_ROWS = 1000;
const by = (id) => document.getElementById(id);
const form = by("query");
let running = null;

function showExample() {
  for (const set of document.querySelectorAll("fieldset[data-query]")) {
    const isChosen = set.dataset.query === by("example").value;
    set.hidden = set.disabled = !isChosen;
  }
}

async function insertExample(event) {
  event.preventDefault();
  const name = by("example").value;
  const values = new URLSearchParams(new FormData(by("examples")));
  const answer = await fetch(`/queries/${encodeURIComponent(name)}?${values}`);
  const text = await answer.text();
  if (answer.ok) {
    by("text").value = text;
    showError("");
  } else {
    showError(text);
  }
}

function showError(text) {
  by("error").textContent = text;
  by("error").hidden = !text;
}

function setRunning(controller) {
  running = controller;
  by("stop").hidden = !controller;
  by("run").disabled = Boolean(controller);
}

// The page of a thing stands under the path of its IRI.
function hrefOf(iri) {
  const base = form.dataset.base;
  if (iri.startsWith(base) && base.endsWith("/")) return new URL(iri).pathname + new URL(iri).hash;
  return `/resource?iri=${encodeURIComponent(iri)}`;
}

function makeCell(term) {
  const cell = document.createElement("td");
  if (!term) return cell;
  if (term.type === "uri") {
    const link = document.createElement("a");
    link.href = hrefOf(term.value);
    link.textContent = term.value.replace(form.dataset.base, "");
    cell.append(link);
    return cell;
  }
  cell.textContent = typeof term.value === "string" ? term.value : JSON.stringify(term.value);
  if (term["xml:lang"]) cell.lang = term["xml:lang"];
  return cell;
}

function makeTable(result) {
  const table = document.createElement("table");
  const head = table.createTHead().insertRow();
  for (const name of result.head.vars) {
    const cell = document.createElement("th");
    cell.textContent = name;
    head.append(cell);
  }
  const body = table.createTBody();
  for (const row of result.results.bindings.slice(0, MOST_ROWS)) {
    body.insertRow().append(...result.head.vars.map((name) => makeCell(row[name])));
  }
  return table;
}

async function ask(accept, signal) {
  const body = new URLSearchParams({ query: by("text").value });
  return fetch("/sparql", { method: "POST", body, headers: { Accept: accept }, signal });
}

function say(text) {
  by("status").textContent = text;
}

async function showAnswer(answer, began) {
  const text = await answer.text();
  const took = `${((performance.now() - began) / 1000).toFixed(2)} s`;
  if (!answer.ok) {
    say("");
    showError(text);
    return;
  }
  if (!answer.headers.get("Content-Type").includes("json")) {
    const block = document.createElement("pre");
    block.textContent = text;
    by("answer").replaceChildren(block);
    say(took);
  } else {
    const result = JSON.parse(text);
    if ("boolean" in result) {
      say(`${result.boolean ? form.dataset.yes : form.dataset.no}, ${took}`);
      return;
    }
    const count = result.results.bindings.length;
    by("answer").replaceChildren(makeTable(result));
    const cut = count > MOST_ROWS ? ` (${form.dataset.shown}: ${MOST_ROWS})` : "";
    say(`${count} ${form.dataset.rows}${cut}, ${took}`);
  }
  by("download").hidden = false;
}

async function run(event) {
  event?.preventDefault();
  history.replaceState(null, "", `#${encodeURIComponent(by("text").value)}`);
  const controller = new AbortController();
  setRunning(controller);
  showError("");
  by("answer").replaceChildren();
  by("download").hidden = true;
  say("…");
  const began = performance.now();
  try {
    await showAnswer(await ask("application/sparql-results+json, text/turtle", controller.signal), began);
  } catch (error) {
    say("");
    if (error.name !== "AbortError") showError(String(error));
  } finally {
    setRunning(null);
  }
}

async function download() {
  const format = by("format").value;
  const body = new URLSearchParams({ query: by("text").value, format });
  const answer = await fetch("/sparql", { method: "POST", body, headers: { Accept: "*/*" } });
  if (!answer.ok) {
    showError(await answer.text());
    return;
  }
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `answer.${format}`;
  link.click();
  URL.revokeObjectURL(link.href);
}

by("example").addEventListener("change", showExample);
by("examples").addEventListener("submit", insertExample);
form.addEventListener("submit", run);
by("stop").addEventListener("click", () => running?.abort());
by("download").addEventListener("click", download);
by("text").addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run(event);
});
if (location.hash.length > 1) by("text").value = decodeURIComponent(location.hash.slice(1));
showExample();
