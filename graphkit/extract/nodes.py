"""The phrases that facts are made of: places, bodies, roles and persons in a Doc."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from spacy.tokens import Doc

from graphkit.extract.lexicon import Hit, Sense, lemmas_of, without_overlap
from graphkit.knowledge import Concept, Scheme, Use
from graphkit.languages.syntax import Link, Phrase, Syntax


class Sort(StrEnum):
    """What a phrase is to the grammar of facts."""

    PLACE = "place"
    BODY = "body"
    ROLE = "role"
    PERSON = "person"


@dataclass(slots=True, eq=False)
class Node:
    """One phrase, and what modifies it. ``inner`` are phrases inside its name."""

    sort: Sort
    start: int
    end: int
    head: int
    senses: tuple[Sense, ...] = ()
    generic: bool = False
    modifiers: list[tuple[Link, Node]] = field(default_factory=list)
    inner: list[Node] = field(default_factory=list)
    parent: Node | None = None
    before: Node | None = None  # the coordinated phrase that precedes it
    tail: int = 0  # token after what stands in brackets behind it
    aliases: list[Node] = field(default_factory=list)
    complement: tuple[int, int] | None = None  # the rest of a name behind its owner
    portfolio: tuple[int, int] | None = None  # the label, where a ministry's name goes on beside it

    @property
    def begin(self) -> int:
        """First token of the whole phrase, modifiers included."""
        return min([self.start, *(m.begin for _, m in self.modifiers)])

    @property
    def stop(self) -> int:
        """Token after the whole phrase, modifiers included."""
        return max([self.end, self.tail, *(m.stop for _, m in self.modifiers)])

    @property
    def phrase(self) -> Phrase:
        """The phrase itself, without what modifies it."""
        return Phrase(self.start, self.end, self.head)

    @property
    def whole(self) -> Phrase:
        """The phrase with all that modifies it."""
        return Phrase(self.begin, self.stop, self.head)

    @property
    def concept(self) -> Concept | None:
        """Its only or first meaning."""
        return self.senses[0].concept if self.senses else None

    def modified_by(self, *links: Link) -> Iterator[Node]:
        """Yield the phrases that modify it by some of ``links``."""
        for link, node in self.modifiers:
            if link in links:
                yield node


SORTS = {
    Scheme.COUNTRY: Sort.PLACE,
    Scheme.REGION: Sort.PLACE,
    Scheme.CITY: Sort.PLACE,
    Scheme.BODY: Sort.BODY,
    Scheme.TYPE: Sort.BODY,
    Scheme.ROLE: Sort.ROLE,
}
MEMBER = "word/member"
REPRESENTATIVE = "word/representative"
# The board of a company is no body of its own: its chair is the company's («басқарма төрағасы»).
# Nor is "the Union for Foreign Affairs and Security Policy" that of its High Representative.
BOARDS = frozenset(
    {"role/chair_of_board", "role/deputy_chief_executive", "role/high_representative"}
)
TITLES = frozenset({Use.HEAD, Use.DEPUTY})
UNCHANGED = 2  # letters of an adjective that inflection may change
CAPITAL_SCHEMES = frozenset({Scheme.COUNTRY, Scheme.REGION, Scheme.CITY, Scheme.BODY})
SMALL_USES = frozenset({Use.ADJECTIVE, Use.INHABITANT, Use.TRIGGER, *TITLES})
PLACE_SCHEMES = frozenset({Scheme.COUNTRY, Scheme.REGION})
IDIOMS = frozenset({Scheme.WORD, Scheme.EVENT})
_ORDER = (
    Scheme.COUNTRY,
    Scheme.BODY,
    Scheme.TYPE,
    Scheme.ROLE,
    Scheme.REGION,
    Scheme.CITY,
    Scheme.WORD,
)
RANKS = {scheme: rank for rank, scheme in enumerate(_ORDER)}


@lru_cache(maxsize=1 << 14)
def sort_of(sense: Sense) -> Sort | None:
    """Return what a meaning of a label makes of a phrase; None if nothing of the four."""
    if sense.label.use in TITLES:
        return Sort.ROLE
    if sense.concept.id in (MEMBER, REPRESENTATIVE) and sense.label.use is Use.TRIGGER:
        return Sort.ROLE if sense.label.text in sense.concept.names(sense.label.language) else None
    if sense.label.use is Use.TRIGGER:
        return None
    return SORTS.get(sense.concept.scheme)


def find_nodes(doc: Doc, hits: list[Hit], syntax: Syntax) -> list[Node]:
    """Return places, bodies and roles in the order of the text, without overlap."""
    usable = []
    for hit in hits:
        senses = tuple(s for s in hit.senses if sort_of(s) and _is_written_so(doc, hit, s))
        if senses:
            usable.append(Hit(hit.start, hit.end, senses))
    nodes = []
    bodies = [h for h in usable if sort_of(h.senses[0]) is Sort.BODY]
    idioms = [
        h
        for h in hits
        if len(h) > 1
        and all(s.concept.scheme in IDIOMS for s in h.senses)
        and not any(s.concept.id in (MEMBER, REPRESENTATIVE) for s in h.senses)
    ]
    starts = {h.start for h in usable}
    usable = [h for h in usable if not _is_surname(doc, h, starts) and not _is_verb(doc, h, syntax)]
    usable = [h for h in usable if not _hides_body(h, bodies) and not _is_inside(h, idioms)]
    for hit in without_overlap(usable, rank=_rank):
        best = min(hit.senses, key=lambda s: RANKS[s.concept.scheme])
        sort = sort_of(best)
        senses = tuple(s for s in hit.senses if sort_of(s) is sort)
        senses = tuple(sorted(senses, key=lambda s: RANKS[s.concept.scheme]))
        assert sort is not None
        nodes.append(
            Node(
                sort,
                hit.start,
                hit.end,
                syntax.head(doc, hit.start, hit.end),
                senses,
                generic=sort is Sort.BODY and not _is_proper(doc, hit, senses),
            )
        )
    return nodes


def _is_surname(doc: Doc, hit: Hit, starts: set[int]) -> bool:
    """A town inside a person's longer name («Ferreira Lima») is no town, unless located.

    Nor is "Sultan" a title in "Sultan Al Mansouri".
    """
    if "Loc" in doc[hit.end - 1].morph.get("Case", []):
        return False  # «Аты Жөні Астанада …»: the recogniser took the town into the name
    may_be_name = all(
        s.concept.scheme is Scheme.CITY
        or (s.concept.scheme in PLACE_SCHEMES and _opens_name(doc, hit, starts))
        or (s.concept.scheme is Scheme.ROLE and s.label.text in s.concept.ambiguous)
        for s in hit.senses
    )
    return may_be_name and any(
        e.label_ == "PERSON"
        and not doc[e.start].is_stop
        and e.start <= hit.start
        and hit.end <= e.end
        and len(e) > len(hit)
        for e in doc.ents
    )


def _opens_name(doc: Doc, hit: Hit, starts: set[int]) -> bool:
    """A given name may be that of a country («Дания Еспаева»): uninflected, opening a name."""
    if hit.end in starts:
        return False  # «Әзербайжан Милли Мәжілісі»: another phrase follows
    return doc[hit.start : hit.end].text in {s.label.text for s in hit.senses} and any(
        e.label_ == "PERSON" and e.start == hit.start for e in doc.ents
    )


def _is_verb(doc: Doc, hit: Hit, syntax: Syntax) -> bool:
    """A title's lemma may be that of a verb ("chaired")."""
    return len(hit) == 1 and syntax.is_verb(doc[hit.start]) and sort_of(hit.senses[0]) is Sort.ROLE


def _is_inside(hit: Hit, idioms: list[Hit]) -> bool:
    """A noun inside an idiom («во главе с», «қабылдауында болды») is no title of its own."""
    return sort_of(hit.senses[0]) is Sort.ROLE and any(
        i.start <= hit.start and hit.end <= i.end and len(i) > len(hit) for i in idioms
    )


def _hides_body(hit: Hit, bodies: list[Hit]) -> bool:
    """A role's label that holds a body's (the Senate's deputy chair) is better composed of both."""
    if any(s.concept.id in BOARDS for s in hit.senses):
        return False
    return all(sort_of(s) is Sort.ROLE for s in hit.senses) and any(
        hit.start <= b.start and b.end <= hit.end and len(b) < len(hit) for b in bodies
    )


def _rank(hit: Hit) -> int:
    return min(RANKS[s.concept.scheme] for s in hit.senses)


def _is_written_so(doc: Doc, hit: Hit, sense: Sense) -> bool:
    """A proper name is written with a capital letter, its adjective need not be."""
    if sense.concept.scheme not in CAPITAL_SCHEMES:
        return True
    if sense.label.use in SMALL_USES:
        return not _is_small_town(doc, hit, sense)
    return (
        not sense.label.text[:1].isupper()
        or sense.concept.scheme is Scheme.BODY
        or any(doc[i].text[:1].isupper() for i in range(hit.start, hit.end))
    )


def _is_small_town(doc: Doc, hit: Hit, sense: Sense) -> bool:
    """A small word that lacks the adjective's own ending is none: «қазанда» (in October)."""
    if sense.label.use not in (Use.ADJECTIVE, Use.INHABITANT) or len(hit) > 1:
        return False
    token, kept = doc[hit.start], sense.label.text.casefold()[:-UNCHANGED]
    if token.text[:1].isupper():
        return False
    return not any(lemma.startswith(kept) for lemma in lemmas_of(token))


def _is_proper(doc: Doc, hit: Hit, senses: tuple[Sense, ...]) -> bool:
    """A body is named where a capital opens its label or one body alone is called so."""
    if any(s.concept.scheme is Scheme.BODY for s in senses):
        return doc[hit.start].text[:1].isupper() or len({s.concept.id for s in senses}) == 1
    return False
