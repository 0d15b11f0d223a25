"""What the extract stage asks of a language's grammar, whatever the language."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol, runtime_checkable

from spacy.tokens import Span

from graphkit.model import Case, Kind


@lru_cache(maxsize=1 << 14)
def lemmas_of(grammar: Grammar, text: str) -> tuple[str, ...]:
    """Return ``grammar.lemmas(text)``, remembered: each release asks for the same labels."""
    return grammar.lemmas(text)


@runtime_checkable
class Grammar(Protocol):
    """The grammar of one language; ``languages/<language>/grammar.py`` implements it.

    ``until`` are the words between the first and the last day of a stretch ("8 to 10 June").
    """

    until: frozenset[str]

    def __hash__(self) -> int:
        """A language has one grammar, so that what it says can be remembered."""
        ...

    def nominative(self, span: Span, kind: Kind | None = None) -> str:
        """Return the dictionary form of the name in a span, with its capitals.

        ``kind`` says what it names, where that is known; otherwise the span's label
        does, and without one the words themselves.
        """
        ...

    def case(self, span: Span, kind: Kind | None = None) -> Case | None:
        """Return the case that the name in a span stands in, where its form shows one."""
        ...

    def lemmas(self, text: str) -> tuple[str, ...]:
        """Return the casefolded dictionary forms of a label's words, as the pipeline gives them."""
        ...

    def candidates(self, word: str) -> tuple[str, ...]:
        """Return all casefolded dictionary forms that a word may have, likeliest first."""
        ...
