"""``graphkit diff``."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click


@click.command()
@click.argument("old", metavar="OLD")
@click.argument("new", metavar="NEW")
@click.option(
    "--in", "folder", metavar="DIR", type=click.Path(path_type=Path),
    help="OLD and NEW are days: what the releases in between have brought to this graph.",
)  # fmt: skip
@click.option("--format", "format_", type=click.Choice(["text", "json", "patch"]), default="text")
@click.option("--evidence", is_flag=True, help="Show assertions and passages too.")
def diff(old: str, new: str, folder: Path | None, format_: str, evidence: bool) -> None:
    """Show what differs between two graphs (folders or files of RDF), or two days of one.

    "patch" is an RDF patch that makes the new one of the old one.

    \b
    Example:
      graphkit diff last-month out
      graphkit diff 2026-02-28 2026-03-31 --in out
    """
    from graphkit.graph import Graph
    from graphkit.graph.asof import take_state
    from graphkit.graph.diff import compare_graphs

    if folder is not None:
        with Graph.open(folder) as graph:
            before, after = (take_state(graph, _read_day(day)) for day in (old, new))
    else:
        before, after = Graph.open(old), Graph.open(new)
    with before, after:
        difference = compare_graphs(before, after, evidence=evidence or format_ == "patch")
    forms = {
        "text": difference.to_text, "json": difference.to_json, "patch": difference.to_patch
    }  # fmt: skip
    click.echo(forms[format_]())


def _read_day(text: str) -> str:
    try:
        return date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise click.UsageError(f"with --in, '{text}' must be a day such as 2026-02-28") from error
