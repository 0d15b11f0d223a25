"""A PDF document -> Release, by the text layer of its pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from graphkit.errors import ReleaseError, SourceError
from graphkit.model import Release, Source
from graphkit.sources.extras import load_extra, say
from graphkit.sources.release import make_release


def read_pdf(stream: BinaryIO, name: str) -> Iterator[Release]:
    """Yield the one release of a document.

    Its own metadata is not used: the title there is mostly a file's name, the date that
    of the export.

    :raises SourceError: if it is no PDF, is locked, or pypdf is not installed.
    :raises ReleaseError: if its pages have no text, or its language is not read.
    """
    pypdf = load_extra("pypdf", name)
    errors = load_extra("pypdf.errors", name)
    try:
        pages = [page.extract_text() for page in pypdf.PdfReader(stream).pages]
    except errors.FileNotDecryptedError as error:
        raise SourceError(f"{name}: the PDF is locked; save it without a password") from error
    except errors.PyPdfError as error:
        raise SourceError(f"{name}: not a PDF that can be read ({say(error)})") from error
    text = "\n".join(pages)
    if not text.strip():
        raise ReleaseError(f"{name}: the pages have no text; if they are scans, run OCR on them")
    try:
        yield make_release(text, source=Source(name))
    except ReleaseError as error:
        raise ReleaseError(f"{name}: {error}") from error
