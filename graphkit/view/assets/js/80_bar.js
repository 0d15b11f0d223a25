// The bar: search, language, view, theme, downloads.
function drawBar() {
  const press = (on) => ({ "aria-pressed": String(on) });
  fill($("bar"),
    button(icon("filter"), () => openSide("filters"), { className: "icon-only narrow", "aria-label": t("filters"), title: t("filters") }),
    h("h1", null, G.core.start.title ? clean(G.core.start.title, 80) : t("title")),
    drawSearch(),
    h("div", { className: "group history" },
      button(icon("back"), () => history.back(), { className: "icon-only", "aria-label": t("back"), title: t("back") }),
      button(icon("forward"), () => history.forward(), { className: "icon-only", "aria-label": t("forward"), title: t("forward") })),
    h("div", { className: "group", role: "group", "aria-label": `${t("graph")} / ${t("list")}` },
      button([icon("graph"), h("span", null, t("graph"))], () => showView("graph"), { ...press(state.view === "graph"), data: { view: "graph" }, "aria-label": t("graph") }),
      button([icon("list"), h("span", null, t("list"))], () => showView("list"), { ...press(state.view === "list"), data: { view: "list" }, "aria-label": t("list") })),
    h("div", { className: "group", role: "group", "aria-label": t("language") }, LANGUAGES.map((lang) =>
      button({ kk: "Қаз", ru: "Рус", en: "Eng" }[lang], () => speak(lang), { ...press(language === lang), lang, data: { language: lang } }))),
    button(icon("theme"), switchTheme, { className: "icon-only", "aria-label": t("theme"), title: t("theme"), id: "theme" }),
    drawMenu());
}

function drawMenu() {
  const items = [["png", "png"], ["svg", "svg"], ["ttl", "ttl"], ["csv", "csv"]];
  const menu = h("details", { className: "menu" },
    h("summary", { "aria-label": `${t("download")}, ${t("share")}`, title: t("download") }, icon("download")),
    h("div", { className: "drop" },
      items.map(([id, key]) => button([icon("download"), t(key)], () => { DOWNLOADS[id](); menu.open = false; }, { data: { download: id } })),
      // In a notebook the page has no address of its own.
      location.protocol !== "about:" && button([icon("link"), t("share")], () => { share(); menu.open = false; }, { data: { download: "link" } }),
      button([icon("print"), t("print")], () => { menu.open = false; print(); })));
  return menu;
}

async function share() {
  remember();
  try {
    await navigator.clipboard.writeText(location.href);
    announce(t("copied"));
  } catch {
    showNote(location.href); // without the right to the clipboard, the address is shown
  }
}

function showView(view) {
  state.view = view;
  openSide(null);
  drawBar();
  applyView();
  remember();
}

function applyView() {
  const asList = state.view === "list";
  const wasHidden = $("stage").hidden;
  $("list").hidden = !asList;
  $("stage").hidden = asList;
  $("tools").hidden = asList;
  document.body.classList.toggle("as-list", asList);
  if (asList) drawList();
  else if (renderer && wasHidden) { renderer.repaint(); lookAtChoice(); }
}

function speak(lang) {
  state.language = language = lang;
  forgetRows(); // names of events are made of words of a language
  drawAll();
  renderer.repaint();
  if (scene.local) refresh({ fit: true }); // labels of other lengths need other places
  remember();
}

function switchTheme() {
  state.theme = tone === "dark" ? "light" : "dark";
  retone();
}

function retone() {
  chooseTone();
  drawAll();
  if (renderer) renderer.repaint();
}

function drawAll() {
  document.documentElement.lang = language;
  drawBar();
  drawFilters();
  drawTime();
  drawTools();
  drawPanel();
  if (scene) { drawCounts(); drawCrumbs(); describeCanvas($("stage")); }
  if (state.view === "list" && scene) drawList();
}

function drawTools() {
  const tool = (name, key, act) => button(icon(name), act, { className: "icon-only", "aria-label": t(key), title: t(key), data: { tool: name } });
  fill($("tools"), tool("plus", "zoomIn", () => zoomBy(1.35)), tool("minus", "zoomOut", () => zoomBy(1 / 1.35)), tool("fit", "fit", showEverything),
    tool("help", "help", () => showNote(t("keys"))));
}

function zoomBy(factor) {
  const look = renderer.look();
  renderer.go({ ...look, k: Math.min(8, Math.max(0.004, look.k * factor)) });
}
function showEverything() { renderer.go(lookAtFree(scene.nodes)); }

// On narrow screens filters and panel are sheets, one at a time.
function openSide(which) {
  document.body.dataset.side = which || "";
}
