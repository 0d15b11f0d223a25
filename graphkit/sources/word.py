"""A Word document (.docx) -> Release."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from graphkit.errors import ReleaseError, SourceError
from graphkit.model import Release, Source
from graphkit.sources.extras import load_extra, say
from graphkit.sources.release import make_release

# What python-docx and the standard library raise for archives that are broken or none.
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, KeyError, ValueError)
_TITLE_STYLES = ("Title", "Heading 1")


def read_docx(stream: BinaryIO, name: str) -> Iterator[Release]:
    """Yield the one release of a document: its paragraphs and tables in their order.

    A first paragraph in the style of a title is the title.

    :raises SourceError: if it is no Word document, or python-docx is not installed.
    :raises ReleaseError: if it has no text, or its language is not read.
    """
    docx = load_extra("docx", name)
    opc = load_extra("docx.opc.exceptions", name)
    try:
        blocks = list(docx.Document(stream).iter_inner_content())
    except (opc.OpcError, *_BROKEN) as error:
        raise SourceError(f"{name}: not a Word document that can be read ({say(error)})") from error
    title, text = _read_blocks(blocks)
    try:
        yield make_release(text, title=title, source=Source(name))
    except ReleaseError as error:
        raise ReleaseError(f"{name}: {error}") from error


def _read_blocks(blocks: list[Any]) -> tuple[str | None, str]:
    title: str | None = None
    lines: list[str] = []
    for block in blocks:
        if not hasattr(block, "rows"):
            line = block.text
            is_title = not lines and title is None and block.style.name in _TITLE_STYLES
            if is_title and line.strip():
                title = line
            else:
                lines.append(line)
            continue
        for row in block.rows:
            # A merged cell comes once for each place it covers.
            cells = dict.fromkeys(cell.text.strip() for cell in row.cells)
            lines.append("; ".join(cell for cell in cells if cell))
    return title, "\n".join(lines).strip("\n")
