"""Pairs of countries joined by a dash: two words to look up, where a double surname is one.

«Қазақстан-Ұлыбритания», "British-Kazakh", «казахстанско-корейский»; a pair is split only
when both halves are known, so that «Вамоши-Надь» and "Whitmore-Hale" stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from graphkit.knowledge import NAMES, Knowledge, Scheme, Use

PAIR = re.compile(r"^(\w{2,})([-–—])(\w{2,})$")
USES = (*NAMES, Use.HIDDEN, Use.ADJECTIVE, Use.INHABITANT)

BLANKS = re.compile(r"(\s+)")
MAX_REMEMBERED = 1 << 18

IsKnown = Callable[[str], bool]


def place_words(knowledge: Knowledge, language: str) -> frozenset[str]:
    """Return the casefolded one-word labels of countries, regions and cities in a language."""
    return frozenset(
        name.casefold()
        for concept in knowledge.scheme(Scheme.COUNTRY, Scheme.REGION, Scheme.CITY)
        for name in concept.names(language, *USES)
        if name.replace("-", "").isalpha()
    )


class PairTokenizer:
    """A spaCy tokenizer that also takes known pairs apart: half, dash, half.

    It remembers how each piece between blanks is cut. spaCy's own memory holds 10,000 pieces,
    which the labels fill, and takes none behind the first abbreviation of a text: nine tenths
    of the time went into cutting the same words again.
    """

    def __init__(self, tokenizer: Tokenizer, is_known: IsKnown) -> None:
        self.tokenizer = tokenizer
        self._is_known = is_known
        self._cut = lru_cache(maxsize=MAX_REMEMBERED)(self._cut_once)
        spaced = [rule for rule in tokenizer.rules or () if len(rule.split()) > 1]
        # Abbreviations of several words («и т.д.») are for spaCy to find.
        self._spaced = re.compile("|".join(map(re.escape, spaced))) if spaced else None

    def __call__(self, text: str) -> Doc:
        if self._spaced is not None and self._spaced.search(text):
            return self._cut_whole(text)
        words: list[str] = []
        spaces: list[bool] = []
        for at, piece in enumerate(BLANKS.split(text)):
            if at % 2 == 0:
                parts = self._cut(piece) if piece else ()
            elif piece[0] == " " and words:  # the first blank is the word's before it
                spaces[-1] = True
                parts = (piece[1:],) if len(piece) > 1 else ()
            else:
                parts = (piece,)
            words.extend(parts)
            spaces.extend([False] * len(parts))
        return Doc(self.tokenizer.vocab, words=words, spaces=spaces)

    def _cut_whole(self, text: str) -> Doc:
        """Cut a text as one."""
        doc: Doc = self.tokenizer(text)
        words: list[str] = []
        spaces: list[bool] = []
        for token in doc:
            parts = self._split(token.text)
            words.extend(parts)
            spaces.extend([False] * (len(parts) - 1) + [bool(token.whitespace_)])
        return Doc(doc.vocab, words=words, spaces=spaces)

    def _cut_once(self, piece: str) -> tuple[str, ...]:
        return tuple(part for token in self.tokenizer(piece) for part in self._split(token.text))

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterable[Doc]:
        """Yield the Docs of texts, as spaCy's tokenizer does."""
        return map(self, texts)

    def _split(self, word: str) -> tuple[str, ...]:
        match = PAIR.match(word)
        if match is None or not (self._is_known(match[1]) and self._is_known(match[3])):
            return (word,)
        if self._is_known(word):
            return (word,)  # «Санкт-Петербург» is one place
        return match.groups()
