// The panel: everything that is known of a node or a link, and what it rests on.

// Relation and direction -> section of the panel. "out": the node is the subject.
const SECTIONS = [
  ["posts", [["org:holds", "out"], ["gk:accreditedTo", "out"]]],
  ["attendees", [["schema:attendee", "out"], ["schema:organizer", "out"], ["schema:location", "out"]]],
  ["holders", [["org:holds", "in"], ["gk:accreditedTo", "in"]]],
  ["member", [["org:memberOf", "out"]]],
  ["met", []],
  ["events", [["schema:attendee", "in"], ["schema:organizer", "in"], ["schema:location", "in"]]],
  ["quotes", []],
  ["members", [["org:memberOf", "in"]]],
  ["structure", [["org:subOrganizationOf", "out"], ["org:subOrganizationOf", "in"], ["gk:ofCountry", "out"], ["gk:concerns", "out"], ["gk:ofCountry", "in"]]],
  ["concerned", [["gk:concerns", "in"]]],
  ["otherLinks", []],
];
const SECTION_OF = new Map(SECTIONS.flatMap(([key, relations]) => relations.map((r) => [r.join(" "), key])));
const SHORT_LIST = 8;

// A node's facts, also those without a line (a post without a body), by section.
function factsOf(i) {
  const found = new Map();
  const put = (fact, other, direction) => {
    const relation = G.core.relations[G.edges.r[fact]];
    const key = SECTION_OF.get(`${relation} ${direction}`) || "otherLinks";
    if (!found.has(key)) found.set(key, []);
    found.get(key).push({ fact, other, relation, direction });
  };
  for (const l of linksOf(i)) {
    for (const fact of G.links.facts[l]) put(fact, otherEnd(l, i), G.links.s[l] === i ? "out" : "in");
  }
  for (const fact of ownFacts().get(i) || []) put(fact, -1, "out");
  return found;
}
let alone = null;
function ownFacts() {
  if (alone) return alone;
  alone = new Map();
  G.edges.s.forEach((s, fact) => {
    if (s === G.edges.t[fact]) alone.set(s, [...(alone.get(s) || []), fact]);
  });
  return alone;
}

function drawPanel() {
  const host = $("panel");
  host.scrollTop = 0;
  if (state.link >= 0) return drawLink(host, state.link);
  if (state.node >= 0) return drawNode(host, state.node);
  if (state.path && state.path.b >= 0) return drawPath(host);
  drawStart(host);
}

const closer = () => button(icon("close"), () => { state.path = null; select(-1); openSide(null); }, { className: "icon-only close", "aria-label": t("close") });

function goTo(i) {
  return () => {
    if (state.path && state.path.b < 0) return endPath(i);
    if (G.count > LARGE && state.focus < 0) return focusOn(i, 1);
    if (state.view === "list") { select(i); return; }
    select(i, { show: true });
  };
}

function nodeLink(i, text) {
  return h("button", { type: "button", className: "node", data: { id: G.nodes.id[i] }, on: { click: goTo(i) } }, swatch(shapeOf(i), groupHue(G.group[i])), h("bdi", null, text || nameOf(i)));
}

function drawNode(host, i) {
  const lands = (G.nodes.land[i] || []).filter((land) => land !== i);
  fill(host, closer(),
    h("header", { className: "card" },
      h("p", { className: "kind" }, swatch(shapeOf(i), groupHue(G.group[i])), kindName(i),
        G.nodes.date[i] ? ` · ${dateText(G.nodes.date[i])}` : "", statusName(i) && h("em", null, statusName(i))),
      h("h2", { tabIndex: -1, dir: "auto" }, nameOf(i)),
      lands.length > 0 && h("p", { className: "lands" }, lands.slice(0, 6).map((land) => nodeLink(land)))),
    drawActions(i), drawSections(i), h("div", { id: "later" }));
  drawLater(i);
}

function drawActions(i) {
  const isFocus = state.focus === i;
  return h("div", { className: "actions" },
    h("span", { className: "steps", role: "group", "aria-label": t("focus") }, h("span", null, t("focus")),
      [1, 2, 3].map((n) => button(String(n), () => focusOn(i, n), { "aria-pressed": String(isFocus && state.hops === n), title: t("hops", { n }), "aria-label": `${t("focus")}: ${t("hops", { n })}` }))),
    state.focus >= 0 && !isFocus && button(t(state.open.has(i) ? "collapse" : "expand"), () => expand(i)),
    button(t("pathFrom"), () => startPath(i)), button(t("hide"), () => hideNode(i)));
}

function drawSections(i) {
  const facts = factsOf(i);
  return SECTIONS.map(([key]) => {
    if (key === "met") return drawMet(i);
    if (key === "quotes") return h("section", { id: "quotes", hidden: true });
    const rows = mergeRows(facts.get(key) || []);
    if (!rows.length) return null;
    rows.sort((a, b) => lastDay(b) - lastDay(a) || (a.other < 0 ? 0 : sortKey(nameOf(a.other)) < sortKey(nameOf(b.other)) ? -1 : 1));
    return section(key, rows.map((row) => factRow(i, row)));
  });
}

// Facts with the same other end, relation and role are one row: an office told of twice.
function mergeRows(facts) {
  const rows = new Map();
  for (const { fact, other, relation, direction } of facts) {
    const key = `${other} ${relation} ${direction} ${G.edges.role[fact]}`;
    if (!rows.has(key)) rows.set(key, { other, relation, direction, facts: [] });
    rows.get(key).facts.push(fact);
  }
  return [...rows.values()];
}
const rowDays = (row) => row.facts.flatMap((f) => G.edges.days[f] || []);
const lastDay = (row) => Math.max(0, ...rowDays(row));

function factRow(i, row) {
  const days = rowDays(row);
  const role = [...new Set(row.facts.map(roleName).filter(Boolean))].join(", ");
  const first = days.length ? Math.min(...days) : null;
  const isEvent = G.event === (row.other < 0 ? -1 : G.group[row.other]) || G.group[i] === G.event;
  const when = first === null ? "" : isEvent ? dayText(first) : t("since", { d: dayText(first) });
  const status = [...new Set(row.facts.map((f) => say(WORDS.status[G.edges.status[f]])))];
  const quiet = ["schema:attendee", "org:memberOf", "org:holds"].includes(row.relation);
  const relation = role || (quiet ? "" : say(WORDS.relations[row.relation]) || clean(row.relation, 40));
  return h("li", null,
    relation && h("span", { className: "role" }, relation, row.direction === "in" && !role ? " ←" : ""),
    row.other >= 0 && nodeLink(row.other),
    h("span", { className: "foot" }, status.length === 1 && status[0] && h("em", null, status[0]), when && h("time", null, when), evidenceToggle(row.facts, [i, row.other].filter((n) => n >= 0))));
}

function section(key, rows, count = rows.length) {
  const list = h("ul", null, rows.slice(0, SHORT_LIST));
  const rest = rows.slice(SHORT_LIST);
  const more = rest.length > 0 && button(`${t("more")} (${rest.length})`, () => { add(list, rest.splice(0, 40)); rest.length ? (more.textContent = `${t("more")} (${rest.length})`) : more.remove(); }, { className: "link" });
  return h("section", { data: { section: key } }, h("h3", null, t(key), h("span", { className: "count" }, count)), list, more);
}

// Who else attended the events of this person or body.
function drawMet(i) {
  if (G.group[i] === G.event || G.hub[i]) return null;
  const met = new Map();
  for (const l of linksOf(i)) {
    if (relationOf(l) !== "schema:attendee") continue;
    const event = otherEnd(l, i);
    for (const m of linksOf(event)) {
      const other = otherEnd(m, event);
      if (relationOf(m) !== "schema:attendee" || other === i) continue;
      if (!met.has(other)) met.set(other, []);
      met.get(other).push([event, l, m]);
    }
  }
  if (!met.size) return null;
  const rows = [...met].sort((a, b) => b[1].length - a[1].length || G.nodes.links[b[0]] - G.nodes.links[a[0]] || a[0] - b[0]);
  return section("met", rows.map(([other, times]) => h("li", null, nodeLink(other),
    h("span", { className: "foot" }, times.slice(0, 3).map(([event, l, m]) => [
      nodeLink(event, labelOf(event)), evidenceToggle([...new Set([...G.links.facts[l], ...G.links.facts[m]])], [i, other])])))));
}

// Names, quotations and releases come from the evidence block.
async function drawLater(i) {
  const data = await evidence();
  const host = $("later");
  if (state.node !== i || !host) return;
  const quotes = data.quotes.who.flatMap((who, q) => (who === i ? [q] : []));
  const quoteHost = $("quotes");
  if (quotes.length && quoteHost) {
    const made = section("quotes", quotes.map((q) => quoteCard(data, q)));
    quoteHost.replaceWith(made);
  }
  const releases = [...(data.named[i] || [])].reverse();
  fill(host, drawNames(i, data),
    releases.length > 0 && section("releases", releases.map((r) => h("li", { className: "release" }, releaseLine(data, r)))));
}

function quoteCard(data, q) {
  const lang = data.quotes.language[q] || null;
  const topics = data.quotes.topics[q].map((topic) => clean(say(G.core.labels[topic]) || topic.split("/").pop(), 40));
  return h("li", null, h("figure", { className: "passage quote" },
    h("blockquote", { lang, dir: "auto" }, h("mark", null, plain(data.quotes.text[q]))),
    h("figcaption", null, topics.length > 0 && h("span", { className: "meta" }, topics.join(", ")), data.quotes.r[q] >= 0 && releaseLine(data, data.quotes.r[q]))));
}

function drawNames(i, data) {
  const rows = [];
  for (const lang in G.nodes.name) if (G.nodes.name[lang][i]) rows.push([lang, G.nodes.name[lang][i]]);
  for (const [text, lang] of G.nodes.other[i] || []) rows.push([lang, text]);
  const same = (data.same[i] || []).filter(safeUrl);
  if (!rows.length && !same.length) return null;
  return h("section", { data: { section: "names" } }, h("h3", null, t("names")), h("ul", { className: "names" },
    rows.slice(0, 30).map(([lang, text]) => h("li", { lang, dir: "auto" }, h("small", null, lang), h("bdi", null, clean(text)))),
    same.slice(0, 5).map((href) => h("li", null, h("small", null, "="), h("a", { href, target: "_blank", rel: "noopener noreferrer nofollow" }, clean(href, 60))))));
}

function drawLink(host, link) {
  const [s, to] = [G.links.s[link], G.links.t[link]];
  const facts = G.links.facts[link];
  fill(host, closer(),
    h("header", { className: "card" }, h("p", { className: "kind" }, t("relation")), h("h2", { tabIndex: -1 }, linkName(link), facts.length > 1 ? ` ×${facts.length}` : "")),
    h("p", { className: "ends" }, nodeLink(s), h("span", { "aria-hidden": "true" }, "↓"), nodeLink(to)),
    h("section", { data: { section: "evidence" } }, h("h3", null, t("evidence")),
      facts.map((fact) => h("div", { className: "fact" },
        h("p", null, facts.length > 1 && h("span", { className: "role" }, roleName(fact)), G.edges.status[fact] !== 0 && h("em", null, say(WORDS.status[G.edges.status[fact]])), h("span", { className: "confidence" }, `${t("confidence")} `, sureBar([fact])),
          (G.edges.days[fact] || []).length > 0 && h("time", null, (G.edges.days[fact] || []).map(dayText).join(", "))),
        evidenceToggle([fact], [s, to], true)))));
}

function drawPath(host) {
  const { a, b, ways } = state.path;
  fill(host, closer(), h("header", { className: "card" }, h("p", { className: "kind" }, t("path")), h("h2", { tabIndex: -1 }, `${nameOf(a)} — ${nameOf(b)}`)),
    !ways && h("p", { className: "notice" }, t("noPath")),
    ways && h("section", { data: { section: "path" } }, h("h3", null, t("steps", { n: ways.links.length })), h("ol", { className: "path" },
      ways.nodes.map((i, n) => h("li", null, nodeLink(i), n < ways.links.length && h("span", { className: "foot" },
        h("span", { className: "role" }, G.links.s[ways.links[n]] === i ? `↓ ${linkName(ways.links[n])}` : `↑ ${linkName(ways.links[n])}`),
        evidenceToggle(G.links.facts[ways.links[n]], [i, ways.nodes[n + 1]])))))));
}

let ranked = null;
function rankedNodes() {
  if (ranked) return ranked;
  ranked = [];
  for (let i = 0; i < G.count; i++) if (!G.hub[i] && G.group[i] !== G.event) ranked.push(i);
  ranked.sort((x, y) => G.nodes.links[y] - G.nodes.links[x] || x - y);
  ranked.length = Math.min(ranked.length, 40);
  return ranked;
}

// The events that are drawn, last first: what happened in the chosen period.
function drawEvents() {
  if (!scene) return null;
  const events = scene.nodes.filter((i) => G.group[i] === G.event);
  events.sort((a, b) => lastOf(G.nodes.days[b]) - lastOf(G.nodes.days[a]) || G.nodes.links[b] - G.nodes.links[a] || a - b);
  return events.length > 0 && section("events", events.slice(0, 100).map((i) => h("li", null, nodeLink(i),
    h("span", { className: "foot" }, statusName(i) && h("em", null, statusName(i)), h("time", null, dateText(G.nodes.date[i]))))), events.length);
}

// Nothing chosen yet: what to do, what happened, and the nodes with the most links as ways in.
function drawStart(host) {
  const dated = state.from !== null || state.to !== null;
  const order = rankedNodes();
  fill(host, h("header", { className: "card" }, h("h2", null, G.core.start.title ? clean(G.core.start.title) : t("title")), h("p", null, t(isLive() ? "liveStart" : G.count > LARGE ? "largeStart" : "start"))),
    dated && drawEvents(),
    h("section", { data: { section: "ranked" } }, h("h3", null, t("ranked")), h("ol", { className: "ranked" },
      order.slice(0, G.count > LARGE ? 40 : 10).map((i) => h("li", null, nodeLink(i), h("span", { className: "count" }, number(G.nodes.links[i])))))),
    !dated && G.count <= LARGE && drawEvents());
}
