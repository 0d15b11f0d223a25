"""``graphkit export``."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import EXPORT_FORMATS, graph_folder, many, quiet


@click.command()
@graph_folder
@click.option("--format", "format_", type=click.Choice(EXPORT_FORMATS), help="Default: by ending.")
@click.option("--out", "-o", default="-", show_default=True, help="The file; - is stdout.")
@quiet
def export(folder: Path, format_: str | None, out: str, quiet: bool) -> None:
    """Write a graph in a format that other tools read.

    RDF: turtle, ntriples, nquads and trig (with one named graph a release), jsonld,
    rdfxml. Networks: graphml, gexf. Entities of FollowTheMoney: ftm. Tables: nodes, edges (CSV),
    nodes-parquet, edges-parquet (extra "parquet").

    \b
    Example:
      graphkit export out --format jsonld > graph.jsonld
      graphkit export out -o graph.gexf
    """
    from graphkit.export import write
    from graphkit.graph import Graph

    with Graph.open(folder) as graph:
        path = write(graph, out, format_ or ("turtle" if out == "-" else None))
        if not quiet and out != "-":
            click.echo(f"wrote {path}: {many(len(graph), 'triple')}", err=True)
