// The renderer for more than some 1,500 nodes. While the picture moves it is only
// shifted and stretched; at rest it is drawn anew, in slices that never hold a frame up.
function canvasRenderer(host, on) {
  const canvas = h("canvas", { tabIndex: -1 });
  host.append(canvas);
  const ctx = canvas.getContext("2d", { alpha: false });
  const kept = document.createElement("canvas");
  const small = document.createElement("canvas"); // the whole graph once, for what a drag lays bare
  let scene = null, here = { x: 0, y: 0, k: 1 }, drawnAt = null, wholeAt = null, labels = [], timer = 0, frame = 0, resting = true, grid = null;
  const size = () => [host.clientWidth, host.clientHeight];
  const ratio = () => Math.min(2, window.devicePixelRatio || 1);

  function fitCanvas() {
    const [width, height] = size();
    for (const one of [canvas, kept]) {
      one.width = Math.max(1, Math.round(width * ratio()));
      one.height = Math.max(1, Math.round(height * ratio()));
    }
  }
  function blit() {
    frame = 0;
    const [width, height] = size();
    ctx.setTransform(1, 0, 0, 1, 0, 0);
    ctx.fillStyle = ink().ground;
    ctx.fillRect(0, 0, canvas.width, canvas.height);
    ctx.imageSmoothingEnabled = false;
    if (wholeAt && !resting) put(small, wholeAt, width, height, 0.75);
    if (drawnAt) put(kept, drawnAt, width, height, 1);
    if (resting) { ctx.setTransform(ratio(), 0, 0, ratio(), 0, 0); drawLabels(ctx, labels); }
  }
  function put(picture, at, width, height, alpha) {
    const k = here.k / at.k;
    const r = ratio();
    ctx.globalAlpha = alpha;
    const [w, hh] = [at.width * k * r, at.height * k * r];
    const x = ((at.x - here.x) * here.k + width / 2) * r - w / 2;
    const y = ((at.y - here.y) * here.k + height / 2) * r - hh / 2;
    ctx.drawImage(picture, x, y, w, hh);
    ctx.globalAlpha = 1;
  }
  function request() { if (!frame) frame = requestAnimationFrame(blit); }

  function redraw() {
    if (!scene) return;
    const [width, height] = size();
    if (kept.width !== Math.round(width * ratio())) fitCanvas();
    const pen = kept.getContext("2d", { alpha: true });
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.clearRect(0, 0, kept.width, kept.height);
    pen.setTransform(ratio(), 0, 0, ratio(), 0, 0);
    const few = scene.nodes.length > 12000 ? 9000 : 20000;
    paintScene(pen, scene, here, width, height, { limit: few });
    labels = placeLabels(pen, scene, here, width, height);
    drawnAt = { ...here, width, height };
    resting = true;
    request();
  }
  function drawWhole() {
    const look = lookAt(scene, scene.nodes, 900, 700, { closest: 1 });
    small.width = 900;
    small.height = 700;
    const pen = small.getContext("2d");
    paintNodes(pen, scene, viewOf(look, 900, 700));
    wholeAt = { ...look, width: 900, height: 700 };
  }
  function moved() {
    resting = false;
    clearTimeout(timer);
    timer = setTimeout(redraw, 130);
    request();
    on.moved();
  }

  // A grid over the plane finds the node under the pointer.
  const step = 120;
  function buildGrid() {
    grid = new Map();
    for (const i of scene.nodes) {
      const key = Math.floor(scene.x[i] / step) * 1e6 + Math.floor(scene.y[i] / step);
      const held = grid.get(key);
      if (held) held.push(i);
      else grid.set(key, [i]);
    }
  }
  function toPlane(px, py) {
    const [width, height] = size();
    return [(px - width / 2) / here.k + here.x, (py - height / 2) / here.k + here.y];
  }
  function nodeAt(px, py) {
    if (!grid) buildGrid();
    const [x, y] = toPlane(px, py);
    let best = -1, least = Infinity;
    const far = Math.min(6, Math.max(1, Math.ceil((40 * nodeZoom(here.k)) / here.k / step)));
    for (let cx = Math.floor(x / step) - far; cx <= Math.floor(x / step) + far; cx++)
      for (let cy = Math.floor(y / step) - far; cy <= Math.floor(y / step) + far; cy++)
        for (const i of grid.get(cx * 1e6 + cy) || []) {
          const gap = Math.hypot(scene.x[i] - x, scene.y[i] - y) * here.k - Math.max(5, G.size[i] * nodeZoom(here.k));
          if (gap < 3 && gap < least) { least = gap; best = i; }
        }
    return best;
  }
  function linkAt(px, py) {
    const view = viewOf(here, ...size());
    let best = -1, least = 6;
    for (const [l, x1, y1, x2, y2] of visibleLinks(scene, view, 9000)) {
      const [cx, cy] = controlPoint(scene, l);
      let [ax, ay] = [x1, y1];
      const parts = scene.bend.has(l) ? 8 : 1;
      for (let n = 1; n <= parts; n++) {
        const q = n / parts;
        const bx = (1 - q) * (1 - q) * x1 + 2 * q * (1 - q) * view.x(cx) + q * q * x2;
        const by = (1 - q) * (1 - q) * y1 + 2 * q * (1 - q) * view.y(cy) + q * q * y2;
        const gap = distanceTo(px, py, ax, ay, bx, by);
        if (gap < least) { least = gap; best = l; }
        [ax, ay] = [bx, by];
      }
    }
    return best;
  }

  listenToPointers(canvas, {
    pan(dx, dy) { here = { ...here, x: here.x - dx / here.k, y: here.y - dy / here.k }; moved(); },
    zoom(factor, px, py) {
      const [x, y] = toPlane(px, py);
      const k = Math.min(8, Math.max(0.004, here.k * factor));
      here = { k, x: x - ((x - here.x) * here.k) / k, y: y - ((y - here.y) * here.k) / k };
      moved();
    },
    grab: (px, py) => nodeAt(px, py),
    drag(i, dx, dy) { scene.x[i] += dx / here.k; scene.y[i] += dy / here.k; grid = null; clearTimeout(timer); timer = setTimeout(redraw, 40); },
    tap(px, py) { const i = nodeAt(px, py); on.click(i, i >= 0 ? -1 : linkAt(px, py)); },
    twice(px, py) { const i = nodeAt(px, py); if (i >= 0) on.open(i); },
    hover(px, py) { const i = resting ? nodeAt(px, py) : -1; canvas.style.cursor = i >= 0 ? "pointer" : "grab"; on.hover(i, -1, { x: px, y: py }); },
    leave() { on.hover(-1, -1); },
  });
  const watcher = new ResizeObserver(() => {
    const [width, height] = size();
    if (canvas.width === Math.round(width * ratio()) && canvas.height === Math.round(height * ratio())) return;
    fitCanvas();
    redraw();
  });
  watcher.observe(host);
  fitCanvas();

  return {
    name: "canvas",
    show(next, look) {
      scene = next;
      here = { ...look };
      grid = drawnAt = wholeAt = null;
      clearTimeout(timer);
      redraw();
      setTimeout(() => scene === next && drawWhole(), 400);
    },
    mark(found) { scene.mark = found; redraw(); },
    look: () => here,
    go(next) { here = { ...next }; clearTimeout(timer); redraw(); on.moved(); },
    repaint() { drawWhole(); redraw(); },
    size,
    labels: () => labels,
    isResting: () => resting,
    close() { watcher.disconnect(); clearTimeout(timer); cancelAnimationFrame(frame); canvas.remove(); },
  };
}

function distanceTo(px, py, ax, ay, bx, by) {
  const [dx, dy] = [bx - ax, by - ay];
  const q = Math.max(0, Math.min(1, ((px - ax) * dx + (py - ay) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(px - ax - q * dx, py - ay - q * dy);
}

// One finger or the mouse pans, drags and taps; two fingers or the wheel zoom.
function listenToPointers(canvas, act) {
  const down = new Map();
  let grabbed = -1, far = 0, lastTap = 0, spread = 0;
  const at = (event) => { const box = canvas.getBoundingClientRect(); return [event.clientX - box.left, event.clientY - box.top]; };
  canvas.addEventListener("pointerdown", (event) => {
    canvas.setPointerCapture(event.pointerId);
    const [x, y] = at(event);
    down.set(event.pointerId, [x, y]);
    far = 0;
    grabbed = down.size === 1 ? act.grab(x, y) : -1;
    spread = 0;
  });
  canvas.addEventListener("pointermove", (event) => {
    const [x, y] = at(event);
    const before = down.get(event.pointerId);
    if (!before) return act.hover(x, y);
    const [dx, dy] = [x - before[0], y - before[1]];
    far += Math.abs(dx) + Math.abs(dy);
    down.set(event.pointerId, [x, y]);
    if (down.size === 2) {
      const [[ax, ay], [bx, by]] = [...down.values()];
      const now = Math.hypot(ax - bx, ay - by);
      if (spread) act.zoom(now / spread, (ax + bx) / 2, (ay + by) / 2);
      spread = now;
    } else if (far > 4) {
      if (grabbed >= 0) act.drag(grabbed, dx, dy);
      else act.pan(dx, dy);
    }
  });
  const up = (event) => {
    if (!down.delete(event.pointerId) || down.size) return;
    if (far <= 4 && event.type === "pointerup") {
      const [x, y] = at(event);
      if (event.timeStamp - lastTap < 350) act.twice(x, y);
      else act.tap(x, y);
      lastTap = event.timeStamp;
    }
    grabbed = -1;
  };
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", up);
  canvas.addEventListener("pointerleave", () => act.leave());
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    act.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0016)), ...at(event));
  }, { passive: false });
}
