// Search by any name in any script. Names and questions are folded to one Latin skeleton,
// so that «Көшербаев», «Кошербаев» and "Kosherbayev" are the same letters.
const LATIN = {
  а: "a", ә: "a", б: "b", в: "v", г: "g", ғ: "g", д: "d", е: "e", ё: "e", ж: "j", з: "z", и: "i", й: "i",
  к: "k", қ: "k", л: "l", м: "m", н: "n", ң: "n", о: "o", ө: "o", п: "p", р: "r", с: "s", т: "t", у: "u",
  ұ: "u", ү: "u", ф: "f", х: "h", һ: "h", ц: "ts", ч: "ch", ш: "sh", щ: "sh", ъ: "", ы: "i", і: "i",
  ь: "", э: "e", ю: "iu", я: "ia", ў: "u", ҳ: "h", ӣ: "i", ӯ: "u", ҷ: "j", қ: "k",
};
// Spellings of one sound in Latin script; order matters.
const SOUNDS = [
  [/kh/g, "h"], [/gh/g, "g"], [/zh|dj/g, "j"], [/sch|sh/g, "s"], [/ch/g, "c"], [/ng(?![aeiou])/g, "n"],
  [/ph/g, "f"], [/th/g, "t"], [/ts|tz/g, "c"], [/ye/g, "e"], [/y/g, "i"], [/q/g, "k"], [/w/g, "u"],
  [/x/g, "ks"], [/ck/g, "k"], [/[^a-z0-9]+/g, " "], [/([a-z])\1+/g, "$1"], [/iia|ia/g, "ia"],
];

function fold(text) {
  let plain = "";
  for (const letter of text.toLowerCase()) plain += LATIN[letter] ?? letter;
  plain = plain.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[ıİ]/g, "i").replace(/ß/g, "ss");
  let latin = "";
  for (const letter of plain) latin += LATIN[letter] ?? letter;
  for (const [from, to] of SOUNDS) latin = latin.replace(from, to);
  return latin.trim();
}

// One row a name: node, folded text with a blank in front, so that words begin after blanks.
// Tens of thousands take a while, so they are folded while nobody waits for them.
let rows = null, folded = 0;
function forgetRows() {
  rows = null;
  folded = 0;
  foldSome();
}

function foldSome() {
  const ahead = (deadline) => {
    do foldNodes(200); while (folded < G.count && deadline.timeRemaining() > 4);
    if (folded < G.count) requestIdleCallback(ahead);
  };
  if (globalThis.requestIdleCallback) requestIdleCallback(ahead);
}

function searchRows() {
  foldNodes(G.count);
  return rows;
}

function foldNodes(many) {
  rows = rows || [];
  for (const end = Math.min(G.count, folded + many); folded < end; folded++) {
    const i = folded;
    const names = (G.nodes.other[i] || []).map((other) => other[0]);
    for (const lang in G.nodes.name) if (G.nodes.name[lang][i]) names.push(G.nodes.name[lang][i]);
    if (G.nodes.code[i]) names.push(G.nodes.code[i]);
    if (!isNamed(i)) names.push(eventName(i));
    const seen = new Set();
    for (const name of names) {
      const text = ` ${fold(clean(name))}`;
      if (text.length < 2 || seen.has(text)) continue;
      seen.add(text);
      rows.push([i, text, name]);
    }
  }
}

// Best first: whole name, its beginning, beginnings of all words, anywhere; then by links.
function search(question, limit = 12) {
  const folded = fold(clean(question));
  if (!folded) return { hits: [], near: false };
  const words = folded.split(" ");
  const best = new Map();
  for (const [i, text, shown] of searchRows()) {
    let score = 0;
    if (text === ` ${folded}`) score = 400;
    else if (text.startsWith(` ${folded}`)) score = 300;
    else if (words.every((word) => text.includes(` ${word}`))) score = 200;
    else if (folded.length > 2 && words.every((word) => text.includes(word))) score = 100;
    if (!score) continue;
    score += Math.min(60, 8 * Math.log2(1 + G.nodes.links[i])) - text.length / 50 - (G.group[i] === G.event ? 50 : 0);
    const held = best.get(i);
    if (!held || held.score < score) best.set(i, { i, score, shown });
  }
  const hits = [...best.values()].sort((a, b) => b.score - a.score || a.i - b.i);
  if (hits.length || folded.length < 4) return { hits: hits.slice(0, limit), total: hits.length, near: false };
  return { ...nearest(folded, limit), near: true };
}

// No name has these letters: those that share most pairs of letters with the question.
function nearest(folded, limit) {
  const pairs = (text) => {
    const found = new Set();
    for (let i = 0; i + 1 < text.length; i++) found.add(text.slice(i, i + 2));
    return found;
  };
  const asked = pairs(folded);
  const best = new Map();
  for (const [i, text, shown] of searchRows()) {
    for (const word of [text.trim(), ...text.trim().split(" ")]) {
      if (Math.abs(word.length - folded.length) > 3) continue;
      const has = pairs(word);
      let shared = 0;
      for (const pair of asked) if (has.has(pair)) shared++;
      const score = (2 * shared) / (asked.size + has.size);
      if (score >= 0.55 && score > (best.get(i)?.score ?? 0)) best.set(i, { i, score, shown });
    }
  }
  const hits = [...best.values()].sort((a, b) => b.score - a.score || a.i - b.i).slice(0, limit);
  return { hits, total: hits.length };
}
