"""Accept header -> format (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Format:
    """A format: the media type it is sent as, and all that it may be asked by."""

    media_type: str
    asked_by: tuple[str, ...]


ROWS: Final[dict[str, Format]] = {
    "json": Format(
        "application/sparql-results+json", ("application/sparql-results+json", "application/json")
    ),
    "xml": Format(
        "application/sparql-results+xml",
        ("application/sparql-results+xml", "application/xml", "text/xml"),
    ),
    "csv": Format("text/csv; charset=utf-8", ("text/csv",)),
    "tsv": Format("text/tab-separated-values; charset=utf-8", ("text/tab-separated-values",)),
}
GRAPHS: Final[dict[str, Format]] = {
    "turtle": Format(
        "text/turtle; charset=utf-8", ("text/turtle", "application/x-turtle", "text/n3")
    ),
    "ntriples": Format("application/n-triples; charset=utf-8", ("application/n-triples",)),
    "jsonld": Format("application/ld+json", ("application/ld+json", "application/json")),
    "rdfxml": Format("application/rdf+xml", ("application/rdf+xml", "application/xml", "text/xml")),
}
HTML: Final = Format("text/html; charset=utf-8", ("text/html", "application/xhtml+xml"))
PAGES: Final[dict[str, Format]] = {"html": HTML, **GRAPHS}


def choose_format(
    accept: str | None, formats: Mapping[str, Format], asked: Iterable[str] = ()
) -> str | None:
    """Return the key of the format that is wanted most, the first of equals, None if none is.

    ``asked`` are values of a ``format=`` parameter: a key or a media type outranks the header.

    >>> choose_format("text/turtle;q=0.5, application/ld+json", GRAPHS)
    'jsonld'
    >>> choose_format("image/png", GRAPHS) is None
    True
    """
    for value in asked:
        for key, format in formats.items():
            if value == key or value in format.asked_by:
                return key
    ranges = _read_accept(accept or "*/*")
    best, best_weight = None, 0.0
    for key, format in formats.items():
        if (format.asked_by[0], 0.0) in ranges:
            continue  # refused by name, so not to be let in by another name
        weight = max(_weigh(media_type, ranges) for media_type in format.asked_by)
        if weight > best_weight:
            best, best_weight = key, weight
    return best


def _read_accept(header: str) -> list[tuple[str, float]]:
    ranges = []
    for part in header.split(","):
        name, *parameters = (piece.strip().lower() for piece in part.split(";"))
        weight = 1.0
        for parameter in parameters:
            if parameter.startswith("q="):
                try:
                    weight = min(max(float(parameter[2:]), 0.0), 1.0)
                except ValueError:
                    weight = 0.0
        if name:
            ranges.append((name, weight))
    return ranges


def _weigh(media_type: str, ranges: list[tuple[str, float]]) -> float:
    """Return the weight of a type: the most specific range that covers it decides."""
    major = media_type.partition("/")[0]
    for pattern in (media_type, f"{major}/*", "*/*"):
        weights = [weight for name, weight in ranges if name == pattern]
        if weights:
            return max(weights)
    return 0.0
