"""The component ``morphology`` of English: dictionary forms and the possessive."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from graphkit.languages.english.lemmas import candidates

FACTORY = "english_morphology"
MARKS = frozenset({"'s", "’s"})
BARE_MARKS = frozenset({"'", "’"})


@Language.component(FACTORY, assigns=["token.lemma", "token.morph"])
def set_morphology(doc: Doc) -> Doc:
    """Set ``lemma_`` of each token, and ``Case=Gen`` on a word before a possessive mark."""
    for token in doc:
        token.lemma_ = candidates(token.text)[0]
        if token.i == 0 or doc[token.i - 1].whitespace_:
            continue
        before = doc[token.i - 1]
        if token.text in MARKS or (token.text in BARE_MARKS and before.text[-1] in "sSxz"):
            before.set_morph("Case=Gen")  # type: ignore[attr-defined]
    return doc
