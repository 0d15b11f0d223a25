// The graph in memory: columns as they come, links bundled, neighbours by node.
const G = {};

// Facts of one relation between the same two nodes are one link with a count.
// Facts come sorted, so that those of one link stand together.
function loadGraph(core) {
  const { nodes, edges } = core;
  Object.assign(G, { core, nodes, edges, count: nodes.id.length, base: core.base });
  G.at = new Map(nodes.id.map((id, i) => [id, i]));
  G.kind = nodes.kind.map((k) => core.kinds[k]);
  G.groupOfKind = core.kinds.map(groupOfKind);
  G.group = Uint8Array.from(nodes.kind, (k) => G.groupOfKind[k]);
  G.x = Float64Array.from(nodes.x);
  G.y = Float64Array.from(nodes.y);
  G.size = Float64Array.from(nodes.size);
  G.links = bundleFacts(edges, core.relations.length);
  G.near = indexNeighbours(G.links, G.count);
  G.hub = Uint8Array.from(G.group, (g) => (g === 1 || g === 2 ? 1 : 0)); // countries, regions, cities
  G.event = WORDS.groups.findIndex((g) => g.id === "event");
  let [first, last] = [Infinity, -Infinity];
  for (const days of edges.days) if (days) { first = Math.min(first, days[0]); last = Math.max(last, days[days.length - 1]); }
  for (const days of nodes.days) if (days) { first = Math.min(first, days[0]); last = Math.max(last, days[days.length - 1]); }
  G.first = first === Infinity ? null : first;
  G.last = first === Infinity ? null : last;
}

const GROUP_OF = new Map(WORDS.groups.flatMap((g, i) => g.kinds.map((k) => [k, i])));
const groupOfKind = (kind) => GROUP_OF.get(kind) ?? 6;

function bundleFacts(edges) {
  const s = [], t = [], r = [], from = [], many = [];
  let held = -1;
  for (let e = 0; e < edges.s.length; e++) {
    if (edges.s[e] === edges.t[e]) continue; // a post without a body: for the panel only
    if (held >= 0 && s[held] === edges.s[e] && t[held] === edges.t[e] && r[held] === edges.r[e]) {
      many[held].push(e);
      continue;
    }
    held = s.push(edges.s[e]) - 1;
    t.push(edges.t[e]);
    r.push(edges.r[e]);
    many.push([e]);
  }
  return { s: Int32Array.from(s), t: Int32Array.from(t), r: Uint8Array.from(r), facts: many, count: s.length };
}

// Compressed rows: the links of node i are list[start[i]] … list[start[i + 1] - 1].
function indexNeighbours(links, count) {
  const start = new Int32Array(count + 1);
  for (let l = 0; l < links.count; l++) { start[links.s[l] + 1]++; start[links.t[l] + 1]++; }
  for (let i = 0; i < count; i++) start[i + 1] += start[i];
  const list = new Int32Array(2 * links.count);
  const next = start.slice();
  for (let l = 0; l < links.count; l++) { list[next[links.s[l]]++] = l; list[next[links.t[l]]++] = l; }
  return { start, list };
}

function* linksOf(i) {
  for (let k = G.near.start[i]; k < G.near.start[i + 1]; k++) yield G.near.list[k];
}
const otherEnd = (link, i) => (G.links.s[link] === i ? G.links.t[link] : G.links.s[link]);
const relationOf = (link) => G.core.relations[G.links.r[link]];

// A node's name in the chosen language. Where two things have one name (each country has
// a "Parliament"), the country stands beside it, at events the day.
function nameOf(i) {
  const name = ownName(i);
  if (!sharedNames().has(name)) return name;
  const land = (G.nodes.land[i] || []).find((other) => other !== i);
  const beside = G.group[i] === G.event ? dateText(G.nodes.date[i]) : land === undefined ? "" : ownName(land);
  return beside && !name.includes(beside) ? `${name} (${beside})` : name;
}

const shared = {};
function sharedNames() {
  if (shared[language]) return shared[language];
  const [once, twice] = [new Set(), new Set()];
  // In a graph of tens of thousands it would hold the start up, and helps little.
  for (let i = 0; i < G.count && G.count <= 10000; i++) {
    const name = ownName(i);
    (once.has(name) ? twice : once).add(name);
  }
  shared[language] = twice;
  return twice;
}

const upperFirst = (text) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

// An event without a name is named after who attends it.
function ownName(i) {
  if (G.group[i] === G.event) return upperFirst(withoutDay(eventGiven(i)) || eventName(i));
  return givenName(i) || clean(decode(G.nodes.id[i].split("/").pop()));
}

// The graph names most events after who attends them, in the languages that have names for
// all of these; in another language the page does so itself rather than mix the two.
function eventGiven(i) {
  const held = G.nodes.name[language] && G.nodes.name[language][i];
  if (held) return clean(held);
  const other = givenName(i);
  const kinds = Object.values(WORDS.kinds[G.kind[i]] || {});
  return kinds.some((kind) => other.toLowerCase().startsWith(`${kind.toLowerCase()}:`)) ? "" : other;
}

// Names of events end with their day as machines write it; the page says it beside the name.
const withoutDay = (name) => name.replace(/ \((?:\d{4}|-)-\d\d(?:-\d\d)?\)$/, "");

function givenName(i) {
  const { name } = G.nodes;
  for (const lang of [language, "en", "ru", "kk"]) if (name[lang] && name[lang][i]) return clean(name[lang][i]);
  for (const lang in name) if (name[lang][i]) return clean(name[lang][i]);
  const others = G.nodes.other[i];
  return others ? clean((others.find((o) => o[1] === language) || others[0])[0]) : "";
}

function decode(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

function isNamed(i) {
  const { name } = G.nodes;
  for (const lang in name) if (name[lang][i]) return true;
  return Boolean(G.nodes.other[i]);
}

function eventName(i) {
  const who = attendees(i);
  const named = who.slice(0, 2).map((j) => givenName(j) || clean(decode(G.nodes.id[j].split("/").pop()))).join(", ") + (who.length > 2 ? "…" : "");
  return `${kindName(i)}${named ? `: ${named}` : ""}`;
}

// Who attends an event: persons first, then those with most links.
function attendees(i) {
  const who = [];
  for (const link of linksOf(i)) {
    if (relationOf(link) === "schema:attendee" && G.links.s[link] === i) who.push(G.links.t[link]);
  }
  return who.sort((a, b) => (G.group[a] - G.group[b]) || (G.nodes.links[b] - G.nodes.links[a]) || a - b);
}

// The label under a node: short, since its neighbours are there to see. An event without
// a day is told from others by who else attends it.
function labelOf(i) {
  if (G.group[i] !== G.event) return nameOf(i);
  const date = dateText(G.nodes.date[i]);
  if (date) return `${kindName(i)}, ${date}`;
  const other = attendees(i).find((j) => j !== state.node && j !== state.focus);
  return other === undefined ? kindName(i) : `${kindName(i)}: ${givenName(other)}`;
}

const kindName = (i) => say(WORDS.kinds[G.kind[i]]) || G.kind[i];
const statusName = (i) => say(WORDS.status[G.nodes.status[i]]);

// A relation as read from one end: its name, and for a post its role.
function linkName(link) {
  const facts = G.links.facts[link];
  const roles = [...new Set(facts.map((f) => roleName(f)).filter(Boolean))];
  if (roles.length) return roles.join(", ");
  const relation = relationOf(link);
  return say(WORDS.relations[relation]) || clean(relation.split(/[:#/]/).pop(), 40);
}

function roleName(fact) {
  const role = G.core.roles[G.edges.role[fact]];
  if (!role) return "";
  return say(WORDS.roles[role]) || clean(say(G.core.labels[`role/${role}`]) || role.replace(/_/g, " "), 80);
}

function linkBetween(s, t, relation) {
  for (const link of linksOf(s)) {
    if (G.links.s[link] === s && G.links.t[link] === t && relationOf(link) === relation) return link;
  }
  return -1;
}
