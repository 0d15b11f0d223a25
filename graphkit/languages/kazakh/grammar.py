"""Dictionary forms of Kazakh names."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Span

from graphkit.languages.kazakh.morphology import Morphology
from graphkit.model import Case, Kind


class KazakhGrammar:
    """Kazakh's ``Grammar``."""

    def __init__(self, nlp: Language, morphology: Morphology) -> None:
        self._nlp = nlp
        self._morphology = morphology

    def nominative(self, span: Span, kind: Kind | None = None) -> str:
        """Return the dictionary form of a name: only its last word was inflected."""
        return span.text

    def case(self, span: Span) -> Case | None:
        """Return the case of the name's last word."""
        given = span[-1].morph.get("Case")
        return Case(given[0]) if given else None

    def lemmas(self, text: str) -> tuple[str, ...]:
        """Return the casefolded dictionary forms of a label's words."""
        doc = self._nlp.make_doc(text)
        return tuple(self._morphology.lemma(token.text) for token in doc if not token.is_space)

    def candidates(self, word: str) -> tuple[str, ...]:
        """Return all casefolded dictionary forms that a word may have, likeliest first."""
        return self._morphology.candidates(word)


def make_grammar(nlp: Language) -> KazakhGrammar:
    """Return the grammar that reads labels with the pipeline's tokenizer and lexicon."""
    morphology = nlp.get_pipe("morphology")
    assert isinstance(morphology, Morphology)
    return KazakhGrammar(nlp, morphology)
