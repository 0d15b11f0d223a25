// The state in the URL fragment: a view is shared by its address, back and forward work.
const SEPARATOR = "~";

function writeFragment() {
  const put = new URLSearchParams();
  const id = (i) => G.nodes.id[i];
  if (state.language !== G.core.start.language) put.set("lang", state.language);
  if (state.view !== "graph") put.set("view", state.view);
  if (state.table !== "things") put.set("table", state.table);
  if (state.colour !== "class") put.set("colour", state.colour);
  if (state.focus >= 0) { put.set("focus", id(state.focus)); put.set("hops", state.hops); }
  if (state.node >= 0) put.set("node", id(state.node));
  if (state.link >= 0) {
    put.set("link", [id(G.links.s[state.link]), relationOf(state.link), id(G.links.t[state.link])].join(SEPARATOR));
  }
  if (state.path && state.path.b >= 0) put.set("path", [id(state.path.a), id(state.path.b)].join(SEPARATOR));
  const list = (name, values) => values.length && put.set(name, values.sort().join(SEPARATOR));
  list("no", [...state.offKinds]);
  list("norel", [...state.offRelations]);
  list("land", [...state.lands].map(id));
  list("open", [...state.open].map(id));
  list("hide", [...state.hidden].map(id));
  if (state.from !== null) put.set("from", dayIso(state.from));
  if (state.to !== null) put.set("to", dayIso(state.to));
  if (state.sure) put.set("sure", state.sure);
  return put.toString();
}

function readFragment(text) {
  const got = new URLSearchParams(text);
  const node = (id) => G.at.get(id) ?? -1;
  const list = (name) => (got.get(name) || "").split(SEPARATOR).filter(Boolean);
  const nodes = (name) => new Set(list(name).map(node).filter((i) => i >= 0));
  const start = G.core.start;
  const one = (name, allowed, otherwise) => (allowed.includes(got.get(name)) ? got.get(name) : otherwise);
  state.language = one("lang", LANGUAGES, start.language);
  state.view = one("view", ["graph", "list"], "graph");
  state.table = one("table", ["things", "facts"], "things");
  state.colour = one("colour", ["class", "country", "community", "centrality"], "class");
  state.focus = node(got.get("focus"));
  state.hops = Math.min(3, Math.max(1, Number(got.get("hops")) || start.hops));
  state.node = node(got.get("node"));
  const [s, relation, t_] = list("link");
  state.link = t_ && node(s) >= 0 && node(t_) >= 0 ? linkBetween(node(s), node(t_), relation) : -1;
  const [a, b] = list("path").map(node);
  state.offKinds = new Set(list("no"));
  state.offRelations = new Set(list("norel"));
  state.lands = nodes("land");
  state.open = nodes("open");
  state.hidden = nodes("hide");
  const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(got.get(name) || "") ? isoDay(got.get(name)) : null);
  state.from = day("from");
  state.to = day("to");
  state.sure = Math.min(100, Math.max(0, Number(got.get("sure")) || 0));
  state.path = a >= 0 && b >= 0 ? { a, b, ways: null } : null;
  if (state.path) state.path.ways = findPath(a, b);
  language = state.language;
}

// In a notebook's frame (about:srcdoc) a fragment cannot be kept: the state lives in memory.
let written = "";
function remember({ replace = false } = {}) {
  const text = writeFragment();
  if (text === written) return;
  written = text;
  try {
    history[replace ? "replaceState" : "pushState"]({ text }, "", `#${text}`);
  } catch {
    try { location.hash = text; } catch { /* stays in memory */ }
  }
}
