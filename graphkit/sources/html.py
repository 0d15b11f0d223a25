"""A saved web page -> Release, its main text found by trafilatura."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree, html

from graphkit.errors import ReleaseError, SourceError
from graphkit.model import Release, Source
from graphkit.sources.encodings import decode
from graphkit.sources.extras import load_extra
from graphkit.sources.release import make_release

# Only what the page itself declares as its date: a search of its text finds any date.
_DATES = {"extensive_search": False, "original_date": True}
_CHARSET = re.compile(rb"<meta[^>]{0,100}charset=[\"' ]*([\w-]+)", re.IGNORECASE)
_HEAD = 4096
_CONTROLS = re.compile(r"[^\S\n]|[\x00-\x08\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_BLOCKS = frozenset("p div br li ul ol tr h1 h2 h3 h4 h5 h6 blockquote table section".split())


def read_html(stream: BinaryIO, name: str) -> Iterator[Release]:
    """Yield the one release of a page.

    :raises SourceError: if the file is no text.
    :raises ReleaseError: if no main text is found, or its language is not read.
    """
    data = stream.read()
    try:
        page = decode(data, declared=find_charset(data))
    except ValueError as error:
        raise SourceError(f"{name}: {error}") from error
    try:
        yield make_page_release(page, source=Source(name))
    except ReleaseError as error:
        raise ReleaseError(f"{name}: {error}") from error


def make_page_release(page: str, *, url: str | None = None, source: Source) -> Release:
    """Return the release on a page; its offsets are into the main text that was found.

    Title, date, address and the site's name come from the page's metadata.

    :raises ReleaseError: if no main text is found, or its language is not read.
    """
    # Half a second to import, and most sources are no pages.
    trafilatura = load_extra("trafilatura", str(source))
    found = trafilatura.bare_extraction(
        page, url=url, include_comments=False, with_metadata=True, date_extraction_params=_DATES
    )
    if found is None or not found.text:
        raise ReleaseError("no main text found; was the page saved before it had loaded?")
    return make_release(
        found.text,
        title=found.title,
        date=found.date,
        url=url or found.url,
        publisher=found.sitename or found.hostname,
        source=source,
    )


def find_text(fragment: str) -> str:
    """Return the text of a piece of HTML that is all of one release, a block a line.

    >>> find_text("<p>Посол <b>прибыл</b>.</p><ul><li>Он &amp; мы</li></ul>")
    'Посол прибыл.\\nОн & мы'
    """
    fragment = _CONTROLS.sub(" ", fragment)
    if "<" not in fragment and "&" not in fragment:
        return fragment
    try:
        root = html.fragment_fromstring(fragment, create_parent="div")
    except (etree.ParserError, ValueError):
        return fragment
    for element in root.iter():
        before = "\n" if element.tag in _BLOCKS else ""
        element.text = before + " ".join(re.split(r"\s+", element.text or ""))
        element.tail = before + " ".join(re.split(r"\s+", element.tail or ""))
    lines = (line.strip() for line in root.text_content().split("\n"))
    return "\n".join(line for line in lines if line)


def find_charset(page: bytes) -> str | None:
    """Return the encoding that a page declares for itself."""
    charset = _CHARSET.search(page[:_HEAD])
    return charset[1].decode("ascii") if charset else None
