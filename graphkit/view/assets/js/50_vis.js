// The renderer for up to some 1,500 nodes: vis-network, which pyvis brings.
function visRenderer(host, on) {
  const options = JSON.parse($("vis-options").textContent);
  let scene = null, labels = null, timer = 0, moving = false;
  const network = new vis.Network(host, { nodes: [], edges: [] }, options);
  const canvas = host.querySelector("canvas");
  const size = () => [host.clientWidth, host.clientHeight];
  const look = () => ({ ...network.getViewPosition(), k: network.getScale() });

  function nodeItem(i) {
    return { id: i, x: scene.x[i], y: scene.y[i], shape: "custom", size: G.size[i], ctxRenderer: (draw) => customNode(i, draw) };
  }
  function customNode(i, { ctx, x, y }) {
    // vis scales everything; our nodes grow less than distances do.
    const r = (G.size[i] * nodeZoom(network.getScale())) / network.getScale();
    return {
      drawNode() {
        ctx.globalAlpha = scene.mark && !scene.mark.nodes.has(i) ? 0.22 : 1;
        ctx.fillStyle = nodeColour(i);
        ctx.strokeStyle = ink().rim;
        ctx.lineWidth = 1.2 / network.getScale();
        ctx.beginPath();
        traceShape(ctx, shapeOf(i), x, y, r);
        ctx.fill();
        ctx.stroke();
        ctx.globalAlpha = 1;
        if (i === state.node || i === state.focus) {
          const k = network.getScale();
          ctx.save(); ctx.translate(x, y); ctx.scale(1 / k, 1 / k); paintRing(ctx, 0, 0, r * k); ctx.restore();
        }
      },
      nodeDimensions: { width: 2 * r, height: 2 * r },
    };
  }
  function edgeItem(l) {
    const bend = scene.bend.get(l);
    const bright = scene.mark && scene.mark.links.has(l);
    const few = scene.links.length <= 400;
    return {
      id: l, from: G.links.s[l], to: G.links.t[l],
      arrows: { to: { enabled: few || Boolean(bright), scaleFactor: 0.5 } },
      color: { color: bright ? ink().mark : scene.mark ? ink().faint : ink().edge, inherit: false, opacity: bright ? 1 : scene.mark ? 0.3 : few ? 0.8 : 0.45 },
      width: (bright ? 1.8 : 1) + Math.min(2, Math.log2(scene.count[l] || 1) * 0.6),
      dashes: isUnsure(l) ? [6, 5] : false,
      smooth: bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false,
    };
  }
  function settle() {
    moving = false;
    labels = null;
    network.redraw();
  }
  function move() {
    moving = true;
    clearTimeout(timer);
    timer = setTimeout(settle, 140);
    on.moved();
  }
  network.on("afterDrawing", (ctx) => {
    if (!scene) return;
    const [width, height] = size();
    const ratio = canvas.width / Math.max(1, width);
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    if (!labels || !moving) labels = placeLabels(ctx, scene, look(), width, height);
    const now = viewOf(look(), width, height);
    // While the picture moves, labels go with their nodes; they are placed anew at rest.
    drawLabels(ctx, moving ? labels.filter((l) => l.node !== undefined).map((label) => {
      const [dx, dy] = [now.x(scene.x[label.node]) - label.at[0], now.y(scene.y[label.node]) - label.at[1]];
      return { ...label, x: label.x + dx, y: label.y + dy };
    }) : labels);
    if (!moving) for (const l of labels) if (l.node !== undefined) l.at = [now.x(scene.x[l.node]), now.y(scene.y[l.node])];
    ctx.restore();
  });
  network.on("dragStart", ({ nodes }) => { if (!nodes.length) move(); });
  network.on("dragging", move);
  network.on("zoom", move);
  network.on("dragEnd", ({ nodes }) => {
    if (!nodes.length || !scene) return;
    const at = network.getPositions(nodes);
    for (const i of nodes) { scene.x[i] = at[i].x; scene.y[i] = at[i].y; }
    settle();
  });
  network.on("click", ({ nodes, edges }) => on.click(nodes.length ? nodes[0] : -1, nodes.length || !edges.length ? -1 : edges[0]));
  network.on("doubleClick", ({ nodes }) => nodes.length && on.open(nodes[0]));
  network.on("oncontext", ({ event }) => event.preventDefault());
  network.on("hoverNode", ({ node, pointer }) => on.hover(node, -1, pointer.DOM));
  network.on("blurNode", () => on.hover(-1, -1));
  network.on("hoverEdge", ({ edge, pointer }) => on.hover(-1, edge, pointer.DOM));
  network.on("blurEdge", () => on.hover(-1, -1));

  return {
    name: "vis",
    show(next) {
      scene = next;
      labels = null;
      moving = false;
      const many = scene.nodes.length > 300;
      network.setOptions({ interaction: { hideEdgesOnDrag: many, hideEdgesOnZoom: many } });
      const before = look();
      network.setData({ nodes: new vis.DataSet(scene.nodes.map(nodeItem)), edges: new vis.DataSet(scene.links.map(edgeItem)) });
      network.moveTo({ position: before, scale: before.k, animation: false });
    },
    mark(found) {
      scene.mark = found;
      labels = null;
      network.body.data.edges.update(scene.links.map(edgeItem));
      network.redraw();
    },
    look,
    go(next) {
      network.moveTo({ position: { x: next.x, y: next.y }, scale: next.k, animation: false });
      on.moved();
      settle();
    },
    repaint() { this.mark(scene.mark); },
    size,
    labels: () => labels || [],
    isResting: () => !moving,
    close() { clearTimeout(timer); network.destroy(); },
  };
}
