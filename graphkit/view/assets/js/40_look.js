// Colours and shapes. Eight hues that stay apart for colour-blind readers (after Okabe
// and Ito), each with its own shape, in a light and a dark edition.
const HUES = {
  light: { person: "#2a62ad", country: "#b87a00", place: "#85663f", parliament: "#7447b0", group: "#b23a86", government: "#0b7a5e", organization: "#4c6b84", event: "#c8432f" },
  dark: { person: "#7fb2f5", country: "#f3c04f", place: "#cdae84", parliament: "#ba9af0", group: "#f08fca", government: "#55cba8", organization: "#a4bfd4", event: "#ff9686" },
};
const SERIES = {
  light: ["#2a62ad", "#c8432f", "#0b7a5e", "#b87a00", "#7447b0", "#b23a86", "#1d8299", "#6b7a1e", "#8a5a36", "#4c6b84"],
  dark: ["#7fb2f5", "#ff9686", "#55cba8", "#f3c04f", "#ba9af0", "#f08fca", "#6fd0e6", "#c3d063", "#d9a781", "#a4bfd4"],
};
const RAMP = { light: ["#c9d3e0", "#8fb4d6", "#4d8ac4", "#2a62ad", "#173a70"], dark: ["#3c4757", "#4f7096", "#6d9bd0", "#9cc4f5", "#e6f1ff"] };
const INK = {
  light: { text: "#14202e", halo: "#fbfcfe", edge: "#7d8b9c", note: "#566373", faint: "#c4ccd6", mark: "#c2410c", rim: "#ffffff", ground: "#fbfcfe", other: "#a7b0bb" },
  dark: { text: "#e8eef6", halo: "#10161f", edge: "#7c8a9b", note: "#9fadbd", faint: "#3b4654", mark: "#ffb454", rim: "#10161f", ground: "#10161f", other: "#5a6675" },
};

let tone = "light";
function chooseTone() {
  const dark = state.theme === "dark" || (state.theme === "auto" && matchMedia("(prefers-color-scheme: dark)").matches);
  tone = dark ? "dark" : "light";
  document.documentElement.dataset.theme = tone;
}
const ink = () => INK[tone];
const groupHue = (g) => HUES[tone][WORDS.groups[g].id];

// The countries that most nodes belong to get a colour each, the others share one.
let topLands = null;
function landRank() {
  if (topLands) return topLands;
  const many = new Map();
  for (const lands of G.nodes.land) for (const land of lands || []) many.set(land, (many.get(land) || 0) + 1);
  const order = [...many].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([land]) => land);
  topLands = { order, many, rank: new Map(order.slice(0, 10).map((land, i) => [land, i])) };
  return topLands;
}

function nodeColour(i) {
  if (state.colour === "class") return groupHue(G.group[i]);
  if (state.colour === "centrality") return RAMP[tone][Math.min(4, Math.floor(Math.sqrt(G.nodes.central[i] / 100) * 5))];
  const rank = state.colour === "country" ? landRank().rank.get((G.nodes.land[i] || [])[0]) : G.nodes.community[i];
  return rank === undefined || rank > 9 ? ink().other : SERIES[tone][rank];
}

const shapeOf = (i) => WORDS.groups[G.group[i]].shape;

// Corner points on the unit circle, so that all shapes weigh about the same.
const ring = (n, turn, radii = [1]) => Array.from({ length: n * radii.length }, (_, k) => {
  const angle = turn + (2 * Math.PI * k) / (n * radii.length);
  return [Math.cos(angle) * radii[k % radii.length], Math.sin(angle) * radii[k % radii.length]];
});
const SHAPES = {
  square: ring(4, Math.PI / 4, [1.2]), diamond: ring(4, 0, [1.25]), hexagon: ring(6, 0, [1.1]), pentagon: ring(5, -Math.PI / 2, [1.15]),
  triangle: ring(3, -Math.PI / 2, [1.3]), triangleDown: ring(3, Math.PI / 2, [1.3]), star: ring(5, -Math.PI / 2, [1.35, 0.62]),
};

function traceShape(ctx, shape, x, y, r) {
  const points = SHAPES[shape];
  if (!points) { ctx.moveTo(x + r, y); ctx.arc(x, y, r, 0, 2 * Math.PI); return; }
  points.forEach(([px, py], k) => (k ? ctx.lineTo(x + r * px, y + r * py) : ctx.moveTo(x + r * px, y + r * py)));
  ctx.closePath();
}

function shapePath(shape, x, y, r) {
  const points = SHAPES[shape];
  const at = (n) => Math.round(n * 10) / 10;
  if (!points) return `M${at(x - r)} ${at(y)}a${at(r)} ${at(r)} 0 1 0 ${at(2 * r)} 0a${at(r)} ${at(r)} 0 1 0 ${at(-2 * r)} 0Z`;
  return `M${points.map(([px, py]) => `${at(x + r * px)} ${at(y + r * py)}`).join("L")}Z`;
}

// A swatch for the legend, drawn like the node it stands for.
function swatch(shape, colour) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  made.setAttribute("viewBox", "0 0 20 20");
  made.setAttribute("aria-hidden", "true");
  made.classList.add("swatch");
  path.setAttribute("d", shapePath(shape, 10, 10, 6.6));
  path.setAttribute("fill", colour);
  made.append(path);
  return made;
}

// The bend of a link: the control point of a quadratic curve, as vis-network computes it.
function controlPoint(scene, link) {
  const bend = scene.bend.get(link);
  const [s, t_] = [G.links.s[link], G.links.t[link]];
  const [x1, y1, x2, y2] = [scene.x[s], scene.y[s], scene.x[t_], scene.y[t_]];
  if (!bend) return [(x1 + x2) / 2, (y1 + y2) / 2];
  const [dx, dy] = [x2 - x1, y1 - y2];
  const part = Math.abs(bend) * 0.5 + 0.5;
  const angle = Math.atan2(dy, dx) + (bend > 0 ? part : -Math.abs(bend) * 0.5 + 0.5) * Math.PI;
  const radius = part * Math.hypot(dx, dy);
  return [x1 + radius * Math.sin(angle), y1 + radius * Math.cos(angle)];
}

function middleOf(scene, link) {
  const [cx, cy] = controlPoint(scene, link);
  const [s, t_] = [G.links.s[link], G.links.t[link]];
  return [(scene.x[s] + scene.x[t_]) / 4 + cx / 2, (scene.y[s] + scene.y[t_]) / 4 + cy / 2];
}

const isUnsure = (link) => G.links.facts[link].every((f) => G.edges.sure[f] < 60);
