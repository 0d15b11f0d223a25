"""Folded text -> its layout: title and dateline kept apart from the body.

What a release carries around its body, in the order in which it may stand: header lines
(`` date 2026-02-28 TITLE``, ``url: …``, a front matter, a Markdown heading), image
credits, a dateline; and between the paragraphs more credits, rules, tags and the marks
of Markdown.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from graphkit.sources.dateline import find_dateline
from graphkit.sources.header import Header, Stretch, credit_begin, is_credit, read_header

# Left out of a line: tags, Markdown's links and emphasis, the second of two blanks.
_INLINE = re.compile(
    r"(?P<line_end><(?:br|/p|/div|/li|/tr|/h\d)\b[^<>]*>)"
    r"|</?(?:p|b|i|u|a|strong|em|span|div|ul|ol|li|h\d|img|table|tbody|tr|td)\b[^<>]*>"
    r"|!\[[^\]\n]*\]\([^)\n]*\)|\[(?=[^\]\n]+\]\([^)\s]+\))|(?<!\s)\]\([^)\s]+\)|\*\*|(?<= ) +"
)
_LINE_MARK = re.compile(r"(?:#{1,6}|>+) +(?=\S)")
_RULE = re.compile(r"(?:[-=*_~] ?){3,}\Z|#+\Z")
_BULLET = re.compile(r"(?:[-–—•*·]|\d{1,2}[.)]) ")
_SENTENCE_END = re.compile(r"[.!?…:;»\")]\Z")
# Nobody sets a paragraph on a line and keeps it this short; nobody wraps wider.
_WIDEST_WRAP = 120
_NARROWEST_WRAP = 45
# So many lines may stand above the dateline that nothing marks as a title.
_HEADLINES = 4


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the body, and what follows it in the reading: nothing, a blank, a line end."""

    begin: int
    end: int
    after: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a release stand in its folded text, and what its header says."""

    header: Header
    body: tuple[Piece, ...]
    city: Stretch | None = None
    date: str | None = None


def find_layout(text: str, *, titled: bool = False) -> Layout:
    r"""Return the layout of a folded text; ``titled`` says that its first line is its title.

    >>> text = "date 2026-05-14 A title\nPhoto: gov.kz\nLONDON, March 3 — The Speaker spoke."
    >>> layout = find_layout(text)
    >>> [text[piece.begin : piece.end] for piece in layout.body], layout.date
    (['The Speaker spoke.'], '--03-03')
    """
    lines = list(_find_lines(text))
    header = Header()
    if titled:
        first = next(i for i, (begin, end) in enumerate(lines) if begin < end)
        header, lines = Header(title=lines[first]), lines[first + 1 :]
    header, lines = read_header(text, lines, header)
    lines = _keep_body(text, lines, header)
    city, date, lines = _cut_dateline(text, lines)
    return Layout(header, tuple(_cut_pieces(text, lines)), city, date)


def _find_lines(text: str) -> Iterator[Stretch]:
    """Yield the lines without the blanks around them; an empty line is an empty stretch."""
    begin = 0
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        length = len(line.rstrip(" "))
        yield (begin + min(indent, length), begin + length)
        begin += len(line) + 1


def _keep_body(text: str, lines: list[Stretch], header: Header) -> list[Stretch]:
    """Leave out credits, rules, and the title where it is said again above the body."""
    title = None if header.title is None else text[slice(*header.title)].casefold()
    body: list[Stretch] = []
    for begin, end in lines:
        line = text[begin:end]
        if is_credit(line) or _RULE.match(line) or (not any(body) and line.casefold() == title):
            continue
        if mark := _LINE_MARK.match(line):
            begin += mark.end()
        body.append((begin, min(end, begin + credit_begin(text[begin:end]))))
    return body


def _cut_dateline(
    text: str, lines: list[Stretch]
) -> tuple[Stretch | None, str | None, list[Stretch]]:
    for i, (begin, end) in enumerate(lines[:_HEADLINES]):
        found = find_dateline(text[begin:end])
        if found is not None:
            city = (begin + found.city_begin, begin + found.city_end)
            return city, found.date, [*lines[:i], (begin + found.end, end), *lines[i + 1 :]]
        if _SENTENCE_END.search(text, begin, end):
            break  # no headline, so the body has begun
    return None, None, lines


def _cut_pieces(text: str, lines: list[Stretch]) -> Iterator[Piece]:
    width = _wrap_width(text, lines)
    for line, following in pairwise([*lines, (len(text), len(text))]):
        if line[0] < line[1]:
            after = " " if _goes_on(text, line, following, width) else "\n"
            yield from _cut_line(text, *line, after)


def _cut_line(text: str, begin: int, end: int, after: str) -> list[Piece]:
    pieces: list[Piece] = []
    for match in _INLINE.finditer(text, begin, end):
        if begin < match.start():
            pieces.append(Piece(begin, match.start(), "\n" if match["line_end"] else ""))
        begin = match.end()
    if begin < end:
        pieces.append(Piece(begin, end, after))
    elif pieces:
        pieces[-1] = replace(pieces[-1], after=after)
    return pieces


def _wrap_width(text: str, lines: list[Stretch]) -> int:
    """Return the width at which the text is wrapped; 0 if each line is a paragraph."""
    inner = [line for line, after in pairwise(lines) if line[0] < line[1] and after[0] < after[1]]
    lengths = [end - begin for begin, end in inner]
    if len(inner) < 3 or max(lengths) > _WIDEST_WRAP or max(lengths) < _NARROWEST_WRAP:
        return 0
    broken = sum(not _SENTENCE_END.search(text, begin, end) for begin, end in inner)
    full = sum(lengths) > 0.75 * max(lengths) * len(lengths)
    return max(lengths) if full and broken > 0.6 * len(inner) else 0


def _goes_on(text: str, line: Stretch, following: Stretch, width: int) -> bool:
    """Say whether the next line goes on with the sentence of this one."""
    if following[0] >= following[1]:
        return False
    ended = _SENTENCE_END.search(text, *line) is not None
    if width:
        short = line[1] - line[0] < 0.6 * width
        return not (_BULLET.match(text, *following) or (ended and short))
    long = line[1] - line[0] >= _NARROWEST_WRAP
    return long and not ended and text[following[0]].islower()
