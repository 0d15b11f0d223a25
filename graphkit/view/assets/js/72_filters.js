// The filters; the legend is the first of them.
function drawFilters() {
  const host = $("filters");
  const held = host.scrollTop;
  fill(host, h("div", { className: "side-head" }, h("h2", null, t("filters")), button(icon("close"), () => openSide(null), { className: "icon-only close", "aria-label": t("close") })),
    drawLegend(), drawColours(), drawRelations(), drawCountries(), drawSure(),
    isFiltered() && button(t("reset"), () => { clearFilters(); drawFilters(); changed(); }, { className: "wide" }));
  host.scrollTop = held;
}

function clearFilters() {
  state.offKinds.clear(); state.offRelations.clear(); state.lands.clear();
  state.from = state.to = null;
  state.sure = 0;
  drawTime();
}

// Filters change what is drawn, never where: the view stays, so one sees what went, unless
// hardly anything that is left would be seen.
function changed({ redraw = true } = {}) {
  refresh({ fit: false });
  if (!$("stage").hidden && !isMostlySeen()) showEverything();
  if (redraw) drawFilters();
  if (state.node < 0 && state.link < 0) drawPanel();
  remember();
}

function isMostlySeen() {
  const [width, height] = renderer.size();
  const view = viewOf(renderer.look(), width, height);
  const seen = scene.nodes.filter((i) => view.x(scene.x[i]) > 0 && view.x(scene.x[i]) < width && view.y(scene.y[i]) > 0 && view.y(scene.y[i]) < height);
  return seen.length >= scene.nodes.length * 0.8;
}

function toggle(set, value, on) {
  if (on) set.delete(value);
  else set.add(value);
}

function check(label, checked, act, extra = {}) {
  return h("label", { className: "check", ...extra }, h("input", { type: "checkbox", checked, on: { change: (event) => act(event.target.checked) } }), label);
}

function drawLegend() {
  const kinds = new Map();
  G.kind.forEach((kind) => kinds.set(kind, (kinds.get(kind) || 0) + 1));
  const rows = WORDS.groups.map((group, g) => {
    const here = group.kinds.filter((kind) => kinds.has(kind));
    if (g === 6) for (const kind of kinds.keys()) if (!WORDS.kinds[kind]) here.push(kind);
    if (!here.length) return null;
    const many = here.reduce((sum, kind) => sum + kinds.get(kind), 0);
    const on = here.some((kind) => !state.offKinds.has(kind));
    const only = () => { for (const kind of kinds.keys()) toggle(state.offKinds, kind, here.includes(kind)); changed(); };
    return h("li", { data: { group: group.id } },
      check([swatch(group.shape, groupHue(g)), h("span", { className: "grow" }, say(group.label)), h("span", { className: "count" }, number(many))], on,
        (checked) => { for (const kind of here) toggle(state.offKinds, kind, checked); changed(); }),
      button(t("only"), only, { className: "only link", "aria-label": `${t("only")}: ${say(group.label)}` }),
      drawKinds(group, here, kinds));
  });
  return h("section", { className: "legend", data: { filter: "kinds" } }, h("h3", null, t("legend")), h("ul", null, rows), h("p", { className: "note" }, t("howToRead")));
}

// The finer classes of a group, behind an arrow.
function drawKinds(group, here, kinds) {
  if (here.length < 2) return null;
  const list = h("ul", { hidden: !opened[group.id] }, here.map((kind) => h("li", null,
    check([h("span", { className: "grow" }, say(WORDS.kinds[kind]) || clean(kind, 40)), h("span", { className: "count" }, number(kinds.get(kind)))],
      !state.offKinds.has(kind), (checked) => { toggle(state.offKinds, kind, checked); changed(); }))));
  const opener = button("", () => { opened[group.id] = list.hidden; list.hidden = !list.hidden; opener.setAttribute("aria-expanded", String(!list.hidden)); },
    { className: "opener", "aria-expanded": String(Boolean(opened[group.id])), "aria-label": `${say(group.label)}: ${t("details")}` });
  return [opener, list];
}

function drawColours() {
  const choices = [["class", "byClass"], ["country", "byCountry"], ["community", "byCommunity"], ["centrality", "byCentrality"]].slice(0, isLive() ? 2 : 4); // what a part cannot know
  const select_ = h("select", { id: "colour", on: { change: (event) => { state.colour = event.target.value; renderer.repaint(); drawFilters(); remember(); } } },
    choices.map(([value, key]) => h("option", { value, selected: state.colour === value }, t(key))));
  let key = null;
  if (state.colour === "centrality") key = h("p", { className: "ramp" }, "0", RAMP[tone].map((c) => h("i", { colour: c })), "100%");
  if (state.colour === "community") key = h("p", { className: "note" }, t("communityNote"));
  if (state.colour === "centrality") key = [key, h("p", { className: "note" }, t("centralityNote"))];
  if (state.colour === "country") key = h("p", { className: "series" }, [...landRank().rank].map(([land, n]) => h("span", null, h("i", { colour: SERIES[tone][n] }), nameOf(land))));
  return h("section", { data: { filter: "colour" } }, h("label", { className: "field" }, h("h3", null, t("colour")), select_), key);
}

function drawRelations() {
  const many = new Map();
  for (let l = 0; l < G.links.count; l++) many.set(relationOf(l), (many.get(relationOf(l)) || 0) + 1);
  const order = [...Object.keys(WORDS.relations), ...many.keys()];
  const rows = [...many].sort((a, b) => order.indexOf(a[0]) - order.indexOf(b[0])).map(([relation, n]) => h("li", { data: { relation } },
    check([h("span", { className: "grow" }, say(WORDS.relations[relation]) || clean(relation, 40)), h("span", { className: "count" }, number(n))], !state.offRelations.has(relation),
      (on) => { toggle(state.offRelations, relation, on); changed(); })));
  return h("section", { data: { filter: "relations" } }, h("details", { open: opened.relations, on: { toggle: (e) => { opened.relations = e.target.open; } } }, h("summary", null, h("h3", null, t("relations"))), h("ul", null, rows)));
}
const opened = { relations: false, countries: true };

function drawCountries() {
  const { order, many } = landRank();
  if (order.length < 2) return null;
  const list = h("ul");
  let wanted = "";
  const show = () => {
    const folded = fold(wanted);
    const rows = order.filter((land) => state.lands.has(land) || !folded || ` ${fold(nameOf(land))}`.includes(` ${folded}`));
    rows.sort((a, b) => state.lands.has(b) - state.lands.has(a));
    fill(list, rows.slice(0, Math.max(7, state.lands.size)).map((land) => h("li", { data: { land: G.nodes.id[land] } },
      check([h("span", { className: "grow" }, nameOf(land)), h("span", { className: "count" }, number(many.get(land)))], state.lands.has(land),
        (on) => { toggle(state.lands, land, !on); changed(); }))));
  };
  show();
  const find = order.length > 7 && h("input", { type: "search", placeholder: t("findCountry"), "aria-label": t("findCountry"), on: { input: (e) => { wanted = e.target.value; show(); } } });
  return h("section", { data: { filter: "countries" } }, h("details", { open: opened.countries, on: { toggle: (e) => { opened.countries = e.target.open; } } }, h("summary", null, h("h3", null, t("countries"))), find, list));
}

function drawSure() {
  const low = Math.min(100, ...G.edges.sure);
  if (low === 100) return null;
  const out = h("output", null, sureText());
  const input = h("input", { type: "range", min: 0, max: 100, step: 5, value: state.sure, "aria-label": t("confidence"),
    on: { input: (e) => { state.sure = Number(e.target.value); out.textContent = sureText(); later(() => changed({ redraw: false })); } } });
  return h("section", { data: { filter: "sure" } }, h("h3", null, t("confidence")), input, out);
}

const sureText = () => (state.sure ? t("atLeast", { n: state.sure }) : t("anySure"));

let waiting = 0;
function later(act) {
  clearTimeout(waiting);
  waiting = setTimeout(act, 60);
}
