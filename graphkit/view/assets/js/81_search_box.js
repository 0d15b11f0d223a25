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
  const host = $("hits");
  const { hits, near } = search(input.value);
  suggested = hits;
  chosen = hits.length ? 0 : -1;
  if (!input.value.trim()) return closeHits();
  fill(host,
    near && hits.length > 0 && h("li", { className: "hint", role: "presentation" }, t("nearest")),
    hits.map(({ i, shown }, n) => h("li", { role: "option", id: `hit-${n}`, "aria-selected": String(n === chosen), data: { id: G.nodes.id[i] }, on: { mousedown: (event) => { event.preventDefault(); take(n); } } },
      swatch(shapeOf(i), groupHue(G.group[i])), h("span", { className: "grow" }, h("bdi", null, nameOf(i)), clean(shown) !== nameOf(i) && isNamed(i) && h("small", null, h("bdi", null, clean(shown, 80)))),
      h("span", { className: "kind" }, kindName(i)))),
    !hits.length && h("li", { className: "hint", role: "presentation" }, t("noHits")));
  host.hidden = false;
  input.setAttribute("aria-expanded", "true");
  point(input);
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
  const { i } = suggested[n];
  closeHits();
  $("search").blur();
  if (state.path && state.path.b < 0) return endPath(i);
  if (G.count > LARGE) return focusOn(i, 1);
  if (state.view === "list") showView("graph");
  if (state.focus >= 0 && !scene.isIn[i]) return focusOn(i, state.hops);
  select(i, { show: true });
}
