// Paints a scene on any Canvas 2D context: the large renderer, the picture to download.
const BATCH = 400; // links a stroke: one path of all of them is slow without a graphics card

// `limit`: at most so many links, the ones between the biggest nodes first.
function paintScene(ctx, scene, look, width, height, { limit = Infinity, labels = null } = {}) {
  const view = viewOf(look, width, height);
  paintLinks(ctx, scene, view, limit);
  paintNodes(ctx, scene, view);
  if (labels) drawLabels(ctx, labels);
}

function viewOf(look, width, height) {
  return {
    k: look.k, width, height,
    x: (x) => (x - look.x) * look.k + width / 2,
    y: (y) => (y - look.y) * look.k + height / 2,
  };
}

function linksInOrder(scene) {
  if (!scene.ordered) {
    const weight = (l) => Math.min(G.size[G.links.s[l]], G.size[G.links.t[l]]);
    scene.ordered = scene.links.length > 6000 ? [...scene.links].sort((a, b) => weight(b) - weight(a)) : scene.links;
  }
  return scene.ordered;
}

function* visibleLinks(scene, view, limit) {
  let drawn = 0;
  for (const l of linksInOrder(scene)) {
    const [s, t_] = [G.links.s[l], G.links.t[l]];
    const [x1, y1, x2, y2] = [view.x(scene.x[s]), view.y(scene.y[s]), view.x(scene.x[t_]), view.y(scene.y[t_])];
    if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > view.width && x2 > view.width) || (y1 > view.height && y2 > view.height)) continue;
    if (++drawn > limit) return;
    yield [l, x1, y1, x2, y2];
  }
}

function paintLinks(ctx, scene, view, limit) {
  const { mark } = scene;
  const crowded = scene.links.length > 1500;
  ctx.strokeStyle = mark || crowded ? ink().faint : ink().edge;
  ctx.lineWidth = crowded ? 0.7 : 1;
  ctx.globalAlpha = mark ? 0.4 : crowded ? 0.6 : scene.links.length > 300 ? 0.4 : 0.75;
  const heavy = [];
  let batch = 0;
  const bright = [];
  ctx.beginPath();
  for (const [l, x1, y1, x2, y2] of visibleLinks(scene, view, limit)) {
    if (mark && mark.links.has(l)) { bright.push([l, x1, y1, x2, y2]); continue; }
    // What several facts say is drawn wider, what is unsure dashed, where there is room for it.
    if (!crowded && (scene.count[l] > 1 || isUnsure(l))) { heavy.push([l, x1, y1, x2, y2]); continue; }
    traceLink(ctx, scene, view, l, x1, y1, x2, y2);
    if (++batch % BATCH === 0) { ctx.stroke(); ctx.beginPath(); }
  }
  ctx.stroke();
  paintHeavy(ctx, scene, view, heavy, 1);
  if (mark && limit < Infinity) {
    bright.length = 0;
    for (const l of mark.links) if (scene.count[l]) {
      const [s, t_] = [G.links.s[l], G.links.t[l]];
      bright.push([l, view.x(scene.x[s]), view.y(scene.y[s]), view.x(scene.x[t_]), view.y(scene.y[t_])]);
    }
  }
  ctx.globalAlpha = 1;
  ctx.strokeStyle = ink().mark;
  paintHeavy(ctx, scene, view, bright, 1.6);
  if (bright.length < 800) for (const one of bright) paintArrow(ctx, scene, view, one, ink().mark);
  if (!mark && scene.links.length <= 400) {
    for (const one of visibleLinks(scene, view, 400)) paintArrow(ctx, scene, view, one, ink().edge);
  }
}

function paintHeavy(ctx, scene, view, links, width) {
  for (const [l, x1, y1, x2, y2] of links) {
    ctx.beginPath();
    ctx.lineWidth = width + Math.min(2.4, 0.8 * Math.log2(scene.count[l]));
    ctx.setLineDash(isUnsure(l) ? [5, 4] : []);
    traceLink(ctx, scene, view, l, x1, y1, x2, y2);
    ctx.stroke();
  }
  ctx.setLineDash([]);
}

function traceLink(ctx, scene, view, l, x1, y1, x2, y2) {
  ctx.moveTo(x1, y1);
  if (scene.bend.has(l) && view.k > 0.15) {
    const [cx, cy] = controlPoint(scene, l);
    ctx.quadraticCurveTo(view.x(cx), view.y(cy), x2, y2);
  } else ctx.lineTo(x2, y2);
}

function paintArrow(ctx, scene, view, [l, , , x2, y2], colour) {
  const [cx, cy] = controlPoint(scene, l);
  const angle = Math.atan2(y2 - view.y(cy), x2 - view.x(cx));
  const back = G.size[G.links.t[l]] * nodeZoom(view.k) + 1;
  const [x, y] = [x2 - back * Math.cos(angle), y2 - back * Math.sin(angle)];
  ctx.fillStyle = colour;
  ctx.beginPath();
  ctx.moveTo(x, y);
  ctx.lineTo(x - 8 * Math.cos(angle - 0.4), y - 8 * Math.sin(angle - 0.4));
  ctx.lineTo(x - 8 * Math.cos(angle + 0.4), y - 8 * Math.sin(angle + 0.4));
  ctx.fill();
}

function paintNodes(ctx, scene, view) {
  const { mark } = scene;
  const zoom = nodeZoom(view.k);
  const byColour = new Map();
  for (const i of scene.nodes) {
    const [x, y] = [view.x(scene.x[i]), view.y(scene.y[i])];
    if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 40) continue;
    const dim = mark && !mark.nodes.has(i);
    const key = (dim ? "-" : "+") + nodeColour(i);
    if (!byColour.has(key)) byColour.set(key, []);
    byColour.get(key).push(i, x, y);
  }
  // What is faded lies below what is not ("+" sorts before "-", so turn the order).
  for (const key of [...byColour.keys()].sort().reverse()) {
    ctx.globalAlpha = key[0] === "-" ? 0.22 : 1;
    paintOneColour(ctx, byColour.get(key), key.slice(1), zoom);
  }
  ctx.globalAlpha = 1;
  for (const i of [state.focus, state.node]) if (i >= 0 && scene.isIn[i]) paintRing(ctx, view.x(scene.x[i]), view.y(scene.y[i]), G.size[i] * zoom);
}

function paintOneColour(ctx, flat, colour, zoom) {
  ctx.fillStyle = colour;
  ctx.strokeStyle = ink().rim;
  ctx.lineWidth = 1.2;
  for (let n = 0; n < flat.length; n += 3) {
    const [i, x, y] = [flat[n], flat[n + 1], flat[n + 2]];
    const r = G.size[i] * zoom;
    if (r < 2.4) { ctx.fillRect(x - r, y - r, 2 * r, 2 * r); continue; }
    ctx.beginPath();
    traceShape(ctx, shapeOf(i), x, y, r);
    ctx.fill();
    if (r > 4) ctx.stroke();
  }
}

function paintRing(ctx, x, y, r) {
  ctx.strokeStyle = ink().mark;
  ctx.lineWidth = 2.5;
  ctx.beginPath();
  ctx.arc(x, y, r * 1.25 + 3, 0, 2 * Math.PI);
  ctx.stroke();
}

// The view that shows some nodes with a margin.
function lookAt(scene, nodes, width, height, { closest = 1.6 } = {}) {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const i of nodes) {
    x1 = Math.min(x1, scene.x[i]); x2 = Math.max(x2, scene.x[i]);
    y1 = Math.min(y1, scene.y[i]); y2 = Math.max(y2, scene.y[i]);
  }
  if (x1 > x2) return { x: 0, y: 0, k: 1 };
  // Room for labels: they are wider than tall.
  const [side, end] = [Math.min(105, width / 9), Math.min(60, height / 8)];
  const k = Math.min(closest, (width - 2 * side) / Math.max(1, x2 - x1), (height - 2 * end) / Math.max(1, y2 - y1));
  return { x: (x1 + x2) / 2, y: (y1 + y2) / 2, k: Math.max(k, 0.002) };
}
