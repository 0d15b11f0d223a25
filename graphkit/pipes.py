"""Doc of anyone's spaCy pipeline -> the same Doc with what graphkit reads in it."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.util import filter_spans

from graphkit.errors import LanguageError, ReleaseError
from graphkit.extract import extract
from graphkit.knowledge import Knowledge, load_knowledge
from graphkit.languages import available, grammar, narration, parse, syntax
from graphkit.model import BODIES, PLACES, Extraction, Kind
from graphkit.sources import make_release

FACTORY: Final = "graphkit_mentions"
EXTENSION: Final = "graphkit"
# Kinds that have names: what `doc.ents` may hold.
_NAMED: Final = PLACES | BODIES | {Kind.PERSON}


class Mentions:
    """Sets ``doc.spans[spans_key]`` (label: kind, id: referent) and ``doc._.graphkit``.

    graphkit reads the text with its own pipeline, so that the tokens of the pipeline it
    stands in do not matter; a span takes all tokens that a mention touches.
    """

    def __init__(self, language: str, spans_key: str, entities: bool, knowledge: Knowledge) -> None:
        self._language = language or None
        self._key = spans_key
        self._entities = entities
        self._knowledge = knowledge

    def __call__(self, doc: Doc) -> Doc:
        """Read a Doc; one without text, or in a language not read, gets no mentions.

        :raises LanguageError: if the language was given and there is no pipeline for it.
        """
        doc.spans[self._key] = []
        extraction = self._extract(doc.text)
        if extraction is None:
            return doc
        kinds = {referent.id: referent.kind for referent in extraction.referents}
        spans, named = [], []
        for mention in extraction.mentions:
            kind = kinds[mention.referent]
            span = _make_span(doc, mention.begin, mention.end, kind, mention.referent)
            spans.append(span)
            if kind in _NAMED:
                named.append(span)
        doc.spans[self._key] = spans
        if self._entities:
            doc.ents = tuple(filter_spans(named))
        doc._.set(EXTENSION, extraction)
        return doc

    def _extract(self, text: str) -> Extraction | None:
        try:
            release = make_release(text, language=self._language)
        except ReleaseError:
            return None
        code = release.language
        return extract(
            release, parse(release), self._knowledge,
            grammar=grammar(code), syntax=syntax(code), narration=narration(code),
        )  # fmt: skip


def _make_span(doc: Doc, begin: int, end: int, kind: Kind, referent: str) -> Span:
    span = doc.char_span(begin, end, label=kind.value, span_id=referent, alignment_mode="expand")
    assert span is not None  # "expand" finds tokens for each stretch inside the text
    return span


@Language.factory(
    FACTORY,
    default_config={"language": "", "spans_key": "graphkit", "entities": False, "ontologies": []},
    assigns=["doc.spans", "doc._.graphkit"],
)
def make_mentions(
    nlp: Language,
    name: str,
    language: str,
    spans_key: str,
    entities: bool,
    ontologies: list[str],
) -> Mentions:
    """Return the component ``graphkit_mentions``.

    Without ``language`` it is that of the pipeline where graphkit reads it, and else told
    from each text. ``entities`` sets ``doc.ents`` too; ``ontologies`` are further files.

    :raises LanguageError: if there is no pipeline for ``language``.
    """
    if language and language not in available():
        known = ", ".join(available())
        raise LanguageError(f"{name}: no pipeline for '{language}'; languages are: {known}")
    if not Doc.has_extension(EXTENSION):
        Doc.set_extension(EXTENSION, default=None)
    code = language or (nlp.lang if nlp.lang in available() else "")
    return Mentions(code, spans_key, entities, load_knowledge(*map(Path, ontologies)))
