"""Answers -> one HTML file that needs nothing but a browser, without a script."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from graphkit.errors import StoreError
from graphkit.graph import Answer, Graph, check, show
from graphkit.report.plots import Column, Map, draw_map, draw_timeline
from graphkit.report.questions import SECTIONS, Draw, Question
from graphkit.vocab import shorten

# Longer texts are cut in tables; the query gives all.
_WIDEST: Final = 200
_MOST_FINDINGS: Final = 100


@dataclass(frozen=True, slots=True)
class Bar:
    """One row of a bar chart; ``width`` is in percent of the longest."""

    name: str
    value: str
    width: float


@dataclass(frozen=True, slots=True)
class Shown:
    """A question with its answer in the shape that the template draws."""

    question: Question
    variables: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[Bar, ...] = ()
    share: str = ""
    map: Map | None = None
    columns: tuple[Column, ...] = ()


def report_page(graph: Graph, *, build: Mapping[str, Any] | None = None) -> str:
    """Return the report on a graph as a page.

    ``build`` is what the build noted of itself (``report.json``): it knows what was
    skipped and which joins a person should decide, which the graph does not hold.
    """
    sections = [
        (section, [_ask(graph, question) for question in section.questions]) for section in SECTIONS
    ]
    styles = files("graphkit.report").joinpath("styles.css").read_text(encoding="utf-8")
    environment = Environment(
        loader=PackageLoader("graphkit.report", "."), autoescape=True,
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip
    digest = base64.b64encode(hashlib.sha256(styles.encode()).digest()).decode()
    checked = check(graph)
    return environment.get_template("template.html").render(
        policy=f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'",
        styles=Markup(styles),
        sections=sections,
        draw=Draw,
        check=checked,
        findings=checked.findings[:_MOST_FINDINGS],
        short=lambda iri: _shorten(iri, graph.base_iri),
        skipped=list((build or {}).get("skipped", ())),
        proposals=list((build or {}).get("proposals", ())),
        built=build is not None,
        triples=len(graph),
    )


def write_report(graph: Graph, path: str | Path, *, build: Mapping[str, Any] | None = None) -> Path:
    """Write the report on a graph (see ``report_page``), whole or not at all.

    :raises StoreError: if the file cannot be written.
    """
    path = Path(path)
    draft = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(report_page(graph, build=build), encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error}") from error
    return path


def _ask(graph: Graph, question: Question) -> Shown:
    answer = graph.query(question.sparql)
    rows = tuple(tuple(_cell(term, graph.base_iri) for term in row) for row in answer)
    bars = tuple(_draw_bars(rows)) if question.draw is Draw.BARS else ()
    return Shown(
        question, answer.variables, rows, bars, _share(answer, rows),
        map=draw_map(rows) if question.draw is Draw.MAP else None,
        columns=draw_timeline(rows) if question.draw is Draw.TIMELINE else (),
    )  # fmt: skip


def _cell(term: Any, base: str) -> str:
    text = " ".join(_shorten(show(term, full=True), base).split())
    return text if len(text) <= _WIDEST else text[: _WIDEST - 1] + "…"


def _shorten(iri: str, base: str) -> str:
    return iri.removeprefix(base) if iri.startswith(base) else shorten(iri)


def _draw_bars(rows: Iterable[tuple[str, ...]]) -> Iterable[Bar]:
    rows = list(rows)
    longest = max((float(row[1]) for row in rows), default=1.0) or 1.0
    for name, value, *_ in rows:
        yield Bar(name, f"{float(value):,.0f}", round(100 * float(value) / longest, 1))


def _share(answer: Answer, rows: tuple[tuple[str, ...], ...]) -> str:
    """Return what part of the things lacks something, in percent."""
    if answer.variables != ("lacking", "of") or not rows or not int(rows[0][1]):
        return ""
    return f"{100 * int(rows[0][0]) / int(rows[0][1]):.0f} %"
