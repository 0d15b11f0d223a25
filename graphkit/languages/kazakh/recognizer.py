"""The component ``recognizer`` of Kazakh: the trained tagger, and what rules are sure of."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from spacy.language import Language
from spacy.tokens import Span

from graphkit.knowledge import Knowledge, load_knowledge
from graphkit.languages.kazakh.model import Tagger
from graphkit.languages.kazakh.model.words import LONGEST_ABBREVIATION
from graphkit.languages.rules import place_labels
from graphkit.languages.tagging import TaggingRecognizer

FACTORY = "kazakh_recognizer"
# KazNERD's classes by the labels that all languages share; the others are left out.
LABELS = {
    "PERSON": "PERSON",
    "GPE": "GPE",
    "NORP": "NORP",
    "ORGANISATION": "ORG",
    "POSITION": "POSITION",
    "LOCATION": "LOC",
    "FACILITY": "FAC",
    "EVENT": "EVENT",
    "DATE": "DATE",
}


@Language.factory(FACTORY, default_config={"places": {}}, assigns=["doc.ents"])
def make_recognizer(nlp: Language, name: str, places: dict[str, str]) -> TaggingRecognizer:
    """Return the component; ``places`` are labels of casefolded names of places.

    Without any they are those of the ontologies that graphkit brings.
    """
    places = places or place_labels(load_knowledge(), "kk")
    return TaggingRecognizer(tag_sentences, relabel, places)


def add_recognizer(nlp: Language, knowledge: Knowledge) -> None:
    """Add the component to a pipeline that has sentences and dictionary forms."""
    nlp.add_pipe(FACTORY, name="recognizer", config={"places": place_labels(knowledge, "kk")})


def tag_sentences(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return the tags of sentences by the tagger that is shipped."""
    return load_tagger().tag(sentences)


def relabel(span: Span) -> str | None:
    """Return the shared label of a span with a class of KazNERD.

    An abbreviation is no person, though the tagger may take a foreign one for it (APPG).
    """
    if span.label_ == "PERSON" and len(span) == 1 and 1 < len(span.text) <= LONGEST_ABBREVIATION:
        return "ORG" if span.text.isupper() else "PERSON"
    return LABELS.get(span.label_)


@cache
def load_tagger() -> Tagger:
    """Return the tagger that is shipped, read at the first call."""
    return Tagger.load()
