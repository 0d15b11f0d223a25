// Sentences: each in its passage, with the release it stands in.

// Names in a sentence are inflected, so the beginnings of their words are looked for.
function nameWords(nodes) {
  const words = new Set();
  for (const i of nodes) {
    const names = [...Object.values(G.nodes.name).map((column) => column[i]), ...(G.nodes.other[i] || []).map((o) => o[0])];
    for (const name of names) {
      if (!name) continue;
      for (const word of clean(name).split(/[\s.,()«»"“”-]+/)) if (word.length > 2) words.add(word.slice(0, Math.max(3, word.length - 2)));
    }
  }
  return [...words].sort((a, b) => b.length - a.length).slice(0, 60);
}

function withNames(text, words) {
  if (!words.length) return [text];
  const escaped = words.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})[\\p{L}\\p{N}'’-]*`, "giu");
  const out = [];
  let end = 0;
  for (const found of text.matchAll(pattern)) {
    out.push(text.slice(end, found.index), h("b", null, found[0]));
    end = found.index + found[0].length;
  }
  out.push(text.slice(end));
  return out;
}

// What stands before and after: from the release's text where the graph keeps it, else
// from passages of the same release that touch this one.
function surroundings(data, p) {
  const { r, begin, end, text } = data.passages;
  const whole = data.releases.text[r[p]];
  if (whole) {
    const points = Array.from(whole);
    const cut = (from, to) => points.slice(Math.max(0, from), Math.max(0, to)).join("");
    return [cut(begin[p] - 180, begin[p]), cut(end[p], end[p] + 180)];
  }
  const touch = (q, gap) => r[q] === r[p] && gap >= 0 && gap < 4;
  let before = "", after = "";
  for (const q of [p - 1, p - 2, p - 3]) if (q >= 0 && touch(q, begin[p] - end[q])) { before = text[q]; break; }
  for (const q of [p + 1, p + 2, p + 3]) if (q < r.length && touch(q, begin[q] - end[p])) { after = text[q]; break; }
  return [before, after];
}

const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
const plain = (text, limit = 4000) => {
  const held = String(text).replace(CONTROLS, "");
  return held.length > limit ? `${held.slice(0, limit)}…` : held;
};

function passageCard(data, p, nodes) {
  const [before, after] = surroundings(data, p).map((text) => plain(text, 400));
  const lang = data.releases.language[data.passages.r[p]] || null;
  return h("figure", { className: "passage" },
    h("blockquote", { lang, dir: "auto" },
      before && h("span", { className: "near" }, before.length > 170 ? "…" : "", before, " "),
      h("mark", null, withNames(plain(data.passages.text[p]), nameWords(nodes))),
      after && h("span", { className: "near" }, " ", after, after.length > 170 ? "…" : "")),
    h("figcaption", null, releaseLine(data, data.passages.r[p])));
}

// Title, date and publisher; the title is a link only when it leads into the web.
function releaseLine(data, r) {
  const { title, date, publisher, url, source, language: lang } = data.releases;
  const shown = clean(title[r] || t("untitled"), 160);
  const href = url[r] && safeUrl(url[r]) ? url[r] : null;
  return [
    h("span", { className: "title", dir: "auto", lang: lang[r] || null }, href
      ? h("a", { href, target: "_blank", rel: "noopener noreferrer nofollow", title: t("open") }, shown)
      : shown),
    h("span", { className: "meta" }, [dateText(date[r]), publisher[r] && clean(publisher[r], 60), !href && source[r] && clean(source[r], 80)].filter(Boolean).join(" · ")),
  ];
}

// A button that opens the sentences below it, unpacked when they are first asked for.
function evidenceToggle(facts, nodes, open = false) {
  const many = facts.reduce((sum, f) => sum + G.edges.n[f], 0);
  if (!many) return h("span", { className: "builtin" }, t("builtIn"));
  const host = h("div", { className: "cards", hidden: true });
  const label = many === 1 ? t("oneSentence") : t("sentences", { n: many });
  const opener = button(label, () => show(host.hidden), { className: "why", "aria-expanded": "false", title: t("why") });
  async function show(visible) {
    opener.setAttribute("aria-expanded", String(visible));
    host.hidden = !visible;
    if (!visible || host.childElementCount) return;
    const data = await evidence();
    const seen = new Set();
    fill(host, facts.flatMap((f) => (data.edges[f] || []).map((p) => {
      if (seen.has(p)) return null;
      seen.add(p);
      return passageCard(data, p, nodes);
    })));
  }
  if (open) show(true);
  return [opener, host];
}

function sureBar(facts) {
  const sure = Math.max(...facts.map((f) => G.edges.sure[f]));
  const bar = h("span", { className: "sure", role: "meter", "aria-valuemin": 0, "aria-valuemax": 100, "aria-valuenow": sure, "aria-label": t("confidence"), title: `${t("confidence")}: ${sure}%` });
  const level = h("i");
  level.style.width = `${sure}%`;
  bar.append(level);
  return [bar, h("span", { className: "percent" }, `${sure}%`)];
}
