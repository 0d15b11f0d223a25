"""``graphkit forget``."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import decisions_file, further_ontologies, graph_folder, many, quiet


@click.command()
@graph_folder
@click.argument("releases", metavar="RELEASE...", nargs=-1, required=True)
@further_ontologies
@decisions_file
@click.option("--page/--no-page", default=True, help="Write graph.html, or not.")
@quiet
def forget(
    folder: Path,
    releases: tuple[str, ...],
    ontologies: tuple[Path, ...],
    decisions: Path | None,
    page: bool,
    quiet: bool,
) -> None:
    """Take releases out of a graph, with every fact that they alone support.

    RELEASE is the source it was read from, its id or its IRI; the named query
    "releases" lists them. The rest stays as it was built: with the same ontologies,
    knowledge and decisions.

    \b
    Example:
      graphkit forget out seeds/london-appg-kk.txt
    """
    from graphkit.api import forget as forget_releases

    report = forget_releases(
        folder, releases, page=page, ontologies=ontologies, decisions=decisions
    )
    for message in (*report.skipped, *report.warnings):
        click.echo(f"graphkit: {message}", err=True)
    if not quiet:
        gone, left = many(report.replaced, "release"), many(report.triples, "triple")
        click.echo(f"forgot {gone}: {report.removed:,} triples removed, {left} left", err=True)
