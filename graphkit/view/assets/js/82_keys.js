// The keyboard: everything that the mouse can do on the picture.
let neighbour = -1;

function pressKey(event) {
  const typing = event.target.closest("input, select, textarea");
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") return escapeKey(event);
  if (typing) return;
  const act = KEYS[event.key] || KEYS[event.key.toLowerCase()];
  if (!act || (event.key.startsWith("Arrow") && !event.target.closest("#stage"))) return;
  event.preventDefault();
  act();
}

const shift = (dx, dy) => () => {
  const look = renderer.look();
  renderer.go({ ...look, x: look.x + dx / look.k, y: look.y + dy / look.k });
};

const KEYS = {
  "/": () => $("search").focus(),
  ArrowLeft: shift(-80, 0), ArrowRight: shift(80, 0), ArrowUp: shift(0, -80), ArrowDown: shift(0, 80),
  "+": () => zoomBy(1.35), "=": () => zoomBy(1.35), "-": () => zoomBy(1 / 1.35), 0: () => showEverything(),
  n: () => nextNeighbour(1), p: () => nextNeighbour(-1),
  f: () => state.node >= 0 && focusOn(state.node, state.focus >= 0 ? state.hops : 1),
  l: () => showView(state.view === "list" ? "graph" : "list"),
  "?": () => showNote(t("keys")),
};

// Walks from node to node: the neighbours of the one chosen first, in order of their names.
let walkFrom = -1;
function nextNeighbour(way) {
  if (state.node < 0) {
    const order = [...scene.nodes].sort((a, b) => G.nodes.links[b] - G.nodes.links[a] || a - b);
    if (order.length) { walkFrom = order[0]; neighbour = -1; select(order[0], { show: true }); }
    return;
  }
  if (walkFrom < 0 || !isNeighbour(walkFrom, state.node)) { walkFrom = state.node; neighbour = way > 0 ? -1 : 0; }
  const near = [...new Set([...linksOf(walkFrom)].map((l) => otherEnd(l, walkFrom)).filter((i) => scene.isIn[i]))];
  near.sort((a, b) => (sortKey(nameOf(a)) < sortKey(nameOf(b)) ? -1 : 1));
  if (!near.length) return;
  neighbour = (neighbour + way + near.length) % near.length;
  select(near[neighbour], { show: true });
}
const isNeighbour = (a, b) => a === b || [...linksOf(a)].some((l) => otherEnd(l, a) === b);

function escapeKey(event) {
  const menu = document.querySelector("details.menu[open]");
  if (menu) { menu.open = false; menu.querySelector("summary").focus(); return; }
  if (event.target.id === "search") return;
  if (state.path) { state.path = null; drawCrumbs(); drawPanel(); remark(); remember(); return; }
  if (state.node >= 0 || state.link >= 0) select(-1);
  openSide(null);
}
