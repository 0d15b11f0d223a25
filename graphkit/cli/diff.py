"""``graphkit diff``."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("old", metavar="OLD", type=click.Path(path_type=Path))
@click.argument("new", metavar="NEW", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(["text", "json", "patch"]), default="text")
@click.option("--evidence", is_flag=True, help="Show assertions and passages too.")
def diff(old: Path, new: Path, format_: str, evidence: bool) -> None:
    """Show what differs between two graphs: folders or files of RDF.

    "patch" is an RDF patch that makes the new one of the old one.

    \b
    Example:
      graphkit diff last-month out
    """
    from graphkit.graph import Graph
    from graphkit.graph.diff import compare_graphs

    with Graph.open(old) as before, Graph.open(new) as after:
        difference = compare_graphs(before, after, evidence=evidence or format_ == "patch")
    forms = {
        "text": difference.to_text, "json": difference.to_json, "patch": difference.to_patch
    }  # fmt: skip
    click.echo(forms[format_]())
