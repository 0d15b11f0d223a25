"""``graphkit view``."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import graph_folder, quiet


@click.command()
@graph_folder
@click.option("--out", "-o", type=click.Path(path_type=Path), help="Default: DIR/graph.html.")
@click.option(
    "--language", "-l", type=click.Choice(["kk", "ru", "en"]), default="kk", show_default=True
)
@click.option("--focus", metavar="NAME", help="Open on the neighbourhood of this thing.")
@click.option(
    "--hops", type=click.IntRange(1, 3), default=2, show_default=True, help="Steps around it."
)
@click.option("--query", "sparql", metavar="SPARQL", help="Show only what a query gives.")
@click.option("--since", metavar="DATE", help="Show only what was told since a day.")
@quiet
def view(
    folder: Path,
    out: Path | None,
    language: str,
    focus: str | None,
    hops: int,
    sparql: str | None,
    since: str | None,
    quiet: bool,
) -> None:
    """Write a graph as one HTML page that needs no network.

    \b
    Example:
      graphkit view out --language ru -o graph.html
      graphkit view out --focus 'Орталық Азия' -o asia.html
    """
    from graphkit.graph import Graph
    from graphkit.view import write_html

    with Graph.open(folder) as graph:
        path = write_html(
            graph, out or folder / "graph.html",
            language=language, focus=focus, hops=hops, query=sparql, since=since,
        )  # fmt: skip
    if not quiet:
        click.echo(f"wrote {path}: {path.stat().st_size / 1024:,.0f} KiB", err=True)
