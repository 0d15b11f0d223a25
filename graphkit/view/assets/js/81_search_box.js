// The search box: a combobox with suggestions (ARIA 1.2 pattern).
let chosen = -1, suggested = [];

function drawSearch() {
  const input = h("input", {
    id: "search", type: "search", placeholder: t("search"), "aria-label": t("search"), role: "combobox", autocomplete: "off", spellcheck: "false",
    "aria-expanded": "false", "aria-controls": "hits", "aria-autocomplete": "list", maxLength: 200,
    on: { input: () => suggest(input), focus: () => input.value && suggest(input), keydown: (event) => searchKey(event, input), blur: () => setTimeout(closeHits, 150) },
  });
  return h("div", { className: "search" }, icon("search"), input, h("ul", { id: "hits", role: "listbox", "aria-label": t("search"), hidden: true }));
}

function suggest(input) {
  if (!input.value.trim()) return closeHits();
  const { hits, near } = search(input.value);
  showHits(input, hits, near);
  if (isLive()) suggestMore(input, hits, near);
}

// A live page asks the server as well, once the reader has stopped typing.
let waitingFor = 0;
function suggestMore(input, hits, near) {
  const [text, mine] = [input.value.trim(), ++waitingFor];
  setTimeout(async () => {
    if (mine !== waitingFor) return;
    const found = await ask("names", { q: text, lang: language }).catch(() => []);
    if (mine !== waitingFor || input.value.trim() !== text || document.activeElement !== input) return;
    const known = new Set(hits.map(({ i }) => G.nodes.id[i]));
    const more = found.map(({ iri: one, name, types }) => ({ id: one.startsWith(G.base) ? one.slice(G.base.length) : one, name, kind: (types[0] || "").split(":").pop() }));
    const fresh = more.filter(({ id, name }) => name && !known.has(id)).map((one) => (G.at.has(one.id) ? { i: G.at.get(one.id), shown: one.name } : one));
    showHits(input, near ? [...fresh, ...hits] : [...hits, ...fresh], near && !fresh.length);
  }, 150);
}

function showHits(input, hits, near) {
  const host = $("hits");
  suggested = hits;
  chosen = hits.length ? 0 : -1;
  const row = (n, id, ...cells) => h("li", { role: "option", id: `hit-${n}`, "aria-selected": String(n === chosen), data: { id }, on: { mousedown: (event) => { event.preventDefault(); take(n); } } }, cells);
  fill(host,
    near && hits.length > 0 && h("li", { className: "hint", role: "presentation" }, t("nearest")),
    hits.map((hit, n) => hit.id ? remoteRow(row, hit, n) : row(n, G.nodes.id[hit.i],
      swatch(shapeOf(hit.i), groupHue(G.group[hit.i])), h("span", { className: "grow" }, h("bdi", null, nameOf(hit.i)), otherName(hit) && h("small", null, h("bdi", null, otherName(hit)))),
      h("span", { className: "kind" }, [kindName(hit.i), dateText(G.nodes.date[hit.i])].filter(Boolean).join(" · ")))),
    !hits.length && h("li", { className: "hint", role: "presentation" }, t("noHits")));
  host.hidden = false;
  input.setAttribute("aria-expanded", "true");
  point(input);
}

// The name that was found, where it is not the one that is shown.
function otherName({ i, shown }) {
  const name = clean(shown, 80);
  return isNamed(i) && G.group[i] !== G.event && name !== nameOf(i) ? name : "";
}

function remoteRow(row, { id, name, kind }, n) {
  const g = groupOfKind(kind);
  return row(n, id, swatch(WORDS.groups[g].shape, groupHue(g)), h("span", { className: "grow" }, h("bdi", null, upperFirst(clean(name)))), h("span", { className: "kind" }, say(WORDS.kinds[kind]) || clean(kind, 40)));
}

function point(input) {
  [...$("hits").querySelectorAll("[role=option]")].forEach((row, n) => row.setAttribute("aria-selected", String(n === chosen)));
  if (chosen >= 0) { input.setAttribute("aria-activedescendant", `hit-${chosen}`); $(`hit-${chosen}`).scrollIntoView({ block: "nearest" }); }
  else input.removeAttribute("aria-activedescendant");
}

function closeHits() {
  const host = $("hits");
  if (!host) return;
  host.hidden = true;
  $("search").setAttribute("aria-expanded", "false");
}

function searchKey(event, input) {
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    const n = suggested.length;
    if (n) { chosen = (chosen + (event.key === "ArrowDown" ? 1 : n - 1)) % n; point(input); }
  } else if (event.key === "Enter" && chosen >= 0) take(chosen);
  else if (event.key === "Escape") { input.value = ""; closeHits(); input.blur(); }
}

function take(n) {
  const { i, id } = suggested[n];
  closeHits();
  $("search").blur();
  waitingFor += 1;
  if (id) return takeRemote(id);
  if (state.path && state.path.b < 0) return endPath(i);
  if (G.count > LARGE) return focusOn(i, 1);
  if (state.view === "list") showView("graph");
  if (state.focus >= 0 && !scene.isIn[i]) return focusOn(i, state.hops);
  select(i, { show: true });
}

function takeRemote(id) {
  announce(t("fetching"));
  fetchAround([id], 2).then(() => {
    const i = G.at.get(id);
    if (i === undefined) return announce(t("noHits"));
    if (state.path && state.path.b < 0) return endPath(i);
    if (state.view === "list") showView("graph");
    return focusOn(i, 1);
  }, () => announce(t("lost")));
}
