"""The Kazakh pipeline: ``sentences``, ``morphology`` (and ``recognizer``, added by load.py)."""

from __future__ import annotations

from spacy.language import Language

from graphkit.knowledge import Knowledge, Scheme
from graphkit.languages import sentences
from graphkit.languages.kazakh import morphology
from graphkit.languages.kazakh.language import Kazakh
from graphkit.languages.kazakh.lexicon import Lexicon, load_counts
from graphkit.languages.kazakh.morphology import Morphology
from graphkit.languages.kazakh.tokenizer_exceptions import CLOSING, LEADING
from graphkit.languages.pairs import PairTokenizer, place_words

PLACE_SCHEMES = (Scheme.COUNTRY, Scheme.REGION, Scheme.CITY)


@Language.factory(morphology.FACTORY, default_config={"known": []})
def make_morphology(nlp: Language, name: str, known: list[str]) -> Morphology:
    """Return the component; ``known`` are casefolded words that surely are dictionary forms."""
    return Morphology(nlp.vocab, Lexicon(load_counts(), known))


def make_pipeline(knowledge: Knowledge) -> Language:
    """Return the pipeline; labels of the knowledge are words that it knows."""
    nlp = Kazakh()
    nlp.add_pipe(
        sentences.FACTORY,
        name="sentences",
        config={"never_end": sorted(LEADING), "may_end": sorted(CLOSING), "starters": []},
    )
    known = sorted(label_words(knowledge))
    component = nlp.add_pipe(morphology.FACTORY, name="morphology", config={"known": known})
    assert isinstance(component, Morphology)
    places = place_words(knowledge, "kk")
    nlp.tokenizer = PairTokenizer(
        nlp.tokenizer, lambda word: not places.isdisjoint(component.candidates(word))
    )
    return nlp


def label_words(knowledge: Knowledge) -> set[str]:
    """Return the labels of one word, which are dictionary forms; only places keep capitals."""
    return {
        label.text if concept.scheme in PLACE_SCHEMES else label.text.casefold()
        for concept in knowledge
        for label in concept.labels
        if label.language == "kk" and label.text.isalpha()
    }
