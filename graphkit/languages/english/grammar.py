"""Dictionary forms of English names: the possessive goes, the rest stays."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Span

from graphkit.knowledge import Knowledge
from graphkit.languages.capitals import lower_capitals
from graphkit.languages.english import lemmas
from graphkit.languages.english.morphology import BARE_MARKS, MARKS
from graphkit.languages.kinds import find_kind
from graphkit.model import Case, Kind


class EnglishGrammar:
    """English's ``Grammar``."""

    until = frozenset({"to"})

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def nominative(self, span: Span, kind: Kind | None = None) -> str:
        """Return the name without an article before and a possessive behind it.

        A person's words in capitals are lowered ("ABE Shinzo").
        """
        words = [token for token in span if not token.is_space]
        while len(words) > 1 and words[-1].text in MARKS | BARE_MARKS:
            words.pop()
        if len(words) > 1 and words[0].text == "the":
            words.pop(0)
        name = " ".join("".join(token.text_with_ws for token in words).split())
        for mark in sorted(MARKS):  # where the tokenizer has left it on the word
            name = name.removesuffix(mark)
        if find_kind(span, kind) is Kind.PERSON:
            name = " ".join(map(lower_capitals, name.split()))
        return name

    def lemmas(self, text: str) -> tuple[str, ...]:
        """Return the casefolded dictionary forms of a label's words."""
        doc = self._nlp.make_doc(text)
        return tuple(lemmas.candidates(token.text)[0] for token in doc if not token.is_space)

    def candidates(self, word: str) -> tuple[str, ...]:
        """Return all casefolded dictionary forms that a word may have, likeliest first."""
        return lemmas.candidates(word)

    def case(self, span: Span, kind: Kind | None = None) -> Case | None:
        """Return the genitive where a possessive mark follows or ends the name."""
        last = span[-1]
        mark = last if last.text in MARKS | BARE_MARKS else None
        owner = last.nbor(-1) if mark is not None and last.i else last
        return Case.GEN if "Gen" in owner.morph.get("Case", []) else None


def make_grammar(nlp: Language, knowledge: Knowledge) -> EnglishGrammar:
    """Return the grammar that reads labels with the pipeline's tokenizer."""
    return EnglishGrammar(nlp)
