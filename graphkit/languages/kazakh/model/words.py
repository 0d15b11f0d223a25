"""Word -> what the tagger sees of it: form, shape, affixes, stem with its vector.

Training and recognition share these functions, so that both see the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

# The letters that Kazakh has and Russian lacks, as Russian news writes names with them.
FOLD = str.maketrans("әғқңөұүһіё", "агкноуухие")
SOFTENED = {"б": "п", "г": "к", "ғ": "к"}

OPENING = frozenset("«“„‹<")
CLOSING = frozenset("»”›>")
TOGGLING = frozenset("\"'‘’ʼ″")
DASHES = frozenset("-–—―−‐‑")
OPEN_QUOTE, CLOSE_QUOTE, DASH = "«", "»", "—"

# "Е.", "Қ.-Ж.", and the same grown together with the surname: "Е.Көшербаев".
INITIALS = re.compile(r"(?:\w\.\s?-?){1,3}")
FUSED = re.compile(r"((?:[^\W\d_]\.-?){1,3})([^\W\d_]{2}.*)")
LONGEST_ABBREVIATION = 6

_PLURAL = "лар|лер|дар|дер|тар|тер"
_OWNER = "ым|ім|м|ың|ің|ң|ы|і|сы|сі|мыз|міз|ымыз|іміз|ңыз|ңіз|ыңыз|іңіз"
_CASE = (
    "ның|нің|дың|дің|тың|тің|ға|ге|қа|ке|на|не|а|е|ды|ді|ты|ті|ны|ні|н|да|де|та|те|нда|нде|"
    "дан|ден|тан|тен|нан|нен|мен|бен|пен|дағы|дегі|тағы|тегі|ндағы|ндегі|ша|ше|дікі|нікі|тікі|"
    "сыз|сіз|лы|лі"
)
_LAST = f"мен|бен|пен|дай|дей|тай|тей|мын|мін|сың|сің|мыз|міз|{_PLURAL}"
SUFFIXES = re.compile(
    f"(?:{_PLURAL})?(?:лық|лік|дық|дік|тық|тік)?(?:{_OWNER})?(?:{_CASE})?(?:{_LAST})?"
)
LONGEST_SUFFIX = 10


@dataclass(frozen=True, slots=True)
class Form:
    """A word as the tagger sees it; ``lower`` of «Е.Көшербаев» is the surname alone."""

    text: str
    lower: str
    shape: str
    capital: bool


def normal_words(words: Sequence[str]) -> list[str]:
    """Return words with the punctuation of the training data, one for one.

    >>> normal_words(['"', "Қазақстан", '"', "-", "Қазақстан"])
    ['«', 'Қазақстан', '»', '—', 'Қазақстан']
    """
    return list(_iter_normal(words))


def _iter_normal(words: Sequence[str]) -> Iterator[str]:
    inside = False
    for word in words:
        if word in OPENING or (word in TOGGLING and not inside):
            inside = True
            yield OPEN_QUOTE
        elif word in CLOSING or word in TOGGLING:
            inside = False
            yield CLOSE_QUOTE
        elif word in DASHES:
            yield DASH
        elif len(word) > LONGEST_ABBREVIATION and word.isupper():
            yield word.title()
        else:
            yield word


@lru_cache(maxsize=65536)
def make_form(word: str) -> Form:
    """Return what the tagger sees of one word.

    >>> make_form("Е.Көшербаев")
    Form(text='Е.Көшербаев', lower='көшербаев', shape='X.Xxx', capital=True)
    """
    fused = FUSED.fullmatch(word)
    lower = (fused[2] if fused else word).lower()
    return Form(word, lower, make_shape(word), word[:1].isupper())


def make_shape(word: str) -> str:
    """Return the kinds of characters of a word, runs cut to two.

    >>> make_shape("Нұр-Сұлтан"), make_shape("2026"), make_shape("БАӘ-нің")
    ('Xxx-Xxx', 'dd', 'XX-xx')
    """
    shape = ""
    for letter in word:
        if letter.isupper():
            kind = "X"
        elif letter.islower():
            kind = "x"
        else:
            kind = "d" if letter.isdigit() else letter
        if shape[-2:] != kind * 2:
            shape += kind
    return shape


def find_stem(lower: str, rows: Mapping[str, int]) -> tuple[int | None, str]:
    """Return the row of the longest known stem of a word, and the suffix that remains.

    Stems are looked up as written and as Russian writes them:

    >>> find_stem("тоқаевтың", {"токаев": 7})
    (7, 'тың')
    """
    for end in range(len(lower), max(1, len(lower) - LONGEST_SUFFIX - 1), -1):
        suffix = lower[end:]
        if suffix and not SUFFIXES.fullmatch(suffix):
            continue
        for stem in _spellings(lower[:end], softened=bool(suffix)):
            if stem in rows:
                return rows[stem], suffix
    return None, ""


def _spellings(stem: str, *, softened: bool) -> Iterator[str]:
    yield stem
    yield stem.translate(FOLD)
    if softened and stem[-1] in SOFTENED:
        yield (stem[:-1] + SOFTENED[stem[-1]]).translate(FOLD)
