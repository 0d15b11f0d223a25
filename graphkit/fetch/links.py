"""A sitemap, a feed, a list of addresses or a page -> the addresses in it."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import urljoin

import feedparser
from lxml import etree, html

from graphkit.errors import ReleaseError

_FEEDS: Final = ("application/rss+xml", "application/atom+xml")
_GZIP: Final = b"\x1f\x8b"


@dataclass(frozen=True, slots=True)
class Link:
    """An address, the day on which its page was last changed, and whether it is a list itself."""

    url: str
    day: str = ""
    is_list: bool = False


def find_links(data: bytes, base: str, name: str = "") -> list[Link] | None:
    """Return the links of a sitemap, sitemap index, RSS or Atom feed; None if it is none.

    ``base`` is the address it is from, "" for a file; ``name`` what errors call it.

    :raises ReleaseError: if it is XML that breaks off before its first link.
    """
    try:
        parser = etree.XMLParser(
            recover=True, resolve_entities=False, no_network=True, huge_tree=False
        )
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReleaseError(f"{name or base}: cannot be read as XML ({error.msg})") from error
    if root is None:
        raise ReleaseError(f"{name or base}: cannot be read as XML")
    name = etree.QName(root).localname
    if name in ("urlset", "sitemapindex"):
        return list(_find_in_sitemap(root, base))
    if name in ("rss", "feed", "RDF"):
        return list(_find_in_feed(data, base))
    return None


def find_feeds(page: bytes, base: str) -> list[Link]:
    """Return the feeds that a page names in its head."""
    try:
        root = html.fromstring(page)
    except (etree.ParserError, ValueError):
        return []
    return [
        Link(_join(base, link.get("href", "")), is_list=True)
        for link in root.iter("link")
        if link.get("type", "").lower() in _FEEDS and link.get("href")
    ]


def find_in_list(text: str) -> list[Link]:
    """Return the addresses of a text with one a line; ``#`` begins a remark.

    >>> find_in_list("https://a.example/1\\n# old\\n\\n")
    [Link(url='https://a.example/1', day='', is_list=False)]
    """
    lines = (line.strip() for line in text.splitlines())
    return [Link(line) for line in lines if line and not line.startswith("#")]


def unpack(data: bytes, largest: int, base: str) -> bytes:
    """Return a file, unpacked where it is gzip, as sitemaps often are.

    :raises ReleaseError: if it cannot be unpacked, or is larger than ``largest``.
    """
    if not data.startswith(_GZIP):
        return data
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            found = stream.read(largest + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise ReleaseError(f"{base}: cannot be unpacked; was it cut off?") from error
    if len(found) > largest:
        raise ReleaseError(f"{base}: is larger than {largest / 2**20:g} MiB unpacked")
    return found


def _find_in_sitemap(root: etree._Element, base: str) -> Iterator[Link]:
    for one in root.iter("{*}url", "{*}sitemap"):
        place = (one.findtext("{*}loc") or "").strip()
        if place:
            day = (one.findtext("{*}lastmod") or "").strip()[:10]
            is_list = etree.QName(one).localname == "sitemap"
            yield Link(_join(base, place), day, is_list)


def _find_in_feed(data: bytes, base: str) -> Iterator[Link]:
    for entry in feedparser.parse(data).entries:
        day = entry.get("published_parsed") or entry.get("updated_parsed")
        if entry.get("link"):
            told = "" if day is None else f"{day[0]:04}-{day[1]:02}-{day[2]:02}"
            yield Link(_join(base, entry["link"]), told)


def _join(base: str, place: str) -> str:
    """Return a full address; one that is none as it stands, for the error that names it.

    >>> _join("https://a.example/news/", "1"), _join("https://a.example/", "http://[x/1")
    ('https://a.example/news/1', 'http://[x/1')
    """
    try:
        return urljoin(base, place)
    except ValueError:
        return place
