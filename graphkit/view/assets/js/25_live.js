// Served live: the page opens with a part of the graph and fetches the rest when a reader
// asks for it. A page that was written to a file has all it needs and fetches nothing.
const isLive = () => Boolean(G.core.start.live);
const reach = new Map(); // id -> how many steps around it are here
let home = null; // the nodes that the page opened with: the overview
let turn = 0;

function startLive() {
  if (!isLive()) return;
  const { focus, hops } = G.core.start;
  if (focus) reach.set(focus, hops);
  home = G.count;
}

async function ask(what, values) {
  const query = new URLSearchParams(values);
  const answer = await fetch(`${G.core.start.live}${what}?${query}`, { credentials: "omit" });
  if (!answer.ok) throw new Error(`${what}: ${answer.status}`);
  return answer.json();
}

const address = (id) => (/^[a-z][a-z0-9+.-]*:/i.test(id) ? id : G.base + id);

// What a person's panel says reaches two steps: the event, and who else attended it.
const panelSteps = (i) => (G.hub[i] ? 1 : 2);
const isHere = (i, hops) => !isLive() || i < 0 || (reach.get(G.nodes.id[i]) ?? 0) >= hops;

async function fetchAround(ids, hops) {
  const part = await ask("part", [...ids.map((id) => ["iri", address(id)]), ["hops", hops]]);
  for (const id of ids) reach.set(id, Math.max(hops, reach.get(id) ?? 0));
  await join(part, ids[0]);
}

async function join(part, centre) {
  mergePart(part.core, part.evidence, await evidence(), centre);
  forgetCounts();
  if (scene) {
    drawFilters();
    drawTime();
    refresh();
  }
}

// Does something with a node once what is around it is here. Who has clicked on something
// else in the meantime is not taken back.
function withNeighbours(i, hops, act) {
  turn += 1;
  if (isHere(i, hops)) return act();
  const mine = turn;
  announce(t("fetching"));
  return fetchAround([G.nodes.id[i]], hops).then(() => { if (mine === turn) act(); }, () => announce(t("lost")));
}

// The panel of a node that was only somebody's neighbour so far.
function completePanel(i) {
  if (isHere(i, panelSteps(i))) return;
  fetchAround([G.nodes.id[i]], panelSteps(i)).then(() => { if (state.node === i) drawPanel(); }, () => announce(t("lost")));
}

// A shared address may name nodes that are not here yet.
async function fetchNamed(text) {
  if (!isLive()) return;
  const got = new URLSearchParams(text);
  const missing = (name) => (got.get(name) || "").split(SEPARATOR).filter((id) => id.includes("/") && !G.at.has(id));
  const steps = Math.min(3, Math.max(2, Number(got.get("hops")) || 0));
  const focus = got.get("focus");
  try {
    if (focus && (reach.get(focus) ?? 0) < steps) await fetchAround([focus], steps);
    const others = new Set(["node", "link", "path", "land", "hide"].flatMap(missing));
    for (const id of (got.get("open") || "").split(SEPARATOR)) if (id && !reach.has(id)) others.add(id);
    if (others.size) await fetchAround([...others].slice(0, 20), 1);
    const [a, b] = (got.get("path") || "").split(SEPARATOR);
    if (b) await join(await ask("way", { from: address(a), to: address(b) }));
  } catch {
    // The address is of another graph, or the server is gone: what is here is shown.
  }
}

// How many neighbours of a node are not in the picture.
function moreOf(i) {
  if (!isLive()) return 0;
  const near = new Set();
  for (const link of linksOf(i)) if (scene.isIn[otherEnd(link, i)]) near.add(otherEnd(link, i));
  return Math.max(0, G.nodes.links[i] - near.size);
}

function forgetCounts() {
  ranked = topLands = alone = counted = null;
  for (const key of Object.keys(shared)) delete shared[key];
  spelled.clear();
  forgetRows();
}
