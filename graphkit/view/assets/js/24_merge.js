// Two parts of a graph as one. Nodes keep their numbers, new ones come after them; facts
// are sorted anew, so links get other numbers and whoever holds one must look it up again.

function mergePart(core, said, block, centre) {
  const link = state.link >= 0 ? [G.links.s[state.link], relationOf(state.link), G.links.t[state.link]] : null;
  G.nodes.x = Array.from(G.x); // where a reader has dragged them to
  G.nodes.y = Array.from(G.y);
  const number = mergeNodes(core, centre);
  const releases = mergeReleases(said.releases, block.releases);
  const passages = mergePassages(said.passages, block.passages, releases);
  mergeQuotes(said.quotes, block.quotes, number, releases);
  number.forEach((i, k) => {
    block.named[i] = union(block.named[i], (said.named[k] || []).map((r) => releases[r]));
    block.same[i] = block.same[i] || said.same[k];
  });
  mergeFacts(core, said, block, number, passages);
  Object.assign(G.core.labels, core.labels);
  loadGraph(G.core);
  state.link = link ? linkBetween(link[0], link[2], link[1]) : -1;
}

const union = (held, more) => {
  const all = [...new Set([...(held || []), ...(more || [])])].sort((a, b) => a - b);
  return all.length ? all : 0;
};

function placeIn(list, value) {
  const at = list.indexOf(value);
  return at >= 0 ? at : list.push(value) - 1;
}

// Returns the number here of each node of the part.
function mergeNodes(core, centre) {
  const { nodes } = core;
  const here = G.nodes;
  const anchor = Math.max(0, nodes.id.findIndex((id) => (centre ? id === centre : G.at.has(id))));
  const at = G.at.get(nodes.id[anchor]);
  const [dx, dy] = at === undefined ? [0, 0] : [here.x[at] - nodes.x[anchor], here.y[at] - nodes.y[anchor]];
  for (const lang in nodes.name) here.name[lang] = here.name[lang] || here.id.map(() => 0);
  const number = nodes.id.map((id, k) => {
    const held = G.at.get(id);
    if (held !== undefined) {
      here.days[held] = union(here.days[held], nodes.days[k]);
      here.links[held] = Math.max(here.links[held], nodes.links[k]);
      here.size[held] = Math.max(here.size[held], nodes.size[k]);
      return held;
    }
    for (const field of ["id", "other", "date", "status", "code", "days", "size", "links", "central", "community"]) here[field].push(nodes[field][k]);
    here.kind.push(placeIn(G.core.kinds, core.kinds[nodes.kind[k]]));
    here.x.push(nodes.x[k] + dx);
    here.y.push(nodes.y[k] + dy);
    here.land.push(0);
    for (const lang in here.name) here.name[lang].push(nodes.name[lang] ? nodes.name[lang][k] : 0);
    G.at.set(id, here.id.length - 1);
    return here.id.length - 1;
  });
  number.forEach((i, k) => { here.land[i] = union(here.land[i], (nodes.land[k] || []).map((land) => number[land])); });
  return number;
}

function mergeReleases(more, held) {
  const at = new Map(held.id.map((id, r) => [id, r]));
  return more.id.map((id, k) => {
    if (!at.has(id)) {
      at.set(id, held.id.length);
      for (const field in held) held[field].push(more[field][k]);
    }
    return at.get(id);
  });
}

function mergePassages(more, held, releases) {
  const at = new Map(held.r.map((r, p) => [`${r} ${held.begin[p]} ${held.end[p]}`, p]));
  return more.r.map((r, k) => {
    const key = `${releases[r]} ${more.begin[k]} ${more.end[k]}`;
    if (!at.has(key)) {
      at.set(key, held.r.push(releases[r]) - 1);
      for (const field of ["begin", "end", "text"]) held[field].push(more[field][k]);
    }
    return at.get(key);
  });
}

function mergeQuotes(more, held, number, releases) {
  const seen = new Set(held.text.map((text, q) => `${held.who[q]} ${held.r[q]} ${text}`));
  more.text.forEach((text, k) => {
    const [who, r] = [number[more.who[k]], more.r[k] < 0 ? -1 : releases[more.r[k]]];
    if (seen.has(`${who} ${r} ${text}`)) return;
    held.who.push(who);
    held.r.push(r);
    for (const field of ["text", "language", "topics"]) held[field].push(more[field][k]);
  });
}

// Facts as rows, those of the part over those that are here, and back into sorted columns.
function mergeFacts(core, said, block, number, passages) {
  const rows = new Map();
  const put = (edges, from, node, passage, relation, role) => edges.s.forEach((s, f) => {
    const row = {
      s: node(s), t: node(edges.t[f]), r: relation(edges.r[f]), role: role(edges.role[f]), via: from.via[f], sure: edges.sure[f],
      status: edges.status[f], days: edges.days[f], said: union([], (from.edges[f] || []).map(passage)),
    };
    const key = [row.s, row.t, row.r, row.role, row.via].join(" ");
    const held = rows.get(key);
    if (held) Object.assign(row, { said: union(held.said, row.said), days: union(held.days, row.days), sure: Math.max(held.sure, row.sure) });
    rows.set(key, row);
  });
  const same = (value) => value;
  put(G.edges, block, same, same, same, same);
  put(core.edges, said, (i) => number[i], (p) => passages[p],
    (r) => placeIn(G.core.relations, core.relations[r]), (role) => (role < 0 ? -1 : placeIn(G.core.roles, core.roles[role])));
  // A post whose body was in no part so far was a fact without an end.
  const seated = new Set([...rows.values()].filter((row) => row.s !== row.t && row.via).map((row) => row.via));
  const order = [...rows.values()].filter((row) => row.s !== row.t || !seated.has(row.via)).sort((a, b) => a.s - b.s || a.t - b.t || a.r - b.r || a.role - b.role || (String(a.via) < String(b.via) ? -1 : 1));
  for (const field of ["s", "t", "r", "role", "days", "sure", "status"]) G.edges[field] = order.map((row) => row[field]);
  G.edges.n = order.map((row) => (row.said || []).length);
  block.edges = order.map((row) => row.said);
  block.via = order.map((row) => row.via);
}
