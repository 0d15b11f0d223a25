"""``graphkit push``."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import Progress, graph_folder, quiet
from graphkit.cli.store import Target, store_options


@click.command()
@graph_folder
@store_options(required=True)
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@quiet
def push(folder: Path, target: Target, dry_run: bool, quiet: bool) -> None:
    """Bring a graph to a SPARQL 1.1 server, by what differs.

    Only things below the base IRI of the graph are touched there. After an interruption
    the same command goes on. User and password are read from GRAPHKIT_STORE_USER and
    GRAPHKIT_STORE_PASSWORD, a token from GRAPHKIT_STORE_TOKEN, never from the command line;
    without them, what "keyring set HOST USER" has kept is used (package keyring).

    \b
    Example:
      graphkit push out --store http://localhost:7878/query --update-url \\
        http://localhost:7878/update --graph-store-url http://localhost:7878/store
    """
    progress = Progress(quiet)
    change = target.push(folder, progress, dry_run=dry_run)
    progress.clear()
    if not quiet:
        click.echo(target.describe(change, dry_run=dry_run), err=True)
