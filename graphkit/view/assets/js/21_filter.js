// What may be drawn: filters first, then the surroundings of the node in focus.
const state = {
  view: "graph", language: "kk", theme: "auto", colour: "class", focus: -1, hops: 2, node: -1, link: -1,
  offKinds: new Set(), offRelations: new Set(), lands: new Set(), from: null, to: null, sure: 0,
  open: new Set(), hidden: new Set(), path: null, table: "things",
};

const isFiltered = () =>
  state.offKinds.size + state.offRelations.size + state.lands.size + state.sure > 0 ||
  state.from !== null || state.to !== null;

function inPeriod(days) {
  if (state.from === null && state.to === null) return true;
  if (!days) return true; // what has no date is always true
  const [from, to] = [state.from ?? -Infinity, state.to ?? Infinity];
  return days.some((day) => day >= from && day <= to);
}

const factPasses = (f) => G.edges.sure[f] >= state.sure && inPeriod(G.edges.days[f]);

// Returns nodes (Uint8Array: 1 = passes) and links (Uint16Array: how many facts pass).
function applyFilters() {
  const nodes = new Uint8Array(G.count);
  const links = new Uint16Array(G.links.count);
  const dated = state.from !== null || state.to !== null;
  // Strong nodes pass by themselves; weak ones (no country, no date) when linked to a strong one.
  const strong = new Uint8Array(G.count);
  for (let i = 0; i < G.count; i++) {
    if (state.offKinds.has(G.kind[i]) || state.hidden.has(i)) continue;
    const lands = G.nodes.land[i];
    const hasLand = !state.lands.size || (lands && lands.some((land) => state.lands.has(land)));
    if (!inPeriod(G.nodes.days[i]) || (!hasLand && lands)) continue;
    nodes[i] = 1;
    strong[i] = hasLand && (!dated || G.nodes.days[i]) ? 1 : 0;
  }
  const touched = new Uint8Array(G.count);
  for (let l = 0; l < G.links.count; l++) {
    const [s, t] = [G.links.s[l], G.links.t[l]];
    if (!nodes[s] || !nodes[t] || !(strong[s] || strong[t])) continue;
    if (state.offRelations.has(relationOf(l))) continue;
    for (const f of G.links.facts[l]) if (factPasses(f)) links[l]++;
    if (links[l]) touched[s] = touched[t] = 1;
  }
  const narrowed = state.offRelations.size || state.sure > 0;
  for (let i = 0; i < G.count; i++) {
    if (!touched[i] && (!strong[i] || (narrowed && G.nodes.links[i]))) nodes[i] = 0;
  }
  return { nodes, links };
}

// The nodes within some steps. Places end a way: through them everything would be near
// everything.
function around(centre, hops, passing) {
  const found = new Map([[centre, 0]]);
  let edge = [centre];
  for (let step = 1; step <= hops; step++) {
    const next = [];
    for (const i of edge) {
      if (G.hub[i] && i !== centre) continue;
      for (const link of linksOf(i)) {
        const other = otherEnd(link, i);
        if (!passing.links[link] || found.has(other)) continue;
        found.set(other, step);
        next.push(other);
      }
    }
    edge = next;
  }
  return found;
}

// Shortest way by breadth first; through places only where there is no other.
function findPath(a, b) {
  const passing = applyFilters();
  passing.nodes[a] = passing.nodes[b] = 1;
  for (const throughHubs of [false, true]) {
    const via = new Map([[a, -1]]);
    let edge = [a];
    while (edge.length && !via.has(b)) {
      const next = [];
      for (const i of edge) {
        if (!throughHubs && G.hub[i] && i !== a) continue;
        for (const link of linksOf(i)) {
          const other = otherEnd(link, i);
          if (!passing.links[link] || via.has(other)) continue;
          via.set(other, link);
          next.push(other);
        }
      }
      edge = next;
    }
    if (!via.has(b)) continue;
    const nodes = [b], links = [];
    for (let at = b; at !== a; ) {
      const link = via.get(at);
      links.unshift(link);
      at = otherEnd(link, at);
      nodes.unshift(at);
    }
    return { nodes, links };
  }
  return null;
}

// What is drawn now: node and link numbers, positions, and how links of one pair are bent.
function makeScene() {
  const passing = applyFilters();
  let chosen = null;
  if (state.focus >= 0) {
    chosen = around(state.focus, state.hops, passing);
    for (const i of state.open) if (chosen.has(i)) for (const j of around(i, 1, passing).keys()) chosen.set(j, 9);
  }
  const nodes = [];
  if (!chosen && home !== null) for (let i = 0; i < home; i++) { if (passing.nodes[i]) nodes.push(i); }
  else if (chosen) for (const i of [...chosen.keys()].sort((a, b) => a - b)) nodes.push(i);
  else for (let i = 0; i < G.count; i++) if (passing.nodes[i]) nodes.push(i);
  const isIn = new Uint8Array(G.count);
  for (const i of nodes) isIn[i] = 1;
  if (state.path && state.path.ways && (chosen || home !== null)) {
    for (const i of state.path.ways.nodes) if (!isIn[i]) { isIn[i] = 1; nodes.push(i); }
  }
  const links = [];
  for (let l = 0; l < G.links.count; l++) {
    if (passing.links[l] && isIn[G.links.s[l]] && isIn[G.links.t[l]]) links.push(l);
  }
  const scene = { nodes, links, isIn, passing, count: passing.links, x: G.x, y: G.y, bend: new Map(), local: false };
  // In a crowd bends are seen only after zooming in, so they need not hold the start up.
  if (links.length <= 20000) scene.bend = bendLinks(links);
  else setTimeout(() => { scene.bend = bendLinks(links); }, 300);
  if (chosen && nodes.length <= 400) placeAround(scene, state.focus);
  return scene;
}

// Links of one pair are spread to both sides of the straight line between the two.
function bendLinks(links) {
  const pairs = new Map();
  for (const l of links) {
    const [s, t] = [G.links.s[l], G.links.t[l]];
    const key = Math.min(s, t) * G.count + Math.max(s, t);
    const held = pairs.get(key);
    if (held) held.push(l);
    else pairs.set(key, [l]);
  }
  const bend = new Map();
  for (const many of pairs.values()) {
    if (many.length < 2) continue;
    many.forEach((l, i) => {
      const offset = (i - (many.length - 1) / 2) * (many.length > 3 ? 0.16 : 0.24);
      bend.set(l, G.links.s[l] < G.links.t[l] ? offset : -offset);
    });
  }
  return bend;
}
