// What is shown, as a picture or as data.
function save(name, type, parts) {
  const url = URL.createObjectURL(new Blob(parts, { type }));
  const link = h("a", { download: name });
  link.href = url;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

const DOWNLOADS = { png: savePng, svg: saveSvg, ttl: saveTurtle, csv: saveCsv };

function savePng() {
  const [width, height] = renderer.size();
  const canvas = document.createElement("canvas");
  const ratio = 2;
  [canvas.width, canvas.height] = [width * ratio, height * ratio];
  const ctx = canvas.getContext("2d");
  ctx.scale(ratio, ratio);
  ctx.fillStyle = ink().ground;
  ctx.fillRect(0, 0, width, height);
  const labels = placeLabels(ctx, scene, renderer.look(), width, height);
  paintScene(ctx, scene, renderer.look(), width, height, { labels });
  canvas.toBlob((blob) => save("graph.png", "image/png", [blob]));
}

const XML = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const xml = (text) => plain(text).replace(/[&<>"']/g, (letter) => XML[letter]);

function saveSvg() {
  save("graph.svg", "image/svg+xml", [makeSvg()]);
}

function makeSvg() {
  const [width, height] = renderer.size();
  const view = viewOf(renderer.look(), width, height);
  const ctx = document.createElement("canvas").getContext("2d");
  const labels = placeLabels(ctx, scene, renderer.look(), width, height);
  const at = (n) => Math.round(n * 10) / 10;
  const zoom = nodeZoom(view.k);
  const out = [`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${at(width)} ${at(height)}" font-family="${xml(FONT)}">`,
    `<defs><marker id="a" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 1l8 3-8 3z" fill="${ink().edge}"/></marker></defs>`,
    `<rect width="100%" height="100%" fill="${ink().ground}"/><g fill="none" stroke="${ink().edge}">`];
  const arrow = scene.links.length <= 400 ? ' marker-end="url(#a)"' : "";
  for (const [l, x1, y1, x2, y2] of visibleLinks(scene, view, 30000)) {
    const [px, py] = controlPoint(scene, l);
    const [cx, cy] = [view.x(px), view.y(py)];
    const angle = Math.atan2(y2 - cy, x2 - cx);
    const back = G.size[G.links.t[l]] * zoom + 1;
    const bright = scene.mark && scene.mark.links.has(l) ? ` stroke="${ink().mark}"` : "";
    const faint = scene.mark && !bright ? ' opacity=".3"' : "";
    out.push(`<path d="M${at(x1)} ${at(y1)}Q${at(cx)} ${at(cy)} ${at(x2 - back * Math.cos(angle))} ${at(y2 - back * Math.sin(angle))}"${bright}${faint}${arrow}><title>${xml(`${nameOf(G.links.s[l])} → ${linkName(l)} → ${nameOf(G.links.t[l])}`)}</title></path>`);
  }
  out.push(`</g><g stroke="${ink().rim}">`);
  for (const i of scene.nodes) {
    const [x, y] = [view.x(scene.x[i]), view.y(scene.y[i])];
    if (x < -40 || y < -40 || x > width + 40 || y > height + 40) continue;
    const faint = scene.mark && !scene.mark.nodes.has(i) ? ' opacity=".22"' : "";
    out.push(`<path d="${shapePath(shapeOf(i), x, y, G.size[i] * zoom)}" fill="${nodeColour(i)}"${faint}><title>${xml(nameOf(i))}</title></path>`);
  }
  out.push(`</g><g fill="${ink().text}" stroke="${ink().halo}" stroke-width="3.5" paint-order="stroke" stroke-linejoin="round">`);
  const anchor = { left: "start", center: "middle", right: "end" };
  for (const label of labels) {
    label.text.forEach((line, k) => out.push(`<text x="${at(label.x)}" y="${at(label.y + k * label.tall)}" font-size="${label.size}" text-anchor="${anchor[label.align]}">${xml(line)}</text>`));
  }
  out.push("</g></svg>");
  return out.join("\n");
}

// Turtle: the drawn facts as triples, posts with their parts, names and classes.
const PREFIXES = {
  gk: "https://w3id.org/graphkit/ns#", role: "https://w3id.org/graphkit/role/", schema: "https://schema.org/",
  org: "http://www.w3.org/ns/org#", skos: "http://www.w3.org/2004/02/skos/core#", xsd: "http://www.w3.org/2001/XMLSchema#",
};
const iri = (id) => `<${(/^[a-z][a-z0-9+.-]*:/i.test(id) ? id : G.base + id).replace(/[\u0000-\u0020<>"{}|\\^`]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`)}>`;
const literal = (text, lang) => {
  const escaped = String(text).replace(/[\\"\n\r\t]/g, (c) => ({ "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" })[c]);
  return `"${escaped}"${/^[a-z]{2,8}$/.test(lang || "") ? `@${lang}` : ""}`;
};
const CLASSES = { Person: "schema:Person", Organization: "org:Organization", Event: "schema:Event", Place: "schema:Place" };
const predicate = (relation) => (/^(gk|schema|org|skos):\w+$/.test(relation) ? relation : `<${relation}>`);

async function saveTurtle() {
  save("graph.ttl", "text/turtle", [await makeTurtle()]);
}

async function makeTurtle() {
  const data = await evidence();
  const out = Object.entries(PREFIXES).map(([name, at]) => `@prefix ${name}: <${at}> .`);
  for (const i of scene.nodes) {
    const lines_ = [`a ${CLASSES[G.kind[i]] || `gk:${G.kind[i]}`}`];
    for (const lang in G.nodes.name) if (G.nodes.name[lang][i]) lines_.push(`skos:prefLabel ${literal(G.nodes.name[lang][i], lang)}`);
    for (const [text, lang] of G.nodes.other[i] || []) lines_.push(`skos:altLabel ${literal(text, lang)}`);
    if (/^\d{4}-\d\d-\d\d$/.test(G.nodes.date[i])) lines_.push(`schema:startDate "${G.nodes.date[i]}"^^xsd:date`);
    out.push(`${iri(G.nodes.id[i])} ${lines_.join(" ;\n    ")} .`);
  }
  for (const l of scene.links) {
    for (const f of G.links.facts[l].filter(factPasses)) {
      const [s, o] = [iri(G.nodes.id[G.links.s[l]]), iri(G.nodes.id[G.links.t[l]])];
      if (!data.via[f]) { out.push(`${s} ${predicate(relationOf(l))} ${o} .`); continue; }
      const post = iri(data.via[f]);
      const seat = relationOf(l) === "gk:accreditedTo" ? "gk:accreditedTo" : G.group[G.links.t[l]] === 1 ? "gk:ofCountry" : "org:postIn";
      const role = G.core.roles[G.edges.role[f]];
      out.push(`${s} org:holds ${post} .`, `${post} a org:Post ; ${seat} ${o}${role ? ` ; org:role <${PREFIXES.role}${role}>` : ""} .`);
    }
  }
  return `${out.join("\n")}\n`;
}

// CSV for spreadsheets: with a mark that says UTF-8, and no cell that starts a formula.
const cell = (value) => {
  const text = String(value ?? "");
  return `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
};

async function saveCsv() {
  save("graph.csv", "text/csv", [await makeCsv()]);
}

async function makeCsv() {
  const data = await evidence();
  const out = [[t("subject"), t("relation"), t("object"), t("date"), t("confidence"), t("evidence"), t("releases")].map(cell).join(",")];
  for (const [l, f] of factRows()) {
    const passages = data.edges[f] || [];
    const titles = new Set(passages.map((p) => data.releases.title[data.passages.r[p]] || ""));
    out.push([nameOf(G.links.s[l]), factName([l, f]), nameOf(G.links.t[l]), (G.edges.days[f] || []).map(dayIso).join(" "), G.edges.sure[f] / 100,
      passages.map((p) => clean(data.passages.text[p], 2000)).join(" | "), [...titles].map((title) => clean(title)).join(" | ")].map(cell).join(","));
  }
  return `\ufeff${out.join("\r\n")}\r\n`;
}
