"""Doc -> spans that need no model: initials with their surname, names of known places."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from spacy.tokens import Doc, Span, Token

from graphkit.knowledge import NAMES, Knowledge, Scheme, Use

INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.-?){1,3}")
FUSED = re.compile(r"(?:[^\W\d_]{1,2}\.-?){1,3}[^\W\d_]{2,}[\w-]*")
# Short forms of address, which look like initials.
ADDRESSES = frozenset({"mr.", "ms.", "dr.", "st.", "г.", "гг.", "др.", "пр.", "ул.", "им."})
# What stands small inside a European or Arabic name, in Cyrillic.
PARTICLES = frozenset(
    "фон ван де дер ден дель делла ди да дос дю ла ле цу бин бен ибн аль эль әл оғлы оглы".split()
)
SCHEMES = {Scheme.COUNTRY: "GPE", Scheme.CITY: "GPE", Scheme.REGION: "LOC"}


def place_labels(knowledge: Knowledge, language: str) -> dict[str, str]:
    """Return the entity label of each casefolded one-word name of a place."""
    return {
        name.casefold(): label
        for scheme, label in SCHEMES.items()
        for concept in knowledge.scheme(scheme)
        for name in concept.names(language, *NAMES, Use.HIDDEN)
        if name.isalpha() and not name.isupper()
    }


def find_places(doc: Doc, places: Mapping[str, str]) -> Iterator[Span]:
    """Yield the capitalised words whose dictionary form is the name of a place."""
    for token in doc:
        label = places.get(token.lemma_) if token.is_title else None
        if label and not is_initial(token.nbor(-1) if token.i else None):
            yield Span(doc, token.i, token.i + 1, label=label)


def find_initialled(doc: Doc) -> Iterator[Span]:
    """Yield initials with the surname beside them: «Е.Көшербаев», «Қ.-Ж. Тоқаев», «Ким Д.В.»."""
    end = 0
    for token in doc:
        if token.i < end or not token.text[:1].isupper():
            continue
        if FUSED.fullmatch(token.text):
            end = token.i + 1
            yield Span(doc, token.i, end, label="PERSON")
        elif is_initial(token):
            end = _skip_particles(doc, _skip_initials(token))
            if end < len(doc) and is_name_like(doc[end]) and not doc[end].is_sent_start:
                end += 1
                yield Span(doc, token.i, end, label="PERSON")


def stretch_persons(persons: Iterable[Span]) -> Iterator[Span]:
    """Yield, where particles go on with a name, the whole name: «Жан-Люк ван Эльст»."""
    for span in persons:
        doc, end = span.doc, _skip_particles(span.doc, span.end)
        if end > span.end and end < len(doc) and is_name_like(doc[end]):
            while end < len(doc) and is_name_like(doc[end]) and not doc[end].is_sent_start:
                end += 1
            yield Span(doc, span.start, end, label="PERSON")


def is_initial(token: Token | None) -> bool:
    """Say whether a token is one or more initials."""
    if token is None or not token.text[:1].isupper() or token.lower_ in ADDRESSES:
        return False
    return bool(INITIALS.fullmatch(token.text))


def is_name_like(token: Token) -> bool:
    """Say whether a token looks like a part of a name: one capital and small letters."""
    text = token.text
    return len(text) > 1 and text[0].isupper() and not text.isupper() and text[1].isalpha()


def _skip_particles(doc: Doc, end: int) -> int:
    while end < len(doc) and doc[end].text in PARTICLES:
        end += 1
    return end


def _skip_initials(token: Token) -> int:
    end = token.i
    while end < len(token.doc) and is_initial(token.doc[end]):
        end += 1
    return end
