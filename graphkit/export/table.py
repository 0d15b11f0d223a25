"""Answer -> text: a table for people, and the result formats of SPARQL 1.1 for programs."""

from __future__ import annotations

import csv
import json
import unicodedata
from collections.abc import Callable, Sequence
from io import StringIO
from typing import Final
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox
from wcwidth import wcswidth

from graphkit.errors import QueryError
from graphkit.export.turtle import turtle_blocks
from graphkit.graph import Answer
from graphkit.vocab import BASE_IRI, shorten

Term = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
# A cell of a table is cut here; CSV and JSON give all.
_WIDEST: Final = 60
_XSD_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
_RESULTS: Final = "http://www.w3.org/2005/sparql-results#"


def format_answer(answer: Answer, format: str = "table", *, base_iri: str = BASE_IRI) -> str:
    """Return an answer as text in one of ``ANSWER_FORMATS``.

    Triples (CONSTRUCT, DESCRIBE) come as Turtle.

    :raises QueryError: if the format is unknown, or does not fit what the query gave.
    """
    if format not in ANSWER_FORMATS:
        raise QueryError(f"'{format}' is no format; formats are: {', '.join(ANSWER_FORMATS)}")
    if answer.is_graph:
        if format not in ("table", "turtle"):
            raise QueryError(f"the query gives triples, not rows: --format turtle, not {format}")
        return _turtle(answer, base_iri)
    if format == "turtle":
        raise QueryError("the query gives rows, not triples: use CONSTRUCT, or --format table")
    return ANSWER_FORMATS[format](answer, base_iri)


def _turtle(answer: Answer, base_iri: str) -> str:
    lines = sorted(f"{triple} ." for triple in answer.triples)
    return "".join(turtle_blocks(lines, base_iri))


def _cell(term: Term | None, base_iri: str) -> str:
    if term is None:
        return ""
    if isinstance(term, ox.NamedNode):
        return (
            term.value.removeprefix(base_iri)
            if term.value.startswith(base_iri)
            else shorten(term.value)
        )
    text = term.value if isinstance(term, ox.Literal) else str(term)
    return " ".join(text.split())


def display_width(text: str) -> int:
    """Return how many columns a terminal gives to a text.

    >>> display_width("Қасым"), display_width("и\u0306"), display_width("東京")
    (5, 1, 4)
    """
    width = wcswidth(unicodedata.normalize("NFC", text))
    return width if width >= 0 else len(text)


def _cut(text: str) -> str:
    if display_width(text) <= _WIDEST:
        return text
    while display_width(text) > _WIDEST - 1:
        text = text[:-1]
    return text + "…"


def _table(answer: Answer, base_iri: str) -> str:
    if answer.boolean is not None:
        return _yes_no(answer)
    rows = [[_cut(_cell(term, base_iri)) for term in row] for row in answer.rows]
    columns = [list(column) for column in zip(answer.variables, *rows, strict=True)]
    widths = [max(map(display_width, column)) for column in columns]
    rule = ["─" * width for width in widths]
    lines = [list(answer.variables), rule, *rows]
    text = "\n".join(_align(line, widths) for line in lines)
    return f"{text}\n{len(rows)} row{'' if len(rows) == 1 else 's'}\n"


def _align(cells: Sequence[str], widths: Sequence[int]) -> str:
    padded = (
        cell + " " * (width - display_width(cell))
        for cell, width in zip(cells, widths, strict=True)
    )
    return "  ".join(padded).rstrip()


def _yes_no(answer: Answer) -> str:
    return "yes\n" if answer.boolean else "no\n"


def _markdown(answer: Answer, base_iri: str) -> str:
    if answer.boolean is not None:
        return _yes_no(answer)
    rows = [[_cell(t, base_iri).replace("|", "\\|") for t in row] for row in answer.rows]
    lines = [answer.variables, ["---"] * len(answer.variables), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def _csv(answer: Answer, base_iri: str) -> str:
    """SPARQL 1.1 Query Results CSV: values without their kind."""
    if answer.boolean is not None:
        return _yes_no(answer)
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(answer.variables)
    for row in answer.rows:
        writer.writerow("" if t is None else getattr(t, "value", str(t)) for t in row)
    return out.getvalue()


def _tsv(answer: Answer, base_iri: str) -> str:
    """SPARQL 1.1 Query Results TSV: terms as in Turtle."""
    if answer.boolean is not None:
        return _yes_no(answer)
    head = "\t".join(f"?{name}" for name in answer.variables)
    rows = ("\t".join("" if t is None else str(t).replace("\t", "\\t") for t in r) for r in answer)
    return "\n".join([head, *rows]) + "\n"


def _json(answer: Answer, base_iri: str) -> str:
    """SPARQL 1.1 Query Results JSON."""
    if answer.boolean is not None:
        return json.dumps({"head": {}, "boolean": answer.boolean}) + "\n"
    bindings = [
        {
            name: _binding(term)
            for name, term in zip(answer.variables, row, strict=True)
            if term is not None
        }
        for row in answer.rows
    ]
    result = {"head": {"vars": list(answer.variables)}, "results": {"bindings": bindings}}
    return json.dumps(result, ensure_ascii=False, indent=1) + "\n"


def _jsonl(answer: Answer, base_iri: str) -> str:
    """JSON lines: an object a row, of plain texts; what is not bound is null."""
    if answer.boolean is not None:
        return json.dumps({"boolean": answer.boolean}) + "\n"
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in answer.to_dicts())


def _binding(term: Term) -> dict[str, str]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if not isinstance(term, ox.Literal):
        return {"type": "bnode", "value": str(term)}
    value = {"type": "literal", "value": term.value}
    if term.language:
        value["xml:lang"] = term.language
    elif term.datatype.value != _XSD_STRING:
        value["datatype"] = term.datatype.value
    return value


def _xml(answer: Answer, base_iri: str) -> str:
    """SPARQL Query Results XML."""
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in answer.variables)
    if answer.boolean is not None:
        body = f"<boolean>{'true' if answer.boolean else 'false'}</boolean>"
    else:
        rows = (f"<result>{_xml_row(answer.variables, row)}</result>\n" for row in answer.rows)
        body = f"<results>\n{''.join(rows)}</results>"
    return (
        f'<?xml version="1.0"?>\n<sparql xmlns="{_RESULTS}">\n'
        f"<head>{head}</head>\n{body}\n</sparql>\n"
    )


def _xml_row(names: Sequence[str], row: Sequence[Term | None]) -> str:
    return "".join(
        f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
        for name, term in zip(names, row, strict=True)
        if term is not None
    )


def _xml_term(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{escape(term.value)}</uri>"
    if not isinstance(term, ox.Literal):
        return f"<bnode>{escape(str(term))}</bnode>"
    kind = ""
    if term.language:
        kind = f" xml:lang={quoteattr(term.language)}"
    elif term.datatype.value != _XSD_STRING:
        kind = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{kind}>{escape(term.value)}</literal>"


ANSWER_FORMATS: Final[dict[str, Callable[[Answer, str], str]]] = {
    "table": _table,
    "csv": _csv,
    "tsv": _tsv,
    "json": _json,
    "jsonl": _jsonl,
    "xml": _xml,
    "markdown": _markdown,
    "turtle": _turtle,
}
