// A small picture of its own for the surroundings of one node: forces (Fruchterman and
// Reingold 1991) from a start that depends on the whole picture, then boxes with their
// labels pushed apart. No chance in it: the same view looks the same every time.
function placeAround(scene, centre) {
  const nodes = scene.nodes;
  const n = nodes.length;
  const at = new Map(nodes.map((i, k) => [i, k]));
  const [x, y] = [new Float64Array(n), new Float64Array(n)];
  const spread = 60 * Math.sqrt(n);
  nodes.forEach((i, k) => {
    const angle = i === centre ? 0 : Math.atan2(G.y[i] - G.y[centre], G.x[i] - G.x[centre]) + (i % 7) * 0.13;
    const far = i === centre ? 0 : spread * (0.5 + ((i * 37) % 19) / 38);
    x[k] = far * Math.cos(angle);
    y[k] = far * Math.sin(angle) * 0.75;
  });
  const pairs = scene.links.map((l) => [at.get(G.links.s[l]), at.get(G.links.t[l])]);
  pullAndPush(x, y, pairs, at.get(centre), n > 150 ? 120 : 260);
  partBoxes(x, y, nodes);
  scene.x = new Float64Array(G.count);
  scene.y = new Float64Array(G.count);
  nodes.forEach((i, k) => { scene.x[i] = x[k]; scene.y[i] = y[k]; });
  scene.local = true;
}

function pullAndPush(x, y, pairs, fixed, rounds) {
  const n = x.length;
  const ideal = 115;
  for (let round = 0; round < rounds; round++) {
    const [dx, dy] = [new Float64Array(n), new Float64Array(n)];
    for (let a = 0; a < n; a++) {
      for (let b = a + 1; b < n; b++) {
        const [gx, gy] = [x[a] - x[b] || 0.01 * (a - b), y[a] - y[b] || 0.01];
        const push = (ideal * ideal) / (gx * gx + gy * gy + 40);
        dx[a] += gx * push; dy[a] += gy * push; dx[b] -= gx * push; dy[b] -= gy * push;
      }
    }
    for (const [a, b] of pairs) {
      const [gx, gy] = [x[a] - x[b], y[a] - y[b]];
      const pull = Math.hypot(gx, gy) / ideal;
      dx[a] -= gx * pull; dy[a] -= gy * pull; dx[b] += gx * pull; dy[b] += gy * pull;
    }
    const heat = 60 * (1 - round / rounds) + 1;
    for (let a = 0; a < n; a++) {
      if (a === fixed) continue;
      dx[a] -= x[a] * 0.08; dy[a] -= y[a] * 0.14; // screens are wider than tall
      const length = Math.hypot(dx[a], dy[a]) || 1;
      const step = Math.min(heat, length);
      x[a] += (dx[a] / length) * step;
      y[a] += (dy[a] / length) * step;
    }
  }
}

function partBoxes(x, y, nodes) {
  const half = nodes.map((i) => {
    const text = wrapLabel(labelOf(i));
    const longest = Math.max(...text.map((line) => line.length));
    return [Math.max(G.size[i], longest * 3.4) + 5, G.size[i] + 8 * text.length + 5];
  });
  for (let round = 0; round < 80; round++) {
    let moved = false;
    for (let a = 0; a < nodes.length; a++) {
      for (let b = a + 1; b < nodes.length; b++) {
        const [gx, gy] = [x[a] - x[b], y[a] - y[b]];
        const ox = half[a][0] + half[b][0] - Math.abs(gx);
        const oy = half[a][1] + half[b][1] - Math.abs(gy);
        if (ox <= 0 || oy <= 0) continue;
        moved = true;
        if (ox < oy) { const step = (ox / 2 + 0.5) * (gx < 0 ? -1 : 1); x[a] += step; x[b] -= step; }
        else { const step = (oy / 2 + 0.5) * (gy < 0 ? -1 : 1); y[a] += step; y[b] -= step; }
      }
    }
    if (!moved) return;
  }
}
