// Labels that never lie on each other: the most important first, each in the first of
// four places that is free; what finds no place waits until the reader zooms in.
const FONT = 'system-ui, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", Arial, sans-serif';
const CELL = 48;

const lines = new Map();
function wrapLabel(text, width = 22, most = 3) {
  const held = lines.get(text);
  if (held) return held;
  const out = [""];
  for (const word of text.split(" ")) {
    const last = out.length - 1;
    const longer = out[last] ? `${out[last]} ${word}` : word;
    if (longer.length <= width || !out[last]) out[last] = longer;
    else if (out.length < most) out.push(word);
    else { out[last] = `${out[last]}…`; break; }
  }
  const cut = out.map((line) => (line.length > width + 6 ? `${line.slice(0, width + 5)}…` : line));
  lines.set(text, cut);
  return cut;
}

const widths = new Map();
function textWidth(ctx, font, text) {
  const key = font + text;
  let width = widths.get(key);
  if (width === undefined) {
    ctx.font = font;
    width = ctx.measureText(text).width;
    if (widths.size > 20000) widths.clear();
    widths.set(key, width);
  }
  return width;
}

// A page of cells that remembers the boxes put on it.
class Board {
  constructor() { this.cells = new Map(); }
  *keys([x1, y1, x2, y2]) {
    for (let cx = Math.floor(x1 / CELL); cx <= Math.floor(x2 / CELL); cx++)
      for (let cy = Math.floor(y1 / CELL); cy <= Math.floor(y2 / CELL); cy++) yield cx * 100003 + cy;
  }
  isFree(box) {
    for (const key of this.keys(box))
      for (const other of this.cells.get(key) || [])
        if (box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3]) return false;
    return true;
  }
  put(box) {
    for (const key of this.keys(box)) {
      const held = this.cells.get(key);
      if (held) held.push(box);
      else this.cells.set(key, [box]);
    }
  }
}

// `look` = {x, y, k}: the point of the plane in the middle of the picture, and the zoom.
function placeLabels(ctx, scene, look, width, height) {
  const most = Math.max(24, (width * height) / 7500); // more is noise, even where it fits
  const toX = (x) => (x - look.x) * look.k + width / 2;
  const toY = (y) => (y - look.y) * look.k + height / 2;
  const marked = scene.mark;
  const zoom = nodeZoom(look.k);
  const crowded = scene.nodes.length > 1500;
  const seen = [];
  for (const i of scene.nodes) {
    const [x, y] = [toX(scene.x[i]), toY(scene.y[i])];
    if (x < -60 || y < -40 || x > width + 60 || y > height + 40) continue;
    const first = i === state.node || i === state.focus ? 3 : marked ? (marked.nodes.has(i) ? 2 : 0) : 1;
    if (!first && marked) continue;
    const r = Math.max(2, G.size[i] * zoom);
    if (crowded && r < 2.6 && first < 2) continue;
    seen.push([i, x, y, r, first]);
  }
  // In large pictures a label for everything would be noise: the biggest first, as many as fit.
  // Events are many and their neighbours say what they are, so they come last.
  const late = (i) => (G.group[i] === G.event ? 1 : 0);
  seen.sort((a, b) => b[4] - a[4] || late(a[0]) - late(b[0]) || G.size[b[0]] - G.size[a[0]] || a[0] - b[0]);
  // No label covers a big node; those of small nodes keep off the small ones too.
  const [board, discs] = [new Board(), new Board()];
  for (const [, x, y, r] of seen) if (r >= 5.5) (r >= 11 ? board : discs).put([x - r * 0.75, y - r * 0.75, x + r * 0.75, y + r * 0.75]);
  const placed = [];
  for (const [rank, [i, x, y, r, first]] of seen.entries()) {
    if (placed.length >= most) break;
    if (first < 2 && late(i) > 0 && seen.length > 150) continue;
    const size = r >= 17 || first === 3 ? 14 : 12;
    const boards = first > 1 || r >= 11 || rank < 20 ? [board] : [board, discs];
    const label = nodeLabel(ctx, boards, i, [x, y, r], size, { bold: first === 3 || G.group[i] === 1, edge: [width, height] });
    if (label) placed.push(label);
  }
  placed.push(...placeLinkLabels(ctx, scene, [board, discs], [toX, toY], [width, height], look.k));
  return placed;
}

const isInside = (box, [width, height]) => box[0] >= 0 && box[1] >= 0 && box[2] <= width && box[3] <= height;

function nodeLabel(ctx, boards, i, [x, y, r], size, { bold, edge }) {
  const font = `${bold || size > 12 ? "600 " : ""}${size}px ${FONT}`;
  const more = moreOf(i);
  const text = wrapLabel(labelOf(i) + (more ? ` +${more}` : ""));
  const w = Math.max(...text.map((line) => textWidth(ctx, font, line))) + 4;
  const tall = size * 1.2;
  const h_ = tall * text.length + 2;
  const spots = [
    [x - w / 2, y + r + 3, "center"], [x + r + 4, y - h_ / 2, "left"],
    [x - w / 2, y - r - 3 - h_, "center"], [x - r - 4 - w, y - h_ / 2, "right"],
  ];
  for (const [left, top, align] of spots) {
    const box = [left, top, left + w, top + h_];
    if (!isInside(box, edge) || !boards.every((board) => board.isFree(box))) continue;
    boards[0].put(box);
    return { node: i, text, font, align, size, tall, box, x: align === "left" ? left + 2 : align === "right" ? left + w - 2 : left + w / 2, y: top + tall * 0.82 };
  }
  return null;
}

// Names of relations stand on the links where there is room, always on what is marked.
function placeLinkLabels(ctx, scene, boards, [toX, toY], [width, height], zoom) {
  const marked = scene.mark;
  if (!marked && scene.links.length > 220) return [];
  const font = `11px ${FONT}`;
  const placed = [];
  const wanted = marked ? scene.links.filter((l) => marked.links.has(l)) : scene.links;
  for (const link of wanted.slice(0, 160)) {
    const [s, t_] = [G.links.s[link], G.links.t[link]];
    const length = Math.hypot(scene.x[s] - scene.x[t_], scene.y[s] - scene.y[t_]) * zoom;
    const many = scene.count[link];
    const text = clean(linkName(link), 34) + (many > 1 ? ` ×${many}` : "");
    const w = textWidth(ctx, font, text) + 4;
    if (w > length - 0.5 * (G.size[s] + G.size[t_]) * zoom && link !== state.link) continue;
    const [mx, my] = middleOf(scene, link);
    const [x, y] = [toX(mx), toY(my)];
    if (x < 0 || y < 0 || x > width || y > height) continue;
    const box = [x - w / 2, y - 7, x + w / 2, y + 7];
    if (!boards.every((board) => board.isFree(box))) continue;
    boards[0].put(box);
    placed.push({ link, text: [text], font, align: "center", size: 11, tall: 13, box, x, y: y + 4 });
  }
  return placed;
}

// Nodes grow less than the distances between them, so that zooming in untangles.
const nodeZoom = (k) => (k < 1 ? Math.max(0.11, Math.pow(k, 0.55)) : Math.pow(k, 0.5));

// `quick`: without halos, while the picture moves.
function drawLabels(ctx, placed, quick = false) {
  const { text, halo, note } = ink();
  ctx.textBaseline = "alphabetic";
  ctx.lineJoin = "round";
  for (const label of placed) {
    ctx.font = label.font;
    ctx.textAlign = label.align;
    ctx.strokeStyle = halo;
    ctx.lineWidth = 3.5;
    ctx.fillStyle = label.link === undefined ? text : label.link === state.link ? ink().mark : note;
    label.text.forEach((line, k) => {
      if (!quick) ctx.strokeText(line, label.x, label.y + k * label.tall);
      ctx.fillText(line, label.x, label.y + k * label.tall);
    });
  }
}
