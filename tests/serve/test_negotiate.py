"""Accept headers, as browsers and programs send them."""

from __future__ import annotations

import pytest

from graphkit.serve.negotiate import GRAPHS, PAGES, ROWS, choose_format

BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


@pytest.mark.parametrize(
    ("accept", "formats", "chosen"),
    [
        (None, ROWS, "json"),
        ("", GRAPHS, "turtle"),
        (BROWSER, PAGES, "html"),
        (BROWSER, ROWS, "xml"),
        ("TEXT/CSV", ROWS, "csv"),
        ("text/*", ROWS, "xml"),
        ("text/turtle;q=0, */*", GRAPHS, "ntriples"),
        ('application/ld+json; profile="x"', GRAPHS, "jsonld"),
        ("text/csv;q=0.3, text/tab-separated-values;q=0.7", ROWS, "tsv"),
        ("text/csv;q=nonsense", ROWS, None),
        ("image/*", PAGES, None),
        (",,;,", ROWS, None),
    ],
)
def test_the_most_wanted_format_is_chosen(
    accept: str | None, formats: dict[str, object], chosen: str | None
) -> None:
    assert choose_format(accept, formats) == chosen  # type: ignore[arg-type]
