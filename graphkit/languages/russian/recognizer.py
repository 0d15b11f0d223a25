"""The component ``recognizer`` of Russian: slovnet's tagger, and what rules are sure of.

Slovnet's model and vectors are files in the package ``natasha`` (see ``languages.vectors``).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache, partial

from slovnet import NER
from spacy.language import Language
from spacy.tokens import Span

from graphkit.knowledge import Knowledge, load_knowledge
from graphkit.languages.rules import place_labels
from graphkit.languages.tagging import TaggingRecognizer
from graphkit.languages.vectors import find_data, load_vectors

FACTORY = "russian_recognizer"
MODEL = "model/slovnet_ner_news_v1.tar"
BATCH = 32
# Slovnet's training text has initials and full stops apart: «Д», «.», «Утегенов».
PIECES = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+|\S")
# What is part of the names of seas and lands, not of states and towns.
LANDSCAPE = frozenset(
    """
    море океан озеро река залив пролив канал гора хребет пустыня степь остров полуостров
    долина бассейн континент материк регион азия европа африка америка кавказ балканы
    """.split()
)


@Language.factory(FACTORY, default_config={"places": {}}, assigns=["doc.ents"])
def make_recognizer(nlp: Language, name: str, places: dict[str, str]) -> TaggingRecognizer:
    """Return the component; ``places`` are labels of casefolded names of places.

    Without any they are those of the ontologies that graphkit brings.
    """
    places = places or place_labels(load_knowledge(), "ru")
    return TaggingRecognizer(tag_sentences, partial(relabel, places=places), places)


def add_recognizer(nlp: Language, knowledge: Knowledge) -> None:
    """Add the component to a pipeline that has sentences and dictionary forms."""
    nlp.add_pipe(FACTORY, name="recognizer", config={"places": place_labels(knowledge, "ru")})


def tag_sentences(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """Return slovnet's tags (PER, LOC, ORG) of sentences, a tag a word.

    Words are cut as in its training text; a word has the tag of its last piece, which in
    «Д.Утегенов» is the surname.
    """
    infer = load_tagger().infer
    cut = [[PIECES.findall(word) or [word] for word in words] for words in sentences]
    order = sorted(range(len(cut)), key=lambda at: sum(map(len, cut[at])))
    items = ([piece for pieces in cut[at] for piece in pieces] for at in order)
    decoded = infer.decoder(infer.process(infer.encoder(items)))
    tags: list[list[str]] = [[] for _ in sentences]
    for at, found in zip(order, decoded, strict=True):
        end = 0
        for pieces in cut[at]:
            first, end = found[end], end + len(pieces)
            label = found[end - 1][2:]
            continues = first == f"I-{label}"
            tags[at].append(f"{'I' if continues else 'B'}-{label}" if label else "O")
    return tags


def relabel(span: Span, *, places: Mapping[str, str]) -> str | None:
    """Return the shared label of a span with one of slovnet's."""
    if span.label_ == "PER":
        return "PERSON"
    if span.label_ == "LOC":
        known = places.get(span.lemma_)
        if known:
            return known
        return "GPE" if LANDSCAPE.isdisjoint(token.lemma_ for token in span) else "LOC"
    return span.label_


@cache
def load_tagger() -> NER:
    """Return slovnet's tagger with its vectors, read at the first call.

    :raises LanguageError: if the package ``natasha`` is not installed whole.
    """
    return NER.load(find_data(MODEL), batch_size=BATCH).navec(load_vectors())
