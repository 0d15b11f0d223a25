"""The component ``morphology`` of Russian: dictionary forms, parts of speech, features."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.languages.russian.lemmas import candidates, features

FACTORY = "russian_morphology"


@Language.component(FACTORY, assigns=["token.lemma", "token.pos", "token.morph"])
def set_morphology(doc: Doc) -> Doc:
    """Set ``lemma_``, ``pos_`` and ``morph`` of each token by its likeliest reading."""
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
