"""Tags of words -> entities of Docs: what the recognisers with a trained tagger share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import islice

from spacy.tokens import Doc, Span
from threadpoolctl import ThreadpoolController

from graphkit.languages.agreement import agree
from graphkit.languages.rules import find_initialled, find_places, stretch_persons

Tag = Callable[[Sequence[Sequence[str]]], list[list[str]]]
Relabel = Callable[[Span], str | None]


class TaggingRecognizer:
    """Sets ``doc.ents`` to what the tagger finds and the rules are sure of.

    ``tag`` gives the IOB tags of sentences; ``relabel`` the label that all languages
    share for a span with the tagger's own, or None to leave it out; ``places`` are the
    labels of casefolded names of places.
    """

    def __init__(self, tag: Tag, relabel: Relabel, places: Mapping[str, str]) -> None:
        self._tag = tag
        self._relabel = relabel
        self._places = places

    def __call__(self, doc: Doc) -> Doc:
        return next(self.pipe([doc]))

    def pipe(self, docs: Iterable[Doc], *, batch_size: int = 32) -> Iterator[Doc]:
        """Yield Docs with their entities set, tagged a batch at a time."""
        for batch in _batches(docs, batch_size):
            cut = [sentence_words(doc) for doc in batch]
            texts = [
                [doc[i].text for i in words]
                for doc, sentences in zip(batch, cut, strict=True)
                for words in sentences
            ]
            with _blas().limit(limits=1, user_api="blas"):
                tags = iter(self._tag(texts))
            for doc, sentences in zip(batch, cut, strict=True):
                spans = [s for words in sentences for s in tag_spans(doc, words, next(tags))]
                model = list(self._labelled(spans))
                rules = [*find_initialled(doc), *find_places(doc, self._places)]
                rules += stretch_persons(s for s in model if s.label_ == "PERSON")
                doc.ents = tuple(agree(model, rules))
                yield doc

    def _labelled(self, spans: Iterable[Span]) -> Iterator[Span]:
        for span in spans:
            label = self._relabel(span)
            if label is not None:
                yield Span(span.doc, span.start, span.end, label=label)


@cache
def _blas() -> ThreadpoolController:
    """Return what holds numpy to one thread: for matrices this small several only wait.

    With two threads the tagger took ten times as long, and chunks run in processes anyway.
    """
    return ThreadpoolController()


def _batches(docs: Iterable[Doc], size: int) -> Iterator[list[Doc]]:
    left = iter(docs)
    while batch := list(islice(left, size)):
        yield batch


def sentence_words(doc: Doc) -> list[list[int]]:
    """Return the places of the words of each sentence, blanks left out."""
    if not len(doc):
        return []
    whole = doc.has_annotation("SENT_START")
    sentences: Iterable[Iterable[int]] = (
        (range(sent.start, sent.end) for sent in doc.sents) if whole else [range(len(doc))]
    )
    found = ([i for i in words if not doc[i].is_space] for words in sentences)
    return [words for words in found if words]


def tag_spans(doc: Doc, words: Sequence[int], tags: Sequence[str]) -> Iterator[Span]:
    """Yield the spans of IOB tags; an I- that continues nothing begins a span."""
    begin, label = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        if label and not (tag.startswith("I-") and tag[2:] == label):
            yield Span(doc, words[begin], words[at - 1] + 1, label=label)
            label = ""
        if tag != "O" and not label:
            begin, label = at, tag[2:]
