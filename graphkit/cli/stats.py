"""``graphkit stats``."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import graph_folder


@click.command()
@graph_folder
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
def stats(folder: Path, format_: str) -> None:
    """Count what is in a graph: releases by language, things by class, relations.

    \b
    Example:
      graphkit stats out
    """
    from graphkit.graph import Graph
    from graphkit.graph.stats import count

    with Graph.open(folder) as graph:
        counts = count(graph)
    click.echo(counts.to_json() if format_ == "json" else counts.to_text())
