"""Text -> Release."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import replace
from itertools import chain

from graphkit.errors import ReleaseError
from graphkit.model import Release, Source
from graphkit.sources.dates import normal_date
from graphkit.sources.detect import detect_language
from graphkit.sources.header import find_domain
from graphkit.sources.plain import Layout, Piece, find_layout
from graphkit.sources.text import fold_text
from graphkit.tongues import TONGUES

_BY_CODE = {code: tag for tag, tongue in TONGUES.items() for code in (tongue.iso, *tongue.codes)}
_SURROGATE = re.compile("[\ud800-\udfff]")
_TITLE_GAP = "\n\n"
_NOWHERE = Source("-")


def make_release(
    text: str,
    *,
    title: str | None = None,
    date: str | None = None,
    language: str | None = None,
    url: str | None = None,
    publisher: str | None = None,
    source: Source = _NOWHERE,
) -> Release:
    r"""Return the release that ``text`` is, with header, credits and dateline kept apart.

    What is given as an argument outweighs what the text's own header says. A ``title``
    that the text does not begin with is set above it, with an empty line between, and
    the release's ``text`` is then the two together, so that the title has offsets too.
    Without a language, it is told from the text.

    >>> release = make_release("АСТАНА. 12 наурыз. - Депутаттар кездесу өткізді.", title="Кездесу")
    >>> release.reading
    'Кездесу\nДепутаттар кездесу өткізді.'
    >>> release.language, release.dateline, release.dateline_date
    ('kk', 'АСТАНА', '--03-12')

    :raises ReleaseError: if there is no text, or its language is not read.
    """
    text = _SURROGATE.sub("\ufffd", text)
    text, folded, offsets, layout = _lay_out(text, " ".join((title or "").split()))
    if not layout.body:
        raise ReleaseError("the release has no text; was it saved before the page had loaded?")
    header = layout.header
    title_end = 0 if header.title is None else header.title[1] - header.title[0]
    reading, places = _join(folded, offsets, layout)
    city, city_end = (0, 0) if layout.city is None else (offsets[i] for i in layout.city)
    return Release(
        id=_make_id(text),
        text=text,
        reading=reading,
        offsets=places,
        source=source,
        language=_choose_language(language or header.language, reading),
        title=reading[:title_end] or None,
        title_end=title_end,
        date=normal_date(date) or header.date,
        publisher=publisher or header.publisher or find_domain(url or header.url or ""),
        url=url or header.url,
        dateline=folded[slice(*layout.city)] if layout.city else None,
        dateline_begin=city,
        dateline_end=city_end,
        dateline_date=layout.date,
    )


def _lay_out(text: str, title: str) -> tuple[str, str, tuple[int, ...], Layout]:
    """Return the text with its title above it, its folded form, the offsets, the layout."""
    folded, offsets = fold_text(text)
    layout = find_layout(folded)
    if not title:
        return text, folded, offsets, layout
    wanted = fold_text(title)[0].casefold()
    own = layout.header.title
    if own is not None and folded[slice(*own)].casefold() == wanted:
        return text, folded, offsets, layout
    first = folded.lstrip().partition("\n")[0].rstrip()
    if first.casefold() != wanted:
        text = title + _TITLE_GAP + text
        folded, offsets = fold_text(text)
    return text, folded, offsets, find_layout(folded, titled=True)


def _join(folded: str, offsets: tuple[int, ...], layout: Layout) -> tuple[str, tuple[int, ...]]:
    """Return title and body as one reading, and where each character of it stands."""
    pieces = list(layout.body)
    if layout.header.title is not None:
        pieces.insert(0, Piece(*layout.header.title, "\n"))
    pieces[-1] = replace(pieces[-1], after="")
    reading: list[str] = []
    places: list[tuple[int, ...]] = []
    for piece in pieces:
        reading += (folded[piece.begin : piece.end], piece.after)
        places.append(offsets[piece.begin : piece.end + len(piece.after)])
    places.append((offsets[pieces[-1].end],))
    return "".join(reading), tuple(chain.from_iterable(places))


def _make_id(text: str) -> str:
    """Return a digest of the text: the same for the same text, wherever it was found."""
    return hashlib.sha256(unicodedata.normalize("NFC", text).encode()).hexdigest()[:16]


def _choose_language(given: str | None, reading: str) -> str:
    if not given:
        return detect_language(reading)
    language = given.strip().lower().replace("_", "-").partition("-")[0]
    language = _BY_CODE.get(language, language)
    if language not in TONGUES:
        known = ", ".join(TONGUES)
        raise ReleaseError(f"its language is given as {given!r}; languages are: {known}")
    return language
