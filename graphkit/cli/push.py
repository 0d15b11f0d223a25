"""``graphkit push``."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import Progress, graph_folder, many, quiet


@click.command()
@graph_folder
@click.option("--store", required=True, metavar="URL", help="Where the server answers queries.")
@click.option("--update-url", metavar="URL", help="Where it takes updates.  [default: the same]")
@click.option(
    "--graph-store-url", metavar="URL", help="Where it takes graphs: loads faster than updates."
)
@click.option(
    "--graph", "into", metavar="IRI", help="The graph to keep there.  [default: the default graph]"
)
@click.option(
    "--batch", type=click.IntRange(min=1), default=1000, show_default=True,
    help="Triples a request.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Only say what would change.")
@quiet
def push(
    folder: Path,
    store: str,
    update_url: str | None,
    graph_store_url: str | None,
    into: str | None,
    batch: int,
    dry_run: bool,
    quiet: bool,
) -> None:
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
    from graphkit.export import push as push_graph
    from graphkit.graph import Graph

    progress = Progress(quiet)
    with Graph.open(folder) as graph:
        change = push_graph(
            graph, store, update=update_url, graph_store=graph_store_url, into=into,
            batch=batch, dry_run=dry_run, on_progress=progress,
        )  # fmt: skip
        progress.clear()
    if not quiet:
        what = "would change" if dry_run else "brought up to date"
        counts = f"{many(change.added, 'triple')} added, {change.removed:,} removed"
        click.echo(f"{what} {store}: {counts}", err=True)
