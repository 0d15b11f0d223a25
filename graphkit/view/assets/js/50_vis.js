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
  // vis knows the links, for hit tests and hovering; they are painted below the nodes by
  // paintLinks, because vis would scale their width and arrows with the zoom.
  function edgeItem(l) {
    const bend = scene.bend.get(l);
    return {
      id: l, from: G.links.s[l], to: G.links.t[l], color: { color: "rgba(0,0,0,0)", hover: "rgba(0,0,0,0)", highlight: "rgba(0,0,0,0)", inherit: false },
      smooth: bend ? { enabled: true, type: bend > 0 ? "curvedCW" : "curvedCCW", roundness: Math.abs(bend) } : false,
    };
  }
  function inPixels(ctx, paint) {
    const [width, height] = size();
    const ratio = canvas.width / Math.max(1, width);
    ctx.save();
    ctx.setTransform(ratio, 0, 0, ratio, 0, 0);
    paint(width, height);
    ctx.restore();
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
  network.on("beforeDrawing", (ctx) => {
    if (!scene || (moving && scene.links.length > 1200)) return;
    inPixels(ctx, (width, height) => paintLinks(ctx, scene, viewOf(look(), width, height), Infinity));
  });
  network.on("afterDrawing", (ctx) => scene && inPixels(ctx, (width, height) => {
    if (!labels || !moving) labels = placeLabels(ctx, scene, look(), width, height);
    const now = viewOf(look(), width, height);
    const at = (label) => [now.x(scene.x[label.node]), now.y(scene.y[label.node])];
    if (!moving) for (const label of labels) if (label.node !== undefined) label.at = at(label);
    // While the picture moves, labels go with their nodes; they are placed anew at rest.
    const carry = (label) => {
      const [x, y] = at(label);
      return { ...label, x: label.x + x - label.at[0], y: label.y + y - label.at[1] };
    };
    const many = scene.nodes.length > 300;
    if (moving) drawLabels(ctx, labels.filter((label) => label.at).slice(0, many ? 50 : 200).map(carry), many);
    else drawLabels(ctx, labels);
  }));
  network.on("dragStart", ({ nodes }) => { if (!nodes.length) move(); });
  network.on("dragging", ({ nodes }) => { if (nodes.length && scene) follow(nodes); move(); });
  network.on("zoom", move);
  const follow = (nodes) => {
    const at = network.getPositions(nodes);
    for (const i of nodes) { scene.x[i] = at[i].x; scene.y[i] = at[i].y; }
  };
  network.on("dragEnd", ({ nodes }) => { if (nodes.length && scene) { follow(nodes); settle(); } });
  network.on("click", ({ nodes, edges }) => on.click(nodes.length ? nodes[0] : -1, nodes.length || !edges.length ? -1 : edges[0]));
  network.on("doubleClick", ({ nodes }) => nodes.length && on.open(nodes[0]));
  network.on("oncontext", ({ event }) => event.preventDefault());
  network.on("hoverNode", ({ node, pointer }) => on.hover(node, -1, pointer.DOM));
  network.on("blurNode", () => on.hover(-1, -1));
  network.on("hoverEdge", ({ edge, pointer }) => on.hover(-1, edge, pointer.DOM));
  network.on("blurEdge", () => on.hover(-1, -1));

  return {
    name: "vis",
    show(next, look_) {
      scene = next;
      labels = null;
      moving = false;
      network.setData({ nodes: new vis.DataSet(scene.nodes.map(nodeItem)), edges: new vis.DataSet(scene.links.map(edgeItem)) });
      this.go(look_);
    },
    mark(found) {
      scene.mark = found;
      labels = null;
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
