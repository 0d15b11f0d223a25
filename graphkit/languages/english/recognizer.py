"""The component ``recognizer`` of English: known names, rules, and a model where there is one.

An installed ``en_core_web_*`` package of spaCy is used; without one the rules stand alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache

import spacy
from spacy.language import Language
from spacy.matcher import PhraseMatcher
from spacy.tokens import Doc, Span
from spacy.util import get_installed_models

from graphkit.knowledge import NAMES, Knowledge, Scheme, Use, load_knowledge
from graphkit.languages.agreement import LABELS, agree, longest_first
from graphkit.languages.english.chains import make_lexis
from graphkit.languages.english.names import (
    ends_name,
    find_bodies,
    find_names,
    opens_name,
    spans_of,
)
from graphkit.languages.rules import find_initialled

FACTORY = "english_recognizer"
# The best first; none is a requirement.
MODELS = ("en_core_web_lg", "en_core_web_md", "en_core_web_sm")
KNOWN = {
    Scheme.COUNTRY: "GPE",
    Scheme.CITY: "GPE",
    Scheme.REGION: "LOC",
    Scheme.BODY: "ORG",
}
PEOPLE = (Use.ADJECTIVE, Use.INHABITANT)


@Language.factory(FACTORY, default_config={"model": ""}, assigns=["doc.ents"])
def make_recognizer(nlp: Language, name: str, model: str) -> EnglishRecognizer:
    """Return the component; ``model`` names an installed pipeline, or none.

    It knows the names in the ontologies that graphkit brings, until ``learn`` gives it others.
    """
    component = EnglishRecognizer(nlp, model)
    component.learn(load_knowledge())
    return component


def add_recognizer(nlp: Language, knowledge: Knowledge) -> None:
    """Add the component to a pipeline that has sentences and dictionary forms."""
    component = nlp.add_pipe(FACTORY, name="recognizer", config={"model": installed_model()})
    assert isinstance(component, EnglishRecognizer)
    if knowledge is not load_knowledge():
        component.learn(knowledge)


def installed_model() -> str:
    """Return the name of the best installed pipeline of spaCy for English, or none."""
    installed = sorted(get_installed_models())
    found = (name for best in MODELS for name in installed if name.startswith(best))
    return next(found, "")


@cache
def load_model(name: str) -> Language:
    """Return a pipeline of which only the recogniser runs."""
    return spacy.load(name, exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])


class EnglishRecognizer:
    """Sets ``doc.ents``; ``learn`` gives it the names that the knowledge base holds."""

    def __init__(self, nlp: Language, model: str) -> None:
        self._nlp = nlp
        self._model = model
        self._known = PhraseMatcher(nlp.vocab, attr="ORTH")

    def learn(self, knowledge: Knowledge) -> None:
        """Take names of places, peoples and bodies, and the words of posts."""
        self._lexis = make_lexis(knowledge)
        by_label: dict[str, set[str]] = {"NORP": set()}
        for scheme, label in KNOWN.items():
            names = by_label.setdefault(label, set())
            for concept in knowledge.scheme(scheme):
                names.update(concept.names("en", *NAMES))
                people = concept.names("en", *PEOPLE)
                by_label["NORP"].update(people, (f"{name}s" for name in people))
        for label, names in by_label.items():
            capitals = sorted(name for name in names if name[:1].isupper())
            self._known.add(label, [self._nlp.make_doc(name) for name in capitals])

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Yield Docs with their entities set."""
        for doc in docs:
            doc.ents = tuple(self._find(doc))
            yield doc

    def _find(self, doc: Doc) -> list[Span]:
        known = [
            span
            for span in longest_first(self._known(doc, as_spans=True))
            if not ends_name(span, self._lexis) and not opens_name(span, self._lexis)
        ]
        places = {span.start: span.end for span in known if span.label_ in {"GPE", "LOC"}}
        others = {span.start: span.end for span in known if span.label_ == "ORG"}
        found = spans_of(doc, list(find_bodies(doc, self._lexis, places, others)))
        bodies = longest_first([*known, *found])
        free = _free(doc, bodies)
        names = find_names(doc, self._lexis, free)
        sure = longest_first(
            [*spans_of(doc, [name for name in names if name.sure]), *find_initialled(doc)]
        )
        likely = list(spans_of(doc, [name for name in names if not name.sure]))
        rules = agree([*likely, *bodies], sure)
        return agree(self._ask_model(doc, rules), rules) if self._model else rules

    def _ask_model(self, doc: Doc, rules: Iterable[Span]) -> Iterator[Span]:
        """Yield the model's spans, less bodies made of names of persons.

        Models trained on American news take many a foreign name for a body.
        """
        persons = {token.i for span in rules if span.label_ == "PERSON" for token in span}
        nlp = load_model(self._model)
        words = [token.text for token in doc]
        spaces = [bool(token.whitespace_) for token in doc]
        asked = Doc(nlp.vocab, words=words, spaces=spaces)
        for _, component in nlp.pipeline:
            asked = component(asked)
        for ent in asked.ents:
            if ent.label_ in LABELS and (
                ent.label_ != "ORG" or persons.isdisjoint(range(ent.start, ent.end))
            ):
                yield Span(doc, ent.start, ent.end, label=ent.label_)


def _free(doc: Doc, spans: Iterable[Span]) -> list[bool]:
    taken = {token.i for span in spans for token in span}
    return [i not in taken for i in range(len(doc))]
