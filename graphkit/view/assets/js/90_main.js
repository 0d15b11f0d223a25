// Start: unpack the core block, read the address, draw.
async function start() {
  let core;
  try {
    core = await unpack("core");
  } catch (error) {
    document.body.append(h("p", { className: "notice" }, say(WORDS.ui.old)));
    throw error;
  }
  const mark = (name) => performance.mark(`graphkit ${name}`);
  mark("unpacked");
  loadGraph(core);
  startLive();
  mark("loaded");
  await fetchNamed(location.hash.slice(1));
  readFragment(location.hash.slice(1));
  if (!location.hash && core.start.focus) { state.focus = state.node = G.at.get(core.start.focus) ?? -1; state.hops = core.start.hops; }
  written = writeFragment();
  chooseTone();
  drawAll();
  mark("bars");
  refresh({ fit: true });
  mark("drawn");
  if (state.node < 0 && state.link < 0) drawPanel();
  lookAtChoice();
  applyView();
  mark("ready");
  if (state.node >= 0 || state.link >= 0) openSide("panel");
  listen();
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
  foldSome();
  if (G.count > LARGE && state.node < 0 && matchMedia("(min-width: 900px)").matches) $("search").focus();
}

function lookAtChoice() {
  if (state.path && state.path.ways) renderer.go(lookAtFree(state.path.ways.nodes, 1.2));
  else if (state.link >= 0 && state.focus < 0) renderer.go(lookAtFree([G.links.s[state.link], G.links.t[state.link]], 1.2));
  else if (state.node >= 0 && state.focus < 0) centreOn(state.node);
}

function listen() {
  addEventListener("keydown", pressKey);
  const travel = async () => {
    const text = location.hash.slice(1);
    if (text === written) return;
    written = text;
    await fetchNamed(text);
    if (text !== written) return;
    readFragment(text);
    stop();
    drawAll();
    refresh({ fit: true });
    lookAtChoice();
    applyView();
  };
  addEventListener("popstate", travel);
  addEventListener("hashchange", travel);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => state.theme === "auto" && retone());
  document.addEventListener("click", (event) => {
    const menu = document.querySelector("details.menu[open]");
    if (menu && !menu.contains(event.target)) menu.open = false;
  });
  addEventListener("beforeprint", () => { state.printing = tone; if (tone === "dark") { tone = "light"; renderer.repaint(); } });
  addEventListener("afterprint", () => { if (state.printing === "dark") { tone = "dark"; renderer.repaint(); } });
}

// What embedding pages and tests may ask: no way to change anything.
globalThis.graphkit = {
  scene: () => ({ nodes: scene.nodes.map((i) => G.nodes.id[i]), links: scene.links.length, mark: scene.mark ? [...scene.mark.nodes].map((i) => G.nodes.id[i]) : null }),
  labels: () => renderer.labels().map(({ text, box, node, link }) => ({ text: text.join(" "), box, node: node === undefined ? null : G.nodes.id[node], link: link ?? null })),
  place(id) {
    const [width, height] = renderer.size();
    const view = viewOf(renderer.look(), width, height);
    const i = G.at.get(id);
    const box = $("stage").getBoundingClientRect();
    return [box.left + view.x(scene.x[i]), box.top + view.y(scene.y[i])];
  },
  placeLink(s, relation, o) {
    const [mx, my] = middleOf(scene, linkBetween(G.at.get(s), G.at.get(o), relation));
    const view = viewOf(renderer.look(), ...renderer.size());
    const box = $("stage").getBoundingClientRect();
    return [box.left + view.x(mx), box.top + view.y(my)];
  },
  isResting: () => renderer.isResting(),
  svg: () => makeSvg(), turtle: () => makeTurtle(), csv: () => makeCsv(),
};

start();
