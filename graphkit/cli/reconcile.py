"""``graphkit reconcile``."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

import click

from graphkit.cli.options import many, quiet
from graphkit.cli.serve import need_extra
from graphkit.tongues import TAGS

if TYPE_CHECKING:
    from graphkit.serve import Asked, Found

    Answers = Iterable[tuple[Asked, tuple[Found, ...]]]

_COLUMNS = ("name", "key", "id", "label", "types", "score", "match")
_NAMES = """SELECT ?s (MIN(?own) AS ?label) {
  VALUES ?class { schema:Person org:Organization schema:Place } ?s a ?class ; skos:prefLabel ?own
  FILTER(LANG(?own) = "%s") } GROUP BY ?s ORDER BY ?s"""
_EXACT_MATCH = "http://www.w3.org/2004/02/skos/core#exactMatch"


@click.command()
@click.argument("names", metavar="DIR|NAMES", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--service", required=True, metavar="URL", help="The service to ask.")
@click.option("--type", "type_", metavar="ID", help="Only things of this type of the service.")
@click.option(
    "--language", "-l", type=click.Choice(TAGS), default="en", show_default=True,
    help="Which names of a graph to ask with.",
)  # fmt: skip
@click.option("--limit", default=3, show_default=True, type=click.IntRange(1, 50))
@click.option(
    "--format", "format_", type=click.Choice(["csv", "json", "turtle"]), default="csv",
    show_default=True, help="turtle: only what the service is sure of, as skos:exactMatch.",
)  # fmt: skip
@quiet
def reconcile(
    names: Path,
    service: str,
    type_: str | None,
    language: str,
    limit: int,
    format_: str,
    quiet: bool,
) -> None:
    """Look up names, or the things of a graph, with a reconciliation service.

    NAMES is a file with one name a line, or - for standard input; DIR a folder that
    "build" made. The service is any that speaks the W3C Reconciliation API: Wikidata's,
    or another graph's under "graphkit serve". The Turtle may be given to a later build.

    \b
    Example:
      graphkit reconcile names.txt --service http://127.0.0.1:8000/reconcile
      graphkit reconcile out --service https://wikidata.reconci.link/en/api --format turtle
    """
    try:
        from graphkit.serve import ReconcileClient
    except ModuleNotFoundError as error:
        raise need_extra(error) from error

    asked = list(read_graph(names, language) if names.is_dir() else read_names(names))
    if format_ == "turtle" and not names.is_dir():
        raise click.UsageError("--format turtle links the things of a graph: give its folder")
    with closing(ReconcileClient(service)) as client:
        answers = list(client.find(asked, type=type_, limit=limit))
    forms = {"csv": write_csv, "json": write_json, "turtle": write_links}
    click.echo(forms[format_](answers), nl=False)
    if not quiet:
        sure = sum(bool(found) and found[0].is_match for _, found in answers)
        click.echo(f"asked {many(len(asked), 'name')}: {sure:,} surely found", err=True)


def read_names(path: Path) -> Iterator[Asked]:
    """Yield the names in a file, one a line."""
    from graphkit.serve import Asked

    text = sys.stdin.read() if str(path) == "-" else read_text(path)
    for line in text.splitlines():
        if line.strip():
            yield Asked(line.strip())


def read_text(path: Path) -> str:
    """Return a file's text.

    :raises click.ClickException: if it cannot be read, or is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise click.ClickException(f"{path}: cannot be read: {error}") from error


def read_graph(folder: Path, language: str) -> Iterator[Asked]:
    """Yield persons, bodies and places of a graph with their names in a language."""
    from graphkit.graph import Graph
    from graphkit.serve import Asked

    with Graph.open(folder) as graph:
        for row in graph.query(_NAMES % language).to_dicts():
            yield Asked(str(row["label"]), str(row["s"]))


def write_csv(answers: Answers) -> str:
    """Return one line a candidate; a name without any has one line too."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for asked, found in answers:
        for one in found:
            match = "yes" if one.is_match else "no"
            types = " ".join(one.types)
            writer.writerow((asked.name, asked.key, one.iri, one.name, types, one.score, match))
        if not found:
            writer.writerow((asked.name, asked.key, "", "", "", "", "no"))
    return out.getvalue()


def write_json(answers: Answers) -> str:
    """Return a JSON list with one object a name."""
    rows = [
        {
            "name": asked.name,
            "key": asked.key,
            "candidates": [
                {
                    "id": one.id, "iri": one.iri, "name": one.name, "types": list(one.types),
                    "score": one.score, "match": one.is_match,
                }
                for one in found
            ],
        }
        for asked, found in answers
    ]  # fmt: skip
    return json.dumps(rows, ensure_ascii=False, indent=1) + "\n"


def write_links(answers: Answers) -> str:
    """Return N-Triples, which is Turtle, for what the service is sure of."""
    import pyoxigraph as ox

    lines = []
    for asked, found in answers:
        if found and found[0].is_match:
            ends = ox.NamedNode(asked.key), ox.NamedNode(found[0].iri)
            lines.append(f"{ends[0]} <{_EXACT_MATCH}> {ends[1]} .\n")
    return "".join(sorted(lines))
