"""The component ``morphology`` of Russian: dictionary forms, parts of speech, features."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.languages.russian.lemmas import Lemmatizer, features

FACTORY = "russian_morphology"


@Language.factory(
    FACTORY,
    default_config={"names": []},
    assigns=["token.lemma", "token.pos", "token.morph"],
)
def make_morphology(nlp: Language, name: str, names: list[str]) -> Morphology:
    """Return the component; ``names`` are dictionary forms of names of one word."""
    return Morphology(Lemmatizer(names))


class Morphology:
    """Sets ``lemma_``, ``pos_`` and ``morph`` of each token by its likeliest reading."""

    def __init__(self, lemmatizer: Lemmatizer) -> None:
        self.lemmatizer = lemmatizer

    def __call__(self, doc: Doc) -> Doc:
        candidates = self.lemmatizer.candidates
        for token in doc:
            word = token.text
            token.lemma_ = candidates(word)[0]
            pos, morph = features(word)
            if pos:
                token.pos_ = pos
                token.set_morph(morph)  # type: ignore[attr-defined]
            elif token.is_punct or token.is_space:
                token.pos_ = "SPACE" if token.is_space else "PUNCT"
        return doc
