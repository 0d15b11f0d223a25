"""``graphkit evaluate``."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import graph_folder


@click.command()
@graph_folder
@click.argument(
    "gold", metavar="GOLD", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--errors", is_flag=True, help="List what is missed and what is spurious.")
@click.option("--calibration", is_flag=True, help="Show how often each confidence is right.")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.pass_context
def evaluate(
    ctx: click.Context, folder: Path, gold: Path, errors: bool, calibration: bool, format_: str
) -> None:
    """Compare a graph with gold annotations: precision, recall and F1.

    GOLD is a folder of JSON files, one a release, found by the stem of its source.
    With --calibration the table says, for each tenth of gk:confidence, how many
    assertions have it, its mean, and the share of them that is right.

    \b
    Example:
      graphkit evaluate out tests/data/seeds/gold --errors
      graphkit evaluate out tests/data/seeds/gold --calibration
    """
    from graphkit.evaluate import calibrate, score
    from graphkit.graph import Graph

    with Graph.open(folder) as graph:
        if calibration:
            table = calibrate(graph, gold)
            click.echo(table.to_json() if format_ == "json" else table.to_text())
            return
        scores = score(graph, gold)
    if errors:
        for mistake in scores.mistakes:
            click.echo(str(mistake), err=format_ == "json")
    click.echo(scores.to_json() if format_ == "json" else scores.to_text())
    if scores.missing:
        ctx.exit(1)
