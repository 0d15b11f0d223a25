"""The lines around a release that are no part of its body: header, credits, headings."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from graphkit.sources.dates import DATE, normal_date

Stretch = tuple[int, int]

_DATE_LINE = re.compile(
    rf"(?i:date|күні|дата)[ :]+[\"']?(?P<date>{DATE})[\"']?(?:[T ][\d:.+Z-]*\d\w*)?[ :|—–-]*"
)
_KEY_LINE = re.compile(
    r"(?P<key>title|date|url|link|lang|language|publisher|site|sitename) ?: *(?P<value>\S.*)",
    re.IGNORECASE,
)
_FENCE = "---"
_HEADING = re.compile(r"#{1,6} +(?=\S)")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})\Z")
# Longer than any title: the first paragraph of a text, whose title was left empty.
_LONGEST_TITLE = 300

_CREDIT = re.compile(
    r"[*_(\[]{0,3}(?:(?:бас |басты |главное |cover |file )?(?:сурет(?:тер)?|суретте|"
    r"фото(?:графия|лар|сурет)?|photos?|image|picture|иллюстрация|коллаж|инфографика|скриншот|"
    r"видео|video)(?: (?:авторы|автора|автор|credit|courtesy|by|көзі))? ?[:©|]|photo by |©)"
    r" *\S.{0,160}\Z",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"(?:источник|дереккөз[іи]?|source) ?: *\S.{0,100}\Z", re.IGNORECASE)
_CREDIT_AT_END = re.compile(r"(?<=[.!?»]) +(?:Сурет|Фото|Photo): ?[^.!?]{2,50}(?:\.\w+)*\.?\Z")
_DOMAIN = re.compile(r"(?<![@\w.-])(?:[a-z0-9-]+\.)+[a-z]{2,6}(?![\w.-]*@)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Header:
    """What the lines above the body say of the release."""

    title: Stretch | None = None
    date: str | None = None
    url: str | None = None
    language: str | None = None
    publisher: str | None = None


def read_header(text: str, lines: list[Stretch], header: Header) -> tuple[Header, list[Stretch]]:
    """Return what the header lines say, and the lines after them.

    >>> line = "date 2026-02-28 A title"
    >>> read_header(line, [(0, len(line))], Header())
    (Header(title=(16, 23), date='2026-02-28', url=None, language=None, publisher=None), [])
    """
    at = 0
    fenced = False
    while at < len(lines):
        begin, end = lines[at]
        line = text[begin:end]
        if line == _FENCE and (fenced or (at == 0 and _closes(text, lines))):
            fenced = not fenced
        elif found := _read_line(line, begin, header):
            header = found
        elif is_credit(line):
            header = _credited(line, header)
        elif line and not fenced:
            break
        at += 1
    return _read_title(text, lines[at:], header)


def is_credit(line: str) -> bool:
    """Say whether a line only credits an image or names a source.

    >>> is_credit("Сурет: gov.kz"), is_credit("Фото автора. Министр прибыл в Астану.")
    (True, False)
    """
    return _CREDIT.match(line) is not None or _SOURCE.match(line) is not None


def credit_begin(line: str) -> int:
    """Return where a credit at the end of a line begins; the line's end if there is none."""
    match = _CREDIT_AT_END.search(line)
    return len(line) if match is None else match.start()


def find_domain(text: str) -> str | None:
    """Return the last domain that a credit or a URL names, without ``www``.

    >>> find_domain("Сурет: gov.kz"), find_domain("Фото: МИД РК")
    ('gov.kz', None)
    """
    domains = _DOMAIN.findall(text)
    return domains[-1].lower().removeprefix("www.") if domains else None


def _closes(text: str, lines: list[Stretch]) -> bool:
    return any(text[begin:end] == _FENCE for begin, end in lines[1:30])


def _read_line(line: str, begin: int, header: Header) -> Header | None:
    if match := _DATE_LINE.match(line):
        date = normal_date(match["date"])
        if date is not None:
            title = (begin + match.end(), begin + len(line)) if match.end() < len(line) else None
            return replace(header, date=header.date or date, title=header.title or title)
    match = _KEY_LINE.match(line)
    if match is None:
        return None
    key = match["key"].lower()
    if key == "title":
        title_begin, title_end = match.span("value")
        if line[title_begin] in "\"'" and line[title_end - 1] in "\"'":
            title_begin, title_end = title_begin + 1, title_end - 1
        return replace(header, title=header.title or (begin + title_begin, begin + title_end))
    value = match["value"].strip("\"' ")
    match key:
        case "date":
            return replace(header, date=header.date or normal_date(value))
        case "url" | "link":
            return replace(header, url=value)
        case "lang" | "language":
            return replace(header, language=value)
        case _:
            return replace(header, publisher=value)


def _credited(line: str, header: Header) -> Header:
    return replace(header, publisher=header.publisher or find_domain(line))


def _read_title(text: str, lines: list[Stretch], header: Header) -> tuple[Header, list[Stretch]]:
    """Take a Markdown heading, or the line below a header that only has a date."""
    if header.title is not None or not lines:
        return header, lines
    begin, end = lines[0]
    heading = _HEADING.match(text[begin:end])
    below = text[slice(*lines[1])] if len(lines) > 1 else ""
    if heading is not None:
        return replace(header, title=(begin + heading.end(), end)), lines[1:]
    if _UNDERLINE.match(below):
        return replace(header, title=(begin, end)), lines[2:]
    alone = header.date is not None and len(lines) > 1 and end - begin < _LONGEST_TITLE
    if alone and text[end - 1] not in ".!?:;":
        return replace(header, title=(begin, end)), lines[1:]
    return header, lines
