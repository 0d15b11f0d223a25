"""Dates in a sentence -> ISO 8601, resolved by the day of the release where it is known."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache

from babel import Locale

from graphkit.extract.lexicon import Hit
from graphkit.languages.document import Document, Token
from graphkit.languages.grammar import Grammar
from graphkit.model import Release

Lemmas = Callable[[str], tuple[str, ...]]
DAY = re.compile(
    r"^(\d{1,2})(?:[-–](\d{1,2}))?(?:-?(?:го|е|ші|шы|нші|ншы|інші|ыншы|st|nd|rd|th))?$"
)
DASHES = frozenset("-–—")
YEAR = re.compile(r"^((?:19|20)\d\d)(?:-?\w{1,4})?$")
# Days that are counted from the day of writing, and from the day of what was told before.
DEICTIC = {"word/today": 0, "word/yesterday": -1, "word/tomorrow": 1}
NARRATIVE = {"word/same_day": 0, "word/day_before": -1, "word/day_after": 1}


@lru_cache(maxsize=8)
def _months(language: str, lemmas: Lemmas) -> dict[str, int]:
    """Return the lemmas of the months' names (CLDR through Babel)."""
    found: dict[str, int] = {}
    locale = Locale(language)
    for context in ("format", "stand-alone"):
        for number, name in locale.months[context]["wide"].items():
            for lemma in (name.casefold(), *lemmas(name)[:1]):
                found.setdefault(lemma, number)
    return found


def reference_day(release: Release) -> dt.date | None:
    """Return the day on which a release was written, by its header or dateline."""
    for text in (release.date, release.dateline_date):
        if text and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return dt.date.fromisoformat(text)
    return None


def find_date(
    release: Release,
    doc: Document,
    start: int,
    end: int,
    hits: list[Hit],
    grammar: Grammar,
    previous: str | None = None,
) -> str | None:
    """Return the first date between two tokens: ``YYYY-MM-DD``, ``YYYY-MM`` or ``--MM-DD``.

    A date without a year takes the year of the release where that is known. ``previous`` is
    the date of what was told before, from which "the next day" is counted.
    """
    months = _months(release.language, grammar.lemmas)
    day_written = reference_day(release)
    for i in range(start, end):
        month = next((months[m] for m in (doc[i].lower_, doc[i].key) if m in months), None)
        if month is None or (doc[i].text[:1].islower() and release.language == "en"):
            continue
        until = grammar.until
        day = _number(doc, i - 1, start, end, until) or _number(doc, i + 1, start, end, until)
        year = _year(doc, i, start, end) or _year_of(day_written, previous)
        if day is None:
            if _year(doc, i, start, end):
                return f"{year}-{month:02}"
            continue
        return f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"
    return _relative(release, previous, start, end, hits) or _weekday(
        release, doc, start, end, grammar
    )


def _year_of(written: dt.date | None, previous: str | None) -> int | None:
    """Return the year that a date without one belongs to, by the release or by what was told."""
    if written is not None:
        return written.year
    return int(previous[:4]) if previous and previous[:4].isdigit() else None


def _number(doc: Document, i: int, start: int, end: int, until: frozenset[str]) -> int | None:
    if not start <= i < end:
        return None
    found = DAY.match(doc[i].text)
    if found is None and i + 2 < end and doc[i].text.isdigit():
        return None
    if found and 1 <= int(found[1]) <= 31:
        # "25-26 мая", «с 21 по 23 сентября», "from 21 to 23 September"
        joined = i - 2 >= start and (doc[i - 1].text in DASHES or doc[i - 1].lower_ in until)
        before = doc[i - 2] if joined else None
        if before is not None and before.text.isdigit() and 1 <= int(before.text) <= 31:
            return int(before.text)
        return int(found[1])
    return None


def _year(doc: Document, i: int, start: int, end: int) -> int | None:
    for j in (i + 1, i + 2, i + 3, i - 2, i - 3):
        if start <= j < end and (found := YEAR.match(_text(doc[j]))):
            return int(found[1])
    return None


def _text(token: Token) -> str:
    return token.text.rstrip(".,")


def _relative(
    release: Release, previous: str | None, start: int, end: int, hits: list[Hit]
) -> str | None:
    """Return the day that «вчера» or «накануне» means; a date without a year stays without."""
    written = release.date or release.dateline_date
    for hit in hits:
        if not (start <= hit.start and hit.end <= end):
            continue
        for sense in hit.senses:
            if sense.concept.id in DEICTIC:
                return _shift(written, DEICTIC[sense.concept.id])
            if sense.concept.id in NARRATIVE:
                return _shift(previous or written, NARRATIVE[sense.concept.id])
    return None


def _shift(date: str | None, days: int) -> str | None:
    """Return a date some days off.

    >>> _shift("2026-03-01", -1), _shift("--05-25", -1), _shift("--03-01", -1)
    ('2026-02-28', '--05-24', None)
    """
    if date is None or (days and len(date) < len("--MM-DD")):
        return None
    if not days:
        return date
    if date.startswith("--"):
        month, day = int(date[2:4]), int(date[5:7])
        # Whether February has a day more is not known without the year.
        return f"--{month:02}-{day + days:02}" if 1 <= day + days <= 28 else None
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return None
    return (dt.date.fromisoformat(date) + dt.timedelta(days=days)).isoformat()


@lru_cache(maxsize=8)
def _weekdays(language: str, lemmas: Lemmas) -> dict[str, int]:
    """Return the names of the days of the week and their lemmas (CLDR through Babel)."""
    found: dict[str, int] = {}
    for number, name in Locale(language).days["stand-alone"]["wide"].items():
        for lemma in (name.casefold(), *lemmas(name)[:1]):
            found.setdefault(lemma, number)
    return found


def _weekday(release: Release, doc: Document, start: int, end: int, grammar: Grammar) -> str | None:
    """Return the last such day of the week before the release was written, or that day itself."""
    written = reference_day(release)
    if written is None:
        return None
    days = _weekdays(release.language, grammar.lemmas)
    for token in doc[start:end]:
        number = next((days[m] for m in (token.lower_, token.key) if m in days), None)
        if number is not None:
            back = (written.weekday() - number) % 7
            return (written - dt.timedelta(days=back)).isoformat()
    return None
