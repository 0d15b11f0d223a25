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

// What stands before and after a sentence: from the release's text where the graph keeps
// it, else as far as passages of the same release that lie next to it or around it reach.
const NEAR = 180;
function surroundings(data, p) {
  const { r, begin, end } = data.passages;
  const letter = lettersOf(data, r[p]);
  let [before, after] = ["", ""];
  for (let at = begin[p] - 1; at >= begin[p] - NEAR && letter(at) !== undefined; at--) before = letter(at) + before;
  for (let at = end[p]; at < end[p] + NEAR && letter(at) !== undefined; at++) after += letter(at);
  return [before, after];
}

// Returns position -> letter (offsets are in code points). A gap of up to two between
// passages is the blank or line break between two sentences.
const spelled = new Map();
function lettersOf(data, release) {
  if (spelled.has(release)) return spelled.get(release);
  const whole = data.releases.text[release];
  let look;
  if (whole) {
    const points = Array.from(whole);
    look = (at) => points[at];
  } else {
    const { r, begin, text } = data.passages;
    const known = new Map();
    for (let q = 0; q < r.length; q++) {
      if (r[q] === release) Array.from(text[q]).forEach((point, n) => known.set(begin[q] + n, point));
    }
    const near = (at) => [-2, -1, 1, 2].filter((n) => known.has(at + n));
    look = (at) => known.get(at) ?? (near(at).some((n) => n < 0) && near(at).some((n) => n > 0) ? " " : undefined);
  }
  spelled.set(release, look);
  return look;
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
      before.trim() && h("span", { className: "near" }, before.length >= NEAR ? "…" : "", before),
      h("mark", null, withNames(plain(data.passages.text[p]), nameWords(nodes))),
      after.trim() && h("span", { className: "near" }, after, after.length >= NEAR ? "…" : "")),
    h("figcaption", null, releaseLine(data, data.passages.r[p])));
}

// Title, date and publisher; the title is a link only when it leads into the web.
function releaseLine(data, r) {
  const { title, date, publisher, url, source, language: lang } = data.releases;
  const file = clean(decode(String(source[r] || "").split(/[\\/]/).pop()), 80);
  const shown = clean(title[r] || file || t("untitled"), 160);
  const href = url[r] && safeUrl(url[r]) ? url[r] : null;
  return [
    h("span", { className: "title", dir: "auto", lang: lang[r] || null }, href
      ? h("a", { href, target: "_blank", rel: "noopener noreferrer nofollow", title: t("open") }, shown)
      : shown),
    h("span", { className: "meta" }, [dateText(date[r]), publisher[r] && clean(publisher[r], 60), !href && title[r] && file].filter(Boolean).join(" · ")),
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
