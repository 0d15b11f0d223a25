"""The phrases that facts are made of: places, bodies, roles and persons in a Doc."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from graphkit.extract.lexicon import Hit, without_overlap
from graphkit.extract.senses import (
    MEMBER,
    NO_SENSES,
    REPRESENTATIVE,
    Sense,
    Senses,
    Sort,
    sort_of,
)
from graphkit.knowledge import Concept, Scheme, Use
from graphkit.languages.document import Document
from graphkit.languages.syntax import Link, Phrase, Syntax
from graphkit.model import Kind


@dataclass(slots=True, eq=False)
class Node:
    """One phrase, and what modifies it. ``inner`` are phrases inside its name."""

    sort: Sort
    start: int
    end: int
    head: int
    senses: Senses = NO_SENSES
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
        begin = self.start
        if not self.modifiers:
            return begin
        for _, modifier in self.modifiers:
            begin = min(begin, modifier.begin)
        return begin

    @property
    def stop(self) -> int:
        """Token after the whole phrase, modifiers included."""
        stop = self.end if self.end > self.tail else self.tail
        if not self.modifiers:
            return stop
        for _, modifier in self.modifiers:
            stop = max(stop, modifier.stop)
        return stop

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


# The board of a company is no body of its own: its chair is the company's («басқарма төрағасы»).
# Nor is "the Union for Foreign Affairs and Security Policy" that of its High Representative.
BOARDS = frozenset(
    {"role/chair_of_board", "role/deputy_chief_executive", "role/high_representative"}
)
NO_IDIOMS = frozenset({MEMBER, REPRESENTATIVE})
UNCHANGED = 2  # letters of an adjective that inflection may change
PLACE_SCHEMES = frozenset({Scheme.COUNTRY, Scheme.REGION})
IDIOMS = frozenset({Scheme.WORD, Scheme.EVENT})


def find_nodes(doc: Document, hits: list[Hit], syntax: Syntax) -> list[Node]:
    """Return places, bodies and roles in the order of the text, without overlap."""
    usable = [
        hit if senses is hit.senses else Hit(hit.start, hit.end, senses)
        for hit in hits
        if (senses := _written_senses(doc, hit))
    ]
    if syntax.ranks:
        spans = {(hit.start, hit.end) for hit in usable}
        ranked = [_with_rank(doc, hit, syntax) for hit in usable]
        usable = [
            hit if (with_rank.start, with_rank.end) in spans else with_rank
            for hit, with_rank in zip(usable, ranked, strict=True)
        ]
    bodies = [h for h in usable if sort_of(h.senses[0]) is Sort.BODY]
    idioms = [
        h
        for h in hits
        if len(h) > 1 and h.senses.schemes <= IDIOMS and h.senses.ids.isdisjoint(NO_IDIOMS)
    ]
    starts = {h.start for h in usable}
    persons = [(ent.start, ent.end) for ent in doc.ents if ent.label == "PERSON"]
    usable = [
        h
        for h in usable
        if not _is_surname(doc, h, starts, persons) and not _is_verb(doc, h, syntax)
    ]
    usable = [h for h in usable if not _hides_body(h, bodies) and not _is_inside(h, idioms)]
    nodes = []
    for hit in without_overlap(usable, rank=lambda h: h.senses.rank):
        sort, senses = hit.senses.main
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


def _with_rank(doc: Document, hit: Hit, syntax: Syntax) -> Hit:
    """Reach over "First" before a deputy's title and over "Associate" before a minister's."""
    if not hit.start:
        return hit
    before = doc[hit.start - 1]
    if before.lower_ in syntax.ranks and len(hit) > 1 and all(_is_deputy(s) for s in hit.senses):
        return Hit(hit.start - 1, hit.end, hit.senses)
    ministers = [s for s in hit.senses if s.concept.kind is Kind.MINISTRY]
    uses = {s.label.use for s in ministers}
    if before.lower_ in syntax.deputising and Use.HEAD in uses:
        heads = (s for s in ministers if s.label.use is Use.HEAD)
        deputies = (replace(s, label=replace(s.label, use=Use.DEPUTY)) for s in heads)
        return Hit(hit.start - 1, hit.end, Senses(deputies))
    return hit


def _is_deputy(sense: Sense) -> bool:
    return sense.label.use is Use.DEPUTY or sense.concept.id.startswith("role/deputy")


def _written_senses(doc: Document, hit: Hit) -> Senses:
    """Return the meanings that a hit may have as it is written, of those that make phrases."""
    if any(doc[i].text[:1].isupper() for i in range(hit.start, hit.end)):
        return hit.senses.capital
    senses = hit.senses.small
    if len(hit) > 1 or not senses.peoples:
        return senses
    key = doc[hit.start].key
    doubtful = {s for s in senses.peoples if _is_small_town(s, key)}
    return Senses(s for s in senses if s not in doubtful) if doubtful else senses


def _is_small_town(sense: Sense, lemma: str) -> bool:
    """A small word that lacks the adjective's own ending is none: «қазанда» (in October)."""
    return not lemma.startswith(sense.label.text.casefold()[:-UNCHANGED])


def _is_surname(doc: Document, hit: Hit, starts: set[int], persons: list[tuple[int, int]]) -> bool:
    """A town inside a person's longer name («Ferreira Lima») is no town, unless located.

    Nor is "Sultan" a title in "Sultan Al Mansouri".
    """
    inside = any(
        start <= hit.start and hit.end <= end and end - start > len(hit) and not doc[start].is_stop
        for start, end in persons
    )
    if not inside or "Loc" in doc[hit.end - 1].morph.get("Case"):
        return False  # «Аты Жөні Астанада …»: the recogniser took the town into the name
    return all(
        s.concept.scheme is Scheme.CITY
        or (s.concept.scheme in PLACE_SCHEMES and _opens_name(doc, hit, starts, persons))
        or (s.concept.scheme is Scheme.ROLE and s.label.text in s.concept.ambiguous)
        for s in hit.senses
    )


def _opens_name(doc: Document, hit: Hit, starts: set[int], persons: list[tuple[int, int]]) -> bool:
    """A given name may be that of a country («Дания Еспаева»): uninflected, opening a name."""
    if hit.end in starts:
        return False  # «Әзербайжан Милли Мәжілісі»: another phrase follows
    return doc.text_of(hit.start, hit.end) in {s.label.text for s in hit.senses} and any(
        start == hit.start for start, _ in persons
    )


def _is_verb(doc: Document, hit: Hit, syntax: Syntax) -> bool:
    """A title's lemma may be that of a verb ("chaired")."""
    return len(hit) == 1 and sort_of(hit.senses[0]) is Sort.ROLE and syntax.is_verb(doc[hit.start])


def _is_inside(hit: Hit, idioms: list[Hit]) -> bool:
    """A noun inside an idiom («во главе с», «қабылдауында болды») is no title of its own."""
    return sort_of(hit.senses[0]) is Sort.ROLE and any(
        i.start <= hit.start and hit.end <= i.end and len(i) > len(hit) for i in idioms
    )


def _hides_body(hit: Hit, bodies: list[Hit]) -> bool:
    """A role's label that holds a body's (the Senate's deputy chair) is better composed of both."""
    if hit.senses.sorts != {Sort.ROLE} or not hit.senses.ids.isdisjoint(BOARDS):
        return False
    return any(
        hit.start <= b.start and b.end <= hit.end and b.end - b.start < hit.end - hit.start
        for b in bodies
    )


def _is_proper(doc: Document, hit: Hit, senses: Senses) -> bool:
    """A body is named where a capital opens its label or one body alone is called so."""
    if Scheme.BODY in senses.schemes:
        return doc[hit.start].text[:1].isupper() or len(senses.ids) == 1
    return False
