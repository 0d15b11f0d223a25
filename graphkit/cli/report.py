"""``graphkit report``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from graphkit.cli.options import graph_folder, quiet
from graphkit.errors import StoreError


@click.command()
@graph_folder
@click.option("--out", "-o", type=click.Path(path_type=Path), help="Default: quality.html in DIR.")
@quiet
def report(folder: Path, out: Path | None, quiet: bool) -> None:
    """Write one page on the quality of a graph.

    It tells what was read, what was found, what is missing, doubtful or contradictory;
    each number stands with its query. The page needs no network and has no script.

    \b
    Example:
      graphkit report out
      graphkit report out -o quality.html
    """
    from graphkit.graph import Graph
    from graphkit.report import write_report

    beside = folder if folder.is_dir() else folder.parent
    with Graph.open(folder) as graph:
        path = write_report(graph, out or beside / "quality.html", build=read_build(folder))
    if not quiet:
        click.echo(f"wrote {path}: {path.stat().st_size / 1024:,.0f} KiB", err=True)


def read_build(folder: Path) -> dict[str, Any] | None:
    """Return what the build noted in ``report.json``; None where it stands not there.

    :raises StoreError: if it is no JSON.
    """
    path = folder / "report.json"
    if not path.is_file():
        return None
    try:
        noted: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: cannot be read: {error}") from error
    return noted
