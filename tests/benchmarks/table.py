"""Rows -> a table on the terminal."""

from __future__ import annotations

from collections.abc import Sequence


def show(rows: Sequence[Sequence[str]]) -> None:
    """Print rows in columns, numbers to the right."""
    widths = [max(len(row[i]) for row in rows) for i in range(len(rows[0]))]
    for row in rows:
        cells = [
            cell.rjust(width) if i > 1 else cell.ljust(width)
            for i, (cell, width) in enumerate(zip(row, widths, strict=True))
        ]
        print("  ".join(cells).rstrip(), flush=True)
