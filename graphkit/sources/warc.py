"""A web archive (WARC, ARC) -> Releases: one a page in it."""

from __future__ import annotations

import contextlib
import io
import itertools
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO

from graphkit.errors import ReleaseError, SourceError
from graphkit.model import Release, Source
from graphkit.sources.encodings import decode
from graphkit.sources.extras import load_extra, say
from graphkit.sources.html import find_charset, make_page_release

_PAGES = ("text/html", "application/xhtml+xml")


def read_warc(stream: BinaryIO, name: str) -> Iterator[Release | ReleaseError]:
    """Yield the release of each HTML page that was answered with 200; the rest is passed over.

    The number of a release is that of its record in the archive, as other tools count.

    :raises SourceError: if it is no archive, breaks off, has no page in it, or warcio is
        not installed.
    """
    warcio = load_extra("warcio.archiveiterator", name)
    exceptions = load_extra("warcio.exceptions", name)
    broken = (exceptions.ArchiveLoadFailed, EOFError, zlib.error, AttributeError)
    records = iter(warcio.ArchiveIterator(stream))
    pages = 0
    for number in itertools.count(1):
        try:
            # warcio prints its doubts about a record itself.
            with contextlib.redirect_stderr(io.StringIO()):
                record = next(records, None)
        except broken as error:  # AttributeError: a record without its address
            raise SourceError(
                f"{name}: broken before record {number} ({say(error)}); was it cut off?"
            ) from error
        if record is None:
            if not pages:
                raise SourceError(f"{name}: no page answered with 200 in {number - 1} record(s)")
            return
        if _is_page(record):
            pages += 1
            yield _make(record, Source(name, number), f"{name}, record {number}")


def _is_page(record: Any) -> bool:
    if record.rec_type not in ("response", "resource"):
        return False
    headers = record.http_headers or record.rec_headers
    kind = (headers.get_header("Content-Type") or "").partition(";")[0].strip().lower()
    answered = record.http_headers is None or record.http_headers.get_statuscode() == "200"
    return kind in _PAGES and answered


def _make(record: Any, source: Source, place: str) -> Release | ReleaseError:
    data = record.content_stream().read()
    url = record.rec_headers.get_header("WARC-Target-URI")
    try:
        page = decode(data, declared=find_charset(data))
        return make_page_release(page, url=url, source=source)
    except (ReleaseError, ValueError) as error:
        return ReleaseError(f"{place} ({url}): {error}")
