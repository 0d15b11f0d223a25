"""Dates in a sentence -> ISO 8601, resolved by the day of the release where it is known."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from babel import Locale
from spacy.tokens import Doc, Token

from graphkit.extract.lexicon import Hit, lemmas_of
from graphkit.languages.grammar import Grammar
from graphkit.model import Release

DAY = re.compile(r"^(\d{1,2})(?:[-–](\d{1,2}))?(?:-?(?:го|е|ші|шы|нші|ншы|інші|ыншы|st|nd|rd|th))?$")
YEAR = re.compile(r"^((?:19|20)\d\d)(?:-?\w{1,4})?$")
RELATIVE = {"word/today": 0, "word/same_day": 0, "word/yesterday": -1, "word/tomorrow": 1}


@lru_cache(maxsize=8)
def _months(language: str, grammar: Grammar) -> dict[str, int]:
    """Return the lemmas of the months' names (CLDR through Babel)."""
    found: dict[str, int] = {}
    locale = Locale(language)
    for context in ("format", "stand-alone"):
        for number, name in locale.months[context]["wide"].items():
            for lemma in (name.casefold(), *grammar.lemmas(name)[:1]):
                found.setdefault(lemma, number)
    return found


def reference_day(release: Release) -> dt.date | None:
    """Return the day on which a release was written, by its header or dateline."""
    for text in (release.date, release.dateline_date):
        if text and re.fullmatch(r"\d{4}-\d\d-\d\d", text):
            return dt.date.fromisoformat(text)
    return None


def find_date(
    release: Release, doc: Doc, start: int, end: int, hits: list[Hit], grammar: Grammar
) -> str | None:
    """Return the first date between two tokens: ``YYYY-MM-DD``, ``YYYY-MM`` or ``--MM-DD``.

    A date without a year takes the year of the release where that is known.
    """
    months = _months(release.language, grammar)
    day_written = reference_day(release)
    for i in range(start, end):
        month = next((months[m] for m in (doc[i].lower_, *lemmas_of(doc[i])) if m in months), None)
        if month is None or (doc[i].text[:1].islower() and release.language == "en"):
            continue
        day = _number(doc, i - 1, start, end) or _number(doc, i + 1, start, end)
        year = _year(doc, i, start, end) or (day_written.year if day_written else None)
        if day is None:
            if _year(doc, i, start, end):
                return f"{year}-{month:02}"
            continue
        return f"{year}-{month:02}-{day:02}" if year else f"--{month:02}-{day:02}"
    return _relative(day_written, start, end, hits)


def _number(doc: Doc, i: int, start: int, end: int) -> int | None:
    if not start <= i < end:
        return None
    found = DAY.match(doc[i].text)
    if found is None and i + 2 < end and doc[i].text.isdigit():
        return None
    if found and 1 <= int(found[1]) <= 31:
        before = doc[i - 2] if i - 2 >= start and doc[i - 1].text in "-–—" else None
        if before is not None and before.text.isdigit() and 1 <= int(before.text) <= 31:
            return int(before.text)
        return int(found[1])
    return None


def _year(doc: Doc, i: int, start: int, end: int) -> int | None:
    for j in (i + 1, i + 2, i + 3, i - 2, i - 3):
        if start <= j < end and (found := YEAR.match(_text(doc[j]))):
            return int(found[1])
    return None


def _text(token: Token) -> str:
    return token.text.rstrip(".,")


def _relative(day: dt.date | None, start: int, end: int, hits: list[Hit]) -> str | None:
    if day is None:
        return None
    for hit in hits:
        if start <= hit.start < end:
            for sense in hit.senses:
                if sense.concept.id in RELATIVE:
                    return (day + dt.timedelta(days=RELATIVE[sense.concept.id])).isoformat()
    return None
