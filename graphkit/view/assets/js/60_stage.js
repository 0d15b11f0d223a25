// The stage shows the scene with the renderer that suits its size, and passes on what
// the reader does. Both renderers have the same few methods (see 50_vis.js).
const VIS_LIMIT = 1500;
const LARGE = 5000;
let scene = null, renderer = null;

const stageEvents = {
  click(i, link) {
    hideTip();
    if (state.path && state.path.b < 0 && i >= 0) return endPath(i);
    if (i >= 0) select(i);
    else if (link >= 0) selectLink(link);
    else if (state.node >= 0 || state.link >= 0) select(-1);
  },
  open(i) { focusOn(i, state.focus >= 0 ? state.hops : 1); },
  hover(i, link, at) { i >= 0 || link >= 0 ? showTip(i, link, at) : hideTip(); },
  moved: hideTip,
};

// `fit`: look at everything afterwards; `keep`: the same nodes, so only counts changed.
function refresh({ fit = false } = {}) {
  const before = scene;
  scene = makeScene();
  const wanted = scene.nodes.length <= VIS_LIMIT ? visRenderer : canvasRenderer;
  const host = $("stage");
  const look = renderer && !fit ? renderer.look() : null;
  if (!renderer || renderer.make !== wanted) {
    if (renderer) renderer.close();
    renderer = wanted(host, stageEvents);
    renderer.make = wanted;
    host.dataset.renderer = renderer.name;
    describeCanvas(host);
  }
  scene.mark = findMark();
  const turned = before && before.local !== scene.local;
  const next = fit || !look || turned || scene.local ? lookAtFree(scene.nodes) : look;
  renderer.show(scene, next);
  drawCounts();
  drawCrumbs();
  if (state.view === "list") drawList();
}

function describeCanvas(host) {
  const canvas = host.querySelector("canvas");
  canvas.setAttribute("role", "img");
  canvas.setAttribute("aria-label", t("canvas"));
  host.tabIndex = 0;
  host.setAttribute("role", "application");
  host.setAttribute("aria-label", `${t("graph")}. ${t("keys")}`);
}

// What stands out: a path, else the chosen link, else the chosen node and its neighbours.
function findMark() {
  if (state.path && state.path.ways) {
    return { nodes: new Set(state.path.ways.nodes), links: new Set(state.path.ways.links) };
  }
  if (state.link >= 0) {
    return { nodes: new Set([G.links.s[state.link], G.links.t[state.link]]), links: new Set([state.link]) };
  }
  if (state.node < 0 || state.node === state.focus) return null;
  const mark = { nodes: new Set([state.node]), links: new Set() };
  for (const l of linksOf(state.node)) {
    const other = otherEnd(l, state.node);
    if (!scene.passing.links[l] || !scene.isIn[other]) continue;
    mark.links.add(l);
    mark.nodes.add(other);
  }
  return mark;
}

function remark() {
  scene.mark = findMark();
  renderer.mark(scene.mark);
}

function select(i, { show = false } = {}) {
  state.node = i;
  state.link = -1;
  if (i >= 0 && state.path && state.path.ways) state.path = null;
  if (i >= 0 && !scene.isIn[i]) return bringIn(i);
  remark();
  if (show && i >= 0) centreOn(i);
  drawPanel();
  openSide(i >= 0 ? "panel" : null);
  remember();
  if (i >= 0) announceNode(i);
  if (i >= 0) completePanel(i);
}

function announceNode(i) {
  announce(t("selected", { name: nameOf(i), kind: kindName(i), n: G.nodes.links[i] }));
}

function selectLink(link, { show = false } = {}) {
  state.node = -1;
  state.link = link;
  remark();
  if (show) lookAtChoice();
  drawPanel();
  openSide("panel");
  remember();
}

// A node that is not drawn now: filters that leave it out give way.
function bringIn(i) {
  state.offKinds.delete(G.kind[i]);
  state.hidden.delete(i);
  if (state.focus >= 0 || G.count > LARGE || isLive()) return focusOn(i, 1);
  const passing = applyFilters();
  if (!passing.nodes[i]) clearFilters();
  drawFilters();
  refresh();
  select(i, { show: true });
}

function centreOn(i) {
  const look = renderer.look();
  const near = scene.mark ? [...scene.mark.nodes] : [i];
  const all = lookAtFree(near, 1.2);
  if (near.length > 1 && near.length < 60 && all.k > 0.35) return renderer.go(all);
  const k = Math.max(look.k, 0.8);
  renderer.go({ x: scene.x[i], y: scene.y[i] + covered() / 2 / k, k });
}

// On narrow screens the sheet of what is chosen covers the lower part of the picture.
const isNarrow = () => matchMedia("(max-width: 900px)").matches;
function covered() {
  const isChosen = state.node >= 0 || state.link >= 0 || (state.path && state.path.b >= 0);
  if (!isChosen || !isNarrow()) return 0;
  return Math.max(0, $("stage").getBoundingClientRect().bottom - innerHeight * 0.46);
}

// Like lookAt, for the part of the picture that nothing covers.
function lookAtFree(nodes, closest) {
  const [width, height] = renderer.size();
  const [top, bottom] = [isNarrow() && state.focus >= 0 ? 48 : 0, covered()];
  const look = lookAt(scene, nodes, width, height - top - bottom, closest ? { closest } : {});
  return { ...look, y: look.y + (bottom - top) / 2 / look.k };
}

function focusOn(i, hops) {
  if (i < 0 && isLive() && G.core.start.focus) return location.assign(`view?lang=${language}`);
  return withNeighbours(i, Math.max(hops || state.hops, i < 0 ? 0 : panelSteps(i)), () => showAround(i, hops));
}

function showAround(i, hops) {
  state.focus = i;
  if (hops) state.hops = hops;
  state.open.clear();
  state.node = i;
  state.link = -1;
  if (state.path && state.path.b >= 0) state.path = null;
  refresh({ fit: true });
  drawPanel();
  openSide(i >= 0 ? "panel" : null);
  remember();
  if (i >= 0) announceNode(i);
}

function expand(i) {
  if (state.focus < 0) return focusOn(i, 1);
  return withNeighbours(i, panelSteps(i), () => {
    if (state.open.has(i)) state.open.delete(i);
    else state.open.add(i);
    refresh({ fit: true });
    drawPanel();
    remember();
  });
}

function hideNode(i) {
  state.hidden.add(i);
  if (state.node === i) state.node = -1;
  if (state.focus === i) state.focus = -1;
  refresh({ fit: state.focus < 0 && scene.local });
  drawPanel();
  remember();
}

function startPath(i) {
  state.path = { a: i, b: -1, ways: null };
  drawPanel();
  drawCrumbs();
  announce(t("pathTo"));
}

function endPath(i) {
  const a = state.path.a;
  if (i === a) return;
  if (!isLive()) return showPath(a, i);
  announce(t("fetching"));
  ask("way", { from: address(G.nodes.id[a]), to: address(G.nodes.id[i]) }).then((part) => join(part)).then(() => showPath(a, i), () => announce(t("lost")));
}

function showPath(a, i) {
  state.path = { a, b: i, ways: findPath(a, i) };
  state.node = -1;
  state.link = -1;
  const ways = state.path.ways;
  if (ways && ways.nodes.some((j) => !scene.isIn[j])) state.focus = -1;
  refresh();
  if (ways) renderer.go(lookAtFree(ways.nodes, 1.2));
  drawPanel();
  openSide("panel");
  remember();
}

function showTip(i, link, at) {
  const tip = $("tip");
  if (i >= 0) fill(tip, h("strong", null, nameOf(i)), h("span", null, [kindName(i), dateText(G.nodes.date[i]), statusName(i)].filter(Boolean).join(" · ")));
  else {
    const many = scene.count[link];
    fill(tip, h("strong", null, linkName(link), many > 1 ? ` ×${many}` : ""), h("span", null, `${nameOf(G.links.s[link])} → ${nameOf(G.links.t[link])}`));
  }
  tip.hidden = false;
  const box = $("stage").getBoundingClientRect();
  const [x, y] = [box.left + at.x + 14, box.top + at.y + 14];
  tip.style.left = `${Math.min(x, innerWidth - tip.offsetWidth - 8)}px`;
  tip.style.top = `${Math.min(y, innerHeight - tip.offsetHeight - 8)}px`;
}
function hideTip() { $("tip").hidden = true; }

let saying = 0;
function announce(text) {
  clearTimeout(saying);
  const status = $("status");
  status.textContent = text;
  saying = setTimeout(drawCounts, 4000);
}

function drawCounts() {
  const all = scene.nodes.length === G.count || isLive() ? "" : ` · ${t("ofAll", { n: number(G.count) })}`;
  $("status").textContent = scene.nodes.length
    ? t("shown", { n: number(scene.nodes.length), m: number(scene.links.length) }) + all
    : t("empty");
}

// What takes longer to read than the line at the foot holds, until it is closed.
let note = "";
function showNote(text) {
  note = note === text ? "" : text;
  drawCrumbs();
  if (note) announce(note);
}

// Above the picture: what is in focus, what is hidden, which path is being drawn.
function drawCrumbs() {
  const host = $("crumbs");
  fill(host,
    note && h("span", { className: "crumb" }, h("span", { className: "grow" }, note), button(icon("close"), () => showNote(note), { className: "icon-only plain", "aria-label": t("close") })),
    state.focus >= 0 && h("span", { className: "crumb" },
      h("b", null, nameOf(state.focus)),
      h("span", { className: "steps", role: "group", "aria-label": t("focus") },
        [1, 2, 3].map((n) => button(String(n), () => focusHops(n), { "aria-pressed": String(state.hops === n), title: t("hops", { n }) }))),
      button(t(isLive() ? "overview" : "whole"), () => focusOn(-1), { className: "link" })),
    state.hidden.size > 0 && button(t("unhide", { n: state.hidden.size }), () => { state.hidden.clear(); refresh(); remember(); }, { className: "crumb" }),
    state.path && state.path.b < 0 && h("span", { className: "crumb hot" }, `${nameOf(state.path.a)} → ${t("pathTo")}`,
      button(t("cancel"), () => { state.path = null; drawCrumbs(); drawPanel(); }, { className: "link" })));
}

function focusHops(n) {
  return withNeighbours(state.focus, n, () => {
    state.hops = n;
    refresh({ fit: true });
    remember();
  });
}
