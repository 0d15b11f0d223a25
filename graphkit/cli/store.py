"""The options that name a server elsewhere, for ``push`` and ``build`` alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from graphkit.cli.options import Decorator, many

if TYPE_CHECKING:
    from graphkit.graph import Change


@dataclass(frozen=True, slots=True)
class Target:
    """A server and the graph in it that is brought up to date."""

    store: str
    update_url: str | None
    graph_store_url: str | None
    into: str | None
    batch: int

    def check(self) -> None:
        """Look at the addresses; nothing is sent.

        :raises StoreError: if one is none.
        :raises GraphkitError: if httpx is not installed.
        """
        from graphkit.export.push import connect

        connect(self.store, (), self.update_url, self.graph_store_url, self.into).close()

    def push(
        self, folder: Path, progress: Callable[[str, int], None], *, dry_run: bool = False
    ) -> Change:
        """Bring the graph of a folder, or of a file of RDF, to the server.

        :raises StoreError: if it cannot be reached or refuses.
        """
        from graphkit.export import push
        from graphkit.graph import Graph

        with Graph.open(folder) as graph:
            return push(
                graph, self.store, update=self.update_url, graph_store=self.graph_store_url,
                into=self.into, batch=self.batch, dry_run=dry_run, on_progress=progress,
            )  # fmt: skip

    def describe(self, change: Change, *, dry_run: bool = False) -> str:
        """Return the line that says what has changed."""
        what = "would change" if dry_run else "brought up to date"
        counts = f"{many(change.added, 'triple')} added, {change.removed:,} removed"
        return f"{what} {self.store}: {counts}"


def store_options(*, required: bool) -> Decorator:
    """Add the options to a command, which gets them as one ``target`` (None: no server)."""
    where = "Where a SPARQL server answers queries" + (
        "." if required else ", to which the graph is brought when it is built."
    )
    options = (
        click.option("--store", required=required, metavar="URL", help=where),
        click.option(
            "--update-url", metavar="URL", help="Where it takes updates.  [default: the same]"
        ),
        click.option(
            "--graph-store-url", metavar="URL",
            help="Where it takes graphs: loads faster than updates.",
        ),
        click.option(
            "--graph", "into", metavar="IRI",
            help="The graph to keep there.  [default: the default graph]",
        ),
        click.option(
            "--batch", type=click.IntRange(min=1), default=1000, show_default=True,
            help="Triples a request.",
        ),
    )  # fmt: skip

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        def run(*args: Any, **given: Any) -> Any:
            names = ("store", "update_url", "graph_store_url", "into", "batch")
            values = {name: given.pop(name) for name in names}
            if values["store"] is None and any(values[name] for name in names[1:-1]):
                raise click.UsageError("--update-url, --graph-store-url and --graph need --store")
            return command(*args, target=Target(**values) if values["store"] else None, **given)

        for option in reversed(options):
            run = option(run)
        return run

    return decorate
