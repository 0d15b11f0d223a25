"""``graphkit validate``."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import graph_folder


@click.command()
@graph_folder
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "turtle"]), default="text",
    help="turtle is a SHACL report.",
)  # fmt: skip
@click.option(
    "--engine", type=click.Choice(["pyshacl", "shacl"]),
    help="Default: pyshacl for small graphs, shacl (100 times faster) for others.",
)  # fmt: skip
@click.pass_context
def validate(ctx: click.Context, folder: Path, format_: str, engine: str | None) -> None:
    """Check a graph against the SHACL shapes and for contradictions.

    Contradictions (two heads of one ministry on one day, …) are warnings. The exit code
    is 0 only if the shapes were checked and the graph conforms.

    \b
    Example:
      graphkit validate out
      graphkit validate out --format json
    """
    from graphkit.graph import Graph, check

    with Graph.open(folder) as graph:
        report = check(graph, engine=engine)
    forms = {"text": report.to_text, "json": report.to_json, "turtle": report.to_turtle}
    click.echo(forms[format_]().rstrip("\n"))
    if not report.conforms:
        ctx.exit(1)
