// The same data as tables, for those who prefer them and for screen readers.
const PAGE = 200;
const sorting = { things: ["links", -1], facts: ["date", -1] };
let listed = PAGE;

function drawList() {
  const host = $("list");
  const tab = (id, key) => button(t(key), () => { state.table = id; listed = PAGE; drawList(); remember(); }, { role: "tab", "aria-selected": String(state.table === id) });
  const [rows, columns] = state.table === "things" ? [thingRows(), THINGS] : [factRows(), FACTS];
  const [by, way] = sorting[state.table];
  const key = columns.find((c) => c.id === by).key;
  const keyed = rows.map((row) => [key(row), row]);
  keyed.sort((a, b) => (a[0] < b[0] ? -way : a[0] > b[0] ? way : 0));
  fill(host, h("div", { className: "tabs", role: "tablist" }, tab("things", "things"), tab("facts", "facts")),
    h("div", { className: "scroll", tabIndex: 0, role: "region", "aria-label": t("list") }, h("table", null,
      h("thead", null, h("tr", null, columns.map((c) => h("th", { scope: "col", "aria-sort": by === c.id ? (way > 0 ? "ascending" : "descending") : "none" },
        button([t(c.title), by === c.id ? (way > 0 ? " ▲" : " ▼") : ""], () => { sorting[state.table] = [c.id, by === c.id ? -way : c.first || 1]; drawList(); }))))),
      h("tbody", null, keyed.slice(0, listed).map(([, row]) => h("tr", null, columns.map((c) => h("td", null, c.cell(row)))))))),
    keyed.length > listed && button(`${t("more")} (${number(keyed.length - listed)})`, () => { listed += PAGE; drawList(); }, { className: "wide" }));
}

const lastOf = (days) => (days && days.length ? days[days.length - 1] : -Infinity);
const thingRows = () => scene.nodes;
const landText = (i) => (G.nodes.land[i] || []).slice(0, 3).map(nameOf).join(", ");
const THINGS = [
  { id: "name", title: "name", key: (i) => sortKey(nameOf(i)), cell: (i) => nodeLink(i) },
  { id: "kind", title: "kind", key: (i) => sortKey(kindName(i)), cell: (i) => kindName(i) },
  { id: "country", title: "country", key: (i) => sortKey(landText(i)), cell: (i) => landText(i) },
  { id: "links", title: "linkCount", first: -1, key: (i) => G.nodes.links[i], cell: (i) => number(G.nodes.links[i]) },
  { id: "date", title: "date", first: -1, key: (i) => lastOf(G.nodes.days[i]), cell: (i) => (G.nodes.days[i] ? dayText(lastOf(G.nodes.days[i])) : "") },
];

const factRows = () => scene.links.flatMap((l) => G.links.facts[l].filter(factPasses).map((f) => [l, f]));
const FACTS = [
  { id: "subject", title: "subject", key: ([l]) => sortKey(nameOf(G.links.s[l])), cell: ([l]) => nodeLink(G.links.s[l]) },
  { id: "relation", title: "relation", key: (row) => sortKey(factName(row)), cell: (row) => button(factName(row), () => selectLink(row[0]), { className: "link" }) },
  { id: "object", title: "object", key: ([l]) => sortKey(nameOf(G.links.t[l])), cell: ([l]) => nodeLink(G.links.t[l]) },
  { id: "date", title: "date", first: -1, key: ([, f]) => lastOf(G.edges.days[f]), cell: ([, f]) => (G.edges.days[f] ? dayText(lastOf(G.edges.days[f])) : "") },
  { id: "sure", title: "confidence", first: -1, key: ([, f]) => G.edges.sure[f], cell: ([, f]) => `${G.edges.sure[f]}%` },
];
const factName = ([l, f]) => roleName(f) || say(WORDS.relations[relationOf(l)]) || clean(relationOf(l), 40);
