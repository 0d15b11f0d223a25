"""Drawing and positions -> the two data blocks of a page, by column, gzip + base64."""

from __future__ import annotations

import base64
import gzip
import json
from collections.abc import Iterable
from datetime import date
from typing import Any

import numpy as np

from graphkit.view.drawing import LANGUAGES, Drawing, Edge
from graphkit.view.layout import Positions
from graphkit.view.measure import Measures

_EPOCH = date(1970, 1, 1).toordinal()


def pack_core(drawing: Drawing, placed: Positions, measures: Measures) -> dict[str, Any]:
    """Return what the page needs to draw, search and filter.

    Columns, not rows: names of fields stand once and runs of like values compress well.
    Days count from 1970-01-01; confidence and centrality are whole per cent.
    """
    kinds = sorted({node.kind for node in drawing.nodes})
    relations = sorted({edge.relation for edge in drawing.edges})
    roles = sorted({edge.role for edge in drawing.edges if edge.role})
    place = {node.id: i for i, node in enumerate(drawing.nodes)}
    told = [_days_of_edge(drawing, edge) for edge in drawing.edges]
    return {
        "base": drawing.base,
        "kinds": kinds,
        "relations": relations,
        "roles": roles,
        "labels": drawing.labels,
        "nodes": {
            "id": [node.id for node in drawing.nodes],
            "kind": [kinds.index(node.kind) for node in drawing.nodes],
            "name": _columns(drawing),
            "other": [[list(name) for name in node.others] or 0 for node in drawing.nodes],
            "land": [[place[land] for land in node.countries] or 0 for node in drawing.nodes],
            "date": [node.date or 0 for node in drawing.nodes],
            "status": [node.status or 0 for node in drawing.nodes],
            "code": [node.notation or 0 for node in drawing.nodes],
            "days": [days or 0 for days in _days_of_nodes(drawing, told)],
            "x": np.rint(placed[:, 0]).astype(int).tolist(),
            "y": np.rint(placed[:, 1]).astype(int).tolist(),
            "size": np.rint(measures.sizes).astype(int).tolist(),
            "links": measures.links.tolist(),
            "central": np.rint(measures.centrality * 100).astype(int).tolist(),
            "community": measures.community.tolist(),
        },
        "edges": {
            "s": [edge.source for edge in drawing.edges],
            "t": [edge.target for edge in drawing.edges],
            "r": [relations.index(edge.relation) for edge in drawing.edges],
            "role": [roles.index(e.role) if e.role else -1 for e in drawing.edges],
            "days": [days or 0 for days in told],
            "sure": [round(edge.confidence * 100) for edge in drawing.edges],
            "status": [edge.status or 0 for edge in drawing.edges],
            "n": [len(edge.evidence) for edge in drawing.edges],
        },
    }


def pack_evidence(drawing: Drawing) -> dict[str, Any]:
    """Return what is read only when somebody asks what a fact rests on."""
    releases, passages, quotes = drawing.releases, drawing.passages, drawing.quotes
    fields = ("id", "title", "date", "language", "publisher", "url", "source", "text")
    return {
        "releases": {name: [getattr(r, name) or 0 for r in releases] for name in fields},
        "passages": {
            "r": [passage.release for passage in passages],
            "begin": [passage.begin for passage in passages],
            "end": [passage.end for passage in passages],
            "text": [passage.text for passage in passages],
        },
        "quotes": {
            "who": [quote.speaker for quote in quotes],
            "text": [quote.text for quote in quotes],
            "language": [quote.language for quote in quotes],
            "r": [-1 if quote.release is None else quote.release for quote in quotes],
            "topics": [list(quote.topics) for quote in quotes],
        },
        "edges": [list(edge.evidence) or 0 for edge in drawing.edges],
        "via": [edge.via or 0 for edge in drawing.edges],
        "named": [list(node.releases) or 0 for node in drawing.nodes],
        "same": [list(node.same_as) or 0 for node in drawing.nodes],
    }


def compress(block: dict[str, Any]) -> str:
    """Return a block as JSON, gzipped without a clock, in base64."""
    text = json.dumps(block, ensure_ascii=False, separators=(",", ":")).encode()
    return base64.b64encode(gzip.compress(text, 6, mtime=0)).decode()


def escape_json(block: dict[str, Any]) -> str:
    """Return a block as JSON that may stand inside a ``script`` element."""
    text = json.dumps(block, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def _columns(drawing: Drawing) -> dict[str, list[Any]]:
    names = [dict(node.names) for node in drawing.nodes]
    spoken = [*LANGUAGES, *sorted({lang for n in names for lang in n} - set(LANGUAGES))]
    return {language: [name.get(language, 0) for name in names] for language in spoken}


def _to_days(dates: Iterable[str | None]) -> list[int]:
    """Return whole dates and months as sorted days; a date without its year has none."""
    days = set()
    for text in dates:
        if not text or text.startswith("-"):
            continue
        parts = [int(part) for part in text[:10].split("-")] + [1, 1]
        days.add(date(*parts[:3]).toordinal() - _EPOCH)
    return sorted(days)


def _days_of_nodes(drawing: Drawing, told: list[list[int]]) -> list[list[int]]:
    """Return an event's own day; for other things those of their releases and facts."""
    found = [set(_to_days(drawing.releases[r].date for r in n.releases)) for n in drawing.nodes]
    for edge, days in zip(drawing.edges, told, strict=True):
        found[edge.source].update(days)
        found[edge.target].update(days)
    own = [_to_days([node.date]) for node in drawing.nodes]
    return [day or sorted(days) for day, days in zip(own, found, strict=True)]


def _days_of_edge(drawing: Drawing, edge: Edge) -> list[int]:
    """Return the day of the event, else those of the releases that state the fact."""
    own = _to_days([drawing.nodes[edge.source].date])
    stated = (drawing.releases[drawing.passages[p].release].date for p in edge.evidence)
    return own or _to_days(stated)
