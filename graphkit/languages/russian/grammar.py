"""Dictionary forms of Russian names."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Span

from graphkit.knowledge import Knowledge
from graphkit.languages.russian import lemmas
from graphkit.model import Case, Kind


class RussianGrammar:
    """Russian's ``Grammar``."""

    def __init__(self, nlp: Language) -> None:
        self._nlp = nlp

    def nominative(self, span: Span, kind: Kind | None = None) -> str:
        """Return the dictionary form of a name."""
        return span.text

    def case(self, span: Span) -> Case | None:
        """Return the case of the name's first word that shows one."""
        for token in span:
            if given := token.morph.get("Case", []):
                return Case(given[0])
        return None

    def lemmas(self, text: str) -> tuple[str, ...]:
        """Return the casefolded dictionary forms of a label's words."""
        doc = self._nlp.make_doc(text)
        return tuple(lemmas.candidates(token.text)[0] for token in doc if not token.is_space)

    def candidates(self, word: str) -> tuple[str, ...]:
        """Return all casefolded dictionary forms that a word may have, likeliest first."""
        return lemmas.candidates(word)


def make_grammar(nlp: Language, knowledge: Knowledge) -> RussianGrammar:
    """Return the grammar that reads labels with the pipeline's tokenizer."""
    return RussianGrammar(nlp)
