"""Options and small words that several commands share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import click

# The same as WRITERS and ANSWER_FORMATS, which are slow to import; a test compares them.
EXPORT_FORMATS: Final = (
    "turtle", "ntriples", "nquads", "trig", "jsonld", "rdfxml", "graphml", "gexf", "ftm", "nodes",
    "edges", "nodes-parquet", "edges-parquet",
)  # fmt: skip
ANSWER_FORMATS: Final = ("table", "csv", "tsv", "json", "jsonl", "xml", "markdown", "turtle")

Decorator = Callable[[Any], Any]

graph_folder: Decorator = click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
further_ontologies: Decorator = click.option(
    "--ontology", "ontologies", multiple=True, type=click.Path(exists=True, path_type=Path),
    help="Further labels and bodies: a Turtle file, or a folder of them.  "
    "[default: as the graph was built]",
)  # fmt: skip
decisions_file: Decorator = click.option(
    "--decisions", type=click.Path(exists=True, path_type=Path),
    help="A person's yes and no on pairs of things, as CSV or Turtle.  "
    "[default: as the graph was built; decisions.csv in the folder counts besides]",
)  # fmt: skip
quiet: Decorator = click.option("-q", "--quiet", is_flag=True, help="Say nothing but errors.")


def many(count: int, word: str) -> str:
    """Return a count with its noun.

    >>> many(1, "release"), many(1204, "triple")
    ('1 release', '1,204 triples')
    """
    return f"{count:,} {word}" + ("" if count == 1 else "s")


class Progress:
    """A line on a terminal that says how far the work is; nothing where nobody watches."""

    def __init__(self, quiet: bool) -> None:
        self._on = not quiet and sys.stderr.isatty()

    def __call__(self, stage: str, done: int) -> None:
        if self._on:
            click.echo(f"\r\033[K{stage}: {done:,}", nl=False, err=True)

    def clear(self) -> None:
        """Take the line away before something lasting is said."""
        if self._on:
            click.echo("\r\033[K", nl=False, err=True)
