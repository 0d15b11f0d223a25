"""``graphkit view``."""

from __future__ import annotations

import os
import re
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import click

from graphkit.cli.options import Progress, quiet

if TYPE_CHECKING:
    from graphkit.graph import Graph


@click.command()
@click.argument("source", metavar="DIR|FILE|ENDPOINT")
@click.option(
    "--output", "--out", "-o", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Default: graph.html in DIR, or beside FILE; a part of a graph gets a name of its own.",
)  # fmt: skip
@click.option(
    "--language", "-l", type=click.Choice(["kk", "ru", "en"]), default="kk", show_default=True
)
@click.option("--focus", metavar="NAME", help="Open on the neighbourhood of this thing.")
@click.option(
    "--hops", type=click.IntRange(1, 3), default=2, show_default=True, help="Steps around it."
)
@click.option(
    "--query", metavar="FILE.rq|SPARQL", help="Show only what a CONSTRUCT query gives."
)  # fmt: skip
@click.option("--since", metavar="DATE", help="Show only what was told since a day.")
@click.option("--open", "show", is_flag=True, help="Open the page in the browser.")
@quiet
def view(
    source: str,
    output: Path | None,
    language: str,
    focus: str | None,
    hops: int,
    query: str | None,
    since: str | None,
    show: bool,
    quiet: bool,
) -> None:
    """Write a graph as one HTML page that needs no network.

    The graph is a folder that "build" made, a file of RDF (.ttl .nt .nq .trig .jsonld
    .rdf), or the address of a SPARQL endpoint, whose default graph is read.

    \b
    Example:
      graphkit view out --language ru --open
      graphkit view out --focus 'Орталық Азия' -o asia.html
      graphkit view graph.ttl --query meetings.rq
      graphkit view http://localhost:8000/sparql --since 2026-03-01
    """
    from graphkit.view import choose_view, write_page

    progress = Progress(quiet)
    with open_source(source, progress) as graph:
        chosen = choose_view(
            graph, language=language, focus=focus, hops=hops,
            query=query and read_query(query), since=since,
        )  # fmt: skip
        progress.clear()
    whole = whole_page(source)
    parts = [name_part(chosen.focus), query and name_query(query), since and f"since-{since}"]
    path = output or whole.with_stem("-".join([whole.stem, *filter(None, parts)]))
    write_page(chosen, path)
    if not quiet:
        kept = f"; {whole} stays as it was" if path != whole and whole.exists() else ""
        size = path.stat().st_size / 1024
        click.echo(f"wrote {path}: {size:,.0f} KiB{kept}", err=True)
    if show:
        open_in_browser(path)


def is_url(source: str) -> bool:
    """Say whether a source is an address, and no path."""
    return source.startswith(("http://", "https://"))


def open_source(source: str, progress: Progress) -> Graph:
    """Return the graph of a folder, a file of RDF or a SPARQL endpoint.

    :raises StoreError: if there is none, or the endpoint cannot be reached.
    """
    from graphkit.errors import StoreError
    from graphkit.export import pull
    from graphkit.graph import Graph

    if is_url(source):
        return pull(source, on_progress=progress, wait=0.1)
    if not Path(source).exists():
        raise StoreError(f"{source}: there is no such folder or file")
    return Graph.open(source)


def read_query(query: str) -> str:
    """Return the text of a query, which may stand in a file.

    :raises click.UsageError: if the file is not there.
    """
    if not is_query_file(query):
        return query
    try:
        return Path(query).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"--query {query}: cannot be read: {error}") from error


def is_query_file(query: str) -> bool:
    """Say whether a query is the name of a file: SPARQL has a brace in it, and no such ending."""
    return "{" not in query and Path(query).suffix in (".rq", ".sparql", ".txt")


def whole_page(source: str) -> Path:
    """Return where the page of a whole graph is written."""
    if is_url(source):
        return Path(f"graph-{name_part(urlsplit(source).netloc)}.html")
    path = Path(source)
    return path.with_suffix(".html") if path.is_file() else path / "graph.html"


def name_query(query: str) -> str:
    """Return what the page of a query is called after the graph's name."""
    return name_part(Path(query).stem) if is_query_file(query) else "query"


def name_part(text: str | None) -> str:
    """Return the last part of an id as it may stand in the name of a file.

    >>> name_part("person/lindsi-khoil")
    'lindsi-khoil'
    """
    last = (text or "").rstrip("/").rpartition("/")[2]
    return re.sub(r"[^\w.]+", "-", last).strip("-.")[:60]


def open_in_browser(path: Path) -> None:
    """Open a page where somebody sits before a screen; else say what to open."""
    has_screen = sys.platform in ("darwin", "win32") or any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY")
    )
    if sys.stdout.isatty() and has_screen and webbrowser.open(path.resolve().as_uri()):
        return
    click.echo(f"no browser to open it with here: open {path.resolve()} yourself", err=True)
