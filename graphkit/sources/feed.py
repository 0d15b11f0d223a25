"""A saved feed (RSS, Atom) -> Releases: one an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from graphkit.errors import ReleaseError, SourceError
from graphkit.model import Release, Source
from graphkit.sources.extras import load_extra, say
from graphkit.sources.html import find_text
from graphkit.sources.release import make_release

_SITEMAP = re.compile(rb"<(?:\w+:)?(?:urlset|sitemapindex)[\s>]")
_HEAD = 4096


def read_feed(stream: BinaryIO, name: str) -> Iterator[Release | ReleaseError]:
    """Yield the release of each entry, by its full content where the feed has it.

    :raises SourceError: if it is no feed (a sitemap, other XML), or feedparser is not
        installed.
    """
    feedparser = load_extra("feedparser", name)
    data = stream.read()
    if _SITEMAP.search(data[:_HEAD]):
        raise SourceError(
            f"{name}: a sitemap, which only lists addresses; `graphkit fetch {name} --out FOLDER`"
            " gets the pages"
        )
    try:
        feed = feedparser.parse(data)
    except ValueError as error:
        raise SourceError(f"{name}: not a feed that can be read ({say(error)})") from error
    if not feed.entries:
        raise SourceError(f"{name}: no feed with entries; RSS and Atom feeds are read")
    for number, entry in enumerate(feed.entries, 1):
        try:
            yield _make(entry, feed.feed, Source(name, number))
        except ReleaseError as error:
            yield ReleaseError(f"{name}, entry {number}: {error}")


def _make(entry: Any, feed: Any, source: Source) -> Release:
    contents = [part.value for part in entry.get("content", ()) if part.get("value")]
    text = find_text(max(contents, key=len, default="") or entry.get("summary", ""))
    day = entry.get("published_parsed") or entry.get("updated_parsed")
    return make_release(
        text,
        title=find_text(entry.get("title", "")),
        date=None if day is None else f"{day[0]:04}-{day[1]:02}-{day[2]:02}",
        url=entry.get("link"),
        publisher=None if entry.get("link") else feed.get("title"),
        source=source,
    )
