"""``graphkit ontologies``."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import many


@click.group()
def ontologies() -> None:
    """Work on the ontologies that the extraction looks everything up in.

    \b
    Example:
      graphkit ontologies check
    """


@ontologies.command()
@click.argument("folder", required=False, type=click.Path(exists=True, path_type=Path))
@click.pass_context
def check(ctx: click.Context, folder: Path | None) -> None:
    """Check ontologies: labels in three languages, declared classes, valid shapes.

    FOLDER is a folder of Turtle files; without it the package's own are checked.

    \b
    Example:
      graphkit ontologies check my-ontologies
    """
    from graphkit.knowledge import ONTOLOGIES, check_ontologies

    folder = folder or ONTOLOGIES
    problems = check_ontologies(folder)
    for problem in problems:
        click.echo(str(problem))
    click.echo(f"{folder}: {many(len(problems), 'problem')}", err=True)
    if problems:
        ctx.exit(1)
