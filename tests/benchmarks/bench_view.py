"""How fast the viewer's page is built and opens, next to plain pyvis.

Prints build seconds, megabytes, seconds until the page can be used and frames a second
while panning and zooming, in a headless Chromium without a graphics card. Run it with
``python tests/benchmarks/bench_view.py [NODES | GRAPH.ttl …]``; without any it takes 1,000
and 50,000 made-up nodes.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))
import factory

from graphkit.graph import Graph, make_triples
from graphkit.knowledge.concepts import Knowledge
from graphkit.model import Fact, Passage, Relation, Resolution, Support
from graphkit.view import read_drawing, write_html
from graphkit.view.measure import to_networkx

ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"]
EDGES_A_NODE = 2.5
PATIENCE = 120  # seconds that plain pyvis gets

# Pans, then zooms, for two seconds each, by the events a hand would make.
FRAMES = """async () => {
  const canvas = document.querySelector("canvas"), box = canvas.getBoundingClientRect();
  let frames = 0, running = true;
  const tick = () => { frames++; if (running) requestAnimationFrame(tick); };
  requestAnimationFrame(tick);
  const wait = () => new Promise((done) => setTimeout(done, 8));
  canvas.setPointerCapture = () => {};
  const send = (type, x, y) => {
    const at = { clientX: box.left + x, clientY: box.top + y, bubbles: true, buttons: 1 };
    canvas.dispatchEvent(new PointerEvent(type, { pointerId: 1, isPrimary: true, ...at }));
    return at;
  };
  const run = async (act) => {
    const start = performance.now();
    frames = 0;
    for (let n = 0; performance.now() - start < 2000; n++) { act(n); await wait(); }
    return Math.round((1000 * frames) / (performance.now() - start));
  };
  send("pointerdown", 20, 20);
  const pan = await run((n) => send("pointermove", 20 + ((n * 4) % 400), 20 + ((n * 3) % 300)));
  send("pointerup", 200, 200);
  const zoom = await run((n) => canvas.dispatchEvent(new WheelEvent("wheel", {
    deltaY: Math.floor(n / 50) % 2 ? 20 : -20, clientX: box.left + 400, clientY: box.top + 300,
    bubbles: true, cancelable: true })));
  running = false;
  return [pan, zoom];
}"""


def make_graph(nodes: int) -> Graph:
    """Return a made-up graph that draws about ``nodes`` nodes and 2.5 times as many edges."""
    made = factory.make_synthetic(nodes * 5 // 4)
    graph = Graph()
    graph.replace(make_triples(_thicken(made, int(nodes * EDGES_A_NODE)), Knowledge([])))
    return graph


def _thicken(made: Resolution, edges: int) -> Resolution:
    """Let more persons attend the events, until there are so many edges."""
    chance = random.Random(1)
    undrawn = (Relation.POST_IN,)
    missing = edges - sum(fact.relation not in undrawn for fact in made.facts)
    persons = [e.id for e in made.entities if e.id.startswith("person/")]
    events = [e.id for e in made.entities if e.id.startswith("event/")]
    release = made.releases[0]
    support = (Support(Passage(release.id, 0, 50), 0.9, "benchmark"),)
    extra = {(chance.choice(events), chance.choice(persons)) for _ in range(max(0, missing))}
    facts = [Fact(event, Relation.ATTENDEE, person, support) for event, person in sorted(extra)]
    return replace(made, facts=tuple(dict.fromkeys((*made.facts, *facts))))


def time_page(browser: Browser, path: Path, ready: str, patience: float) -> str:
    """Return seconds until ``ready`` holds and frames a second, as a line of the table."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    start = time.perf_counter()
    page.goto(path.as_uri(), wait_until="commit")
    try:
        while not page.evaluate(ready):
            if time.perf_counter() - start > patience:
                return f"not usable after {patience:.0f} s"
            page.wait_for_timeout(30)
        seconds = time.perf_counter() - start
        page.wait_for_timeout(500)
        pan, zoom = page.evaluate(FRAMES)
    finally:
        page.close()
    return f"usable after {seconds:5.1f} s · {pan} frames/s panning, {zoom} zooming"


def bench_ours(browser: Browser, graph: Graph, folder: Path) -> None:
    """Print what our page takes."""
    start = time.perf_counter()
    path = write_html(graph, folder / "ours.html", language="en")
    built = time.perf_counter() - start
    size = path.stat().st_size / 1e6
    ready = "document.documentElement?.dataset.ready !== undefined"
    print(f"  graphkit: built in {built:5.1f} s · {size:.1f} MB · ", end="", flush=True)
    print(time_page(browser, path, ready, 60))


def bench_plain(browser: Browser, graph: Graph, folder: Path) -> None:
    """Print what pyvis as it comes takes: physics in the browser, its own template."""
    from pyvis.network import Network

    network = Network(directed=True, cdn_resources="in_line")
    start = time.perf_counter()
    drawing = read_drawing(graph)
    for i, node in enumerate(drawing.nodes):
        network.add_node(i, label=dict(node.names).get("en", node.kind))
    for a, b in to_networkx(drawing).edges:
        network.add_edge(a, b)
    path = folder / "plain.html"
    path.write_text(network.generate_html(), encoding="utf-8")
    built = time.perf_counter() - start
    ready = "document.getElementById('loadingBar')?.style.display === 'none'"
    print(f"  pyvis:    built in {built:5.1f} s · {path.stat().st_size / 1e6:.1f} MB · ", end="")
    print(time_page(browser, path, ready, PATIENCE), flush=True)


def main(what: list[str]) -> None:
    """Print the table."""
    with sync_playwright() as driver, tempfile.TemporaryDirectory() as folder:
        browser = driver.chromium.launch(executable_path="/usr/bin/chromium", args=ARGUMENTS)
        for item in what:
            graph = make_graph(int(item)) if item.isdigit() else Graph.open(item)
            drawing = read_drawing(graph)
            print(f"{len(drawing.nodes):,} nodes, {len(drawing.edges):,} edges", flush=True)
            bench_ours(browser, graph, Path(folder))
            if len(drawing.nodes) <= 1100:
                bench_plain(browser, graph, Path(folder))
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:] or ["1000", "50000"])
