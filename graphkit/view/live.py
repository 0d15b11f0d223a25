"""A part of a graph -> the page of a server, and the parts that it fetches later."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from graphkit.view.layout import place_nodes
from graphkit.view.measure import measure_links
from graphkit.view.pack import pack_core, pack_evidence
from graphkit.view.page import View, draw_page
from graphkit.view.project import Queryable, read_drawing

# Where the page fetches from, relative to itself: behind a proxy, too.
_ADDRESS = "view/"


def live_page(
    graph: Queryable,
    *,
    language: str,
    base: str,
    focus: str | None = None,
    hops: int = 1,
    totals: Mapping[str, int] | None = None,
) -> str:
    """Return the page of a graph, or of the part of one that it opens with.

    ``focus`` is an IRI. ``totals`` are given for a part: IRI -> how many neighbours a thing
    has in the whole graph; the page then fetches what is missing when a reader asks for it.
    """
    drawing = read_drawing(graph, base)
    start: dict[str, Any] = {
        "language": language, "focus": focus and focus.removeprefix(base), "hops": hops,
        "title": None,
    }  # fmt: skip
    if totals is None:
        return draw_page(View(drawing, start))
    measures = measure_links(drawing, _shorten(totals, base))
    return draw_page(View(drawing, start | {"live": _ADDRESS}), measures=measures)


def live_part(graph: Queryable, *, base: str, totals: Mapping[str, int]) -> str:
    """Return a part of a graph as the JSON that a live page adds to what it has."""
    drawing = read_drawing(graph, base)
    measures = measure_links(drawing, _shorten(totals, base))
    core = pack_core(drawing, place_nodes(drawing, measures.sizes), measures)
    part = {"core": core, "evidence": pack_evidence(drawing)}
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))


def _shorten(totals: Mapping[str, int], base: str) -> dict[str, int]:
    return {iri.removeprefix(base): count for iri, count in totals.items()}
