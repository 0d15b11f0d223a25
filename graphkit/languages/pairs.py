"""Pairs of countries joined by a dash: two words to look up, where a double surname is one.

«Қазақстан-Ұлыбритания», "British-Kazakh", «казахстанско-корейский»; a pair is split only
when both halves are known, so that «Вамоши-Надь» and "Whitmore-Hale" stay whole.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc

from graphkit.knowledge import NAMES, Knowledge, Scheme, Use

PAIR = re.compile(r"^(\w{2,})([-–—])(\w{2,})$")
USES = (*NAMES, Use.HIDDEN, Use.ADJECTIVE, Use.INHABITANT)

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
    """A spaCy tokenizer that also takes known pairs apart: half, dash, half."""

    def __init__(self, tokenizer: Tokenizer, is_known: IsKnown) -> None:
        self.tokenizer = tokenizer
        self._is_known = is_known
        self._seen: dict[str, tuple[str, ...]] = {}

    def __call__(self, text: str) -> Doc:
        doc: Doc = self.tokenizer(text)
        split = [self._split(token.text) for token in doc]
        if all(len(parts) == 1 for parts in split):
            return doc
        words: list[str] = []
        spaces: list[bool] = []
        for token, parts in zip(doc, split, strict=True):
            words.extend(parts)
            spaces.extend([False] * (len(parts) - 1) + [bool(token.whitespace_)])
        return Doc(doc.vocab, words=words, spaces=spaces)

    def pipe(self, texts: Iterable[str], batch_size: int = 1000) -> Iterable[Doc]:
        """Yield the Docs of texts, as spaCy's tokenizer does."""
        return map(self, texts)

    def _split(self, word: str) -> tuple[str, ...]:
        parts = self._seen.get(word)
        if parts is None:
            parts = (word,)
            match = PAIR.match(word)
            halves = match is not None and self._is_known(match[1]) and self._is_known(match[3])
            if match is not None and halves and not self._is_known(word):
                parts = match.groups()  # but «Санкт-Петербург» is one place
            self._seen[word] = parts
        return parts
