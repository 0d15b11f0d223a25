"""Text as given -> text for reading, with the way back.

Releases are typed and pasted by hand: look-alike Latin letters stand in Cyrillic words
(«CІМ»), soft hyphens and invisible marks in the middle of names, and one quotation is
opened by „ and closed by ". ``fold_text`` clears this away for the stages that read,
and says for each character left where it stands in the text as given.

The work is in two passes: the first one changes lengths and touches only rare places;
the second one replaces characters one for one, so its offsets need no care.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from html import unescape
from itertools import chain

from graphkit.sources.lookalikes import fold_lookalikes

Edit = tuple[int, int, str]

_INVISIBLE = (
    "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb"
)
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f\x80-\x84\x86-\x9f"
_MARKS = "\u0300-\u034e\u0350-\u036f\u0483-\u0487\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff"

# What changes the length: an entity that was left in; a character with its combining
# marks, or Hangul jamo (NFC); a line end of two characters; characters nobody sees; two
# characters typed for one quotation mark. The first pattern is one character class, the
# only form that the regular expressions of Python find at speed.
_RARE = re.compile(rf"[&\r\u1100-\u11ff{_INVISIBLE}{_CONTROLS}{_MARKS}]")
_GONE = re.compile(rf"\r(?=\n)|[{_INVISIBLE}{_CONTROLS}]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#x[0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")
_MARKED = re.compile(rf"[^{_MARKS}\r\n]?[{_MARKS}]+|[\u1100-\u11ff]+")
_QUOTES = {"''": '"', ",,": "„", "<<": "«", ">>": "»"}
_QUOTE = re.compile(r"''|,,(?=\w)|<<|>>")
# Stress marks, as reference works print them, are no part of a Cyrillic word.
_STRESS = re.compile("(?<=[\u0400-\u04ff])[\u0300\u0301]")

_ALIKE = {
    **dict.fromkeys("\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007", " "),
    **dict.fromkeys("\u2008\u2009\u200a\u202f\u205f\u3000", " "),
    **dict.fromkeys("\r\v\f\x85\u2028\u2029", "\n"),
    **dict.fromkeys("\u2010\u2011\u2043\u2212\ufe63\uff0d", "-"),
    # One-character compatibility forms that NFC itself replaces.
    "\u212a": "K",
    "\u212b": "Å",
    "\u2126": "Ω",
}
# A class of rare characters first, what stands around them second: see _RARE.
_ALIKE_CHAR = re.compile("[" + "".join(_ALIKE) + "]")
_APOSTROPHE = re.compile(r"[‘’ʻʼʹˈ´`′＇](?<=[^\W\d_].)(?=[^\W\d_])")
# Speech in single marks ends with a comma, full stop or the like: ‘We agree,’ she said.
_SINGLE = re.compile(
    r"""(?<![^\s(\[])['‘](?=\w)((?:[^'‘’"“”«»\n]|(?<=\w)'(?=\w)){3,}[,.?!…])['’](?=[\s,.;)]|$)"""
)
_MARK = re.compile('["“”„‟″〝〞＂]')
_BEFORE_OPENING = frozenset(" \n([{<-–—―/«“„\"'‘")
_AFTER_CLOSING = frozenset(" \n)]}>-–—―/»”\"'’.,;:!?…")
_OPENERS = frozenset("„‟〝")
_DASHES = frozenset("-–—―/")


def fold_text(text: str) -> tuple[str, tuple[int, ...]]:
    r"""Return ``text`` as the later stages read it, and where each character of it stands.

    The offsets have one more item than the reading, for its end; they never fall.
    Quotation marks become « and » where opening and closing can be told apart, and
    stay ``"`` where not. A text that is folded already comes back unchanged.

    >>> reading, offsets = fold_text('Қазақстан C\u0406М бас\u00adшысы: "Иә"')
    >>> reading
    'Қазақстан СІМ басшысы: «Иә»'
    >>> offsets[reading.index("шысы")]
    18
    """
    edits = _rare_edits(text)
    if edits:
        text, offsets = _apply(text, edits)
    else:
        offsets = tuple(range(len(text) + 1))
    return _fold_alike(text), offsets


def _fold_alike(text: str) -> str:
    """Replace characters one for one."""
    text = _ALIKE_CHAR.sub(lambda match: _ALIKE[match[0]], text)
    text = _APOSTROPHE.sub("'", text)
    text = fold_lookalikes(text)
    text = _SINGLE.sub(r'"\g<1>"', text)
    return _MARK.sub(_fold_mark, text)


def _fold_mark(match: re.Match[str]) -> str:
    """Decide by its neighbours, then by its own shape, whether a mark opens or closes."""
    text, at = match.string, match.start()
    before = text[at - 1] if at else "\n"
    after = text[at + 1] if at + 1 < len(text) else "\n"
    may_open = before in _BEFORE_OPENING and not after.isspace() and after not in ".,;:!?)"
    may_close = not before.isspace() and after in _AFTER_CLOSING
    if may_open and may_close:
        # Between dash and quotation mark both hold: `-"` goes with the word beside it.
        may_open, may_close = after.isalnum(), before.isalnum() or before in ".!?…"
    if may_open != may_close:
        return "«" if may_open else "»"
    if match[0] in _OPENERS:
        return "«"
    return '"'


def _rare_edits(text: str) -> list[Edit]:
    edits = list(_find_edits(text)) if _RARE.search(text) else []
    if any(quote in text for quote in _QUOTES):
        edits += [
            (match.start(), match.end(), _QUOTES[match[0]]) for match in _QUOTE.finditer(text)
        ]
        edits.sort()
    return edits


def _find_edits(text: str) -> Iterator[Edit]:
    done = 0
    for hit in _RARE.finditer(text):
        at = hit.start()
        if at < done:
            continue
        if gone := _GONE.match(text, at):
            done, new = gone.end(), ""
        elif entity := _ENTITY.match(text, at):
            done, new = entity.end(), _entity(entity[0])
        elif marked := _MARKED.match(text, at - 1 if at > done and _is_mark(hit[0]) else at):
            at, done = marked.span()
            new = _compose(marked[0])
        else:
            continue
        if new != text[at:done]:
            yield at, done, new


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Me")


def _compose(marked: str) -> str:
    """Join a letter and its marks (NFC); marks on nothing are left out."""
    composed = unicodedata.normalize("NFC", marked)
    while (bare := _STRESS.sub("", composed)) != composed:
        composed = unicodedata.normalize("NFC", bare)  # what stood behind may join the letter now
    return "" if _is_mark(composed[0]) else composed


def _entity(found: str) -> str:
    """Return the character an entity names, or the entity itself if it is none."""
    char = unescape(found)
    if len(char) != 1 or (char.isspace() and char in "\r\n\v\f"):
        return found
    return "" if _GONE.fullmatch(char) or _is_mark(char) else char


def _apply(text: str, edits: list[Edit]) -> tuple[str, tuple[int, ...]]:
    pieces: list[str] = []
    places: list[range | tuple[int, ...]] = []
    at = 0
    for begin, end, new in edits:
        pieces.append(text[at:begin])
        places.append(range(at, begin))
        pieces.append(new)
        places.append(tuple(min(begin + i, end - 1) for i in range(len(new))))
        at = end
    pieces.append(text[at:])
    places.append(range(at, len(text) + 1))
    return "".join(pieces), tuple(chain.from_iterable(places))
