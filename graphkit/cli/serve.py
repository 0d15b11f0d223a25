"""``graphkit serve``."""

from __future__ import annotations

from pathlib import Path

import click

from graphkit.cli.options import graph_folder

MIB = 1 << 20


@click.command()
@graph_folder
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option(
    "--timeout", default=30.0, show_default=True, type=click.FloatRange(0, min_open=True),
    metavar="SECONDS", help="Stop a query after this time.",
)  # fmt: skip
@click.option(
    "--workers", default=8, show_default=True, type=click.IntRange(2, 256),
    help="Processes that answer; slow queries get three in four.",
)  # fmt: skip
@click.option(
    "--max-query", default=1, show_default=True, type=click.IntRange(1), metavar="MIB",
    help="Refuse larger queries.",
)  # fmt: skip
@click.option(
    "--max-result", default=32, show_default=True, type=click.IntRange(1), metavar="MIB",
    help="Refuse to send larger results.",
)  # fmt: skip
@click.option(
    "--memory", default=2048, show_default=True, type=click.IntRange(256), metavar="MIB",
    help="What one query may use.",
)  # fmt: skip
@click.option("--public-url", metavar="URL", help="What links begin with, behind a proxy.")
def serve(
    folder: Path,
    host: str,
    port: int,
    timeout: float,
    workers: int,
    max_query: int,
    max_result: int,
    memory: int,
    public_url: str | None,
) -> None:
    """Serve a graph over HTTP, to read only: SPARQL, pages, linked data, reconciliation.

    /sparql is the endpoint (SPARQL 1.1 Protocol), /query the page to try it on,
    /reconcile the service for OpenRefine, /void the description, /openapi.json lists
    the rest. Each thing has a page, and Turtle and JSON-LD, under the path of its IRI.

    \b
    Example:
      graphkit serve out
      graphkit serve out --port 8080 --timeout 10
    """
    try:
        from graphkit.serve import Settings, run_server
    except ModuleNotFoundError as error:
        raise need_extra(error) from error
    from graphkit.view import live_page, live_part

    settings = Settings(
        folder, host, port, timeout, workers, max_query * MIB, max_result * MIB, memory * MIB,
        public_url, live_page, live_part,
    )  # fmt: skip
    run_server(settings)


def need_extra(error: ModuleNotFoundError) -> click.ClickException:
    """Return what to say where a package of the extra ``serve`` is missing."""
    return click.ClickException(
        f"the package '{error.name}' is missing; install it with: "
        "pip install 'graphkit-press[serve]'"
    )
