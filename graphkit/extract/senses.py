"""The meanings of a label, and what the extractors ask of all of them together.

Labels like «министрі» have a hundred meanings and stand in every sentence, so each question
is answered once a label and not once a hit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property, lru_cache

from graphkit.knowledge import Concept, Label, Scheme, Use
from graphkit.model import Kind


class Sort(StrEnum):
    """What a phrase is to the grammar of facts."""

    PLACE = "place"
    BODY = "body"
    ROLE = "role"
    PERSON = "person"


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
TITLES = frozenset({Use.HEAD, Use.DEPUTY})
CAPITAL_SCHEMES = frozenset({Scheme.COUNTRY, Scheme.REGION, Scheme.CITY, Scheme.BODY})
PEOPLES = frozenset({Use.ADJECTIVE, Use.INHABITANT})
SMALL_USES = frozenset({*PEOPLES, Use.TRIGGER, *TITLES})
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


@dataclass(frozen=True, slots=True, eq=False)
class Sense:
    """One meaning of a label: the concept and what the label is for.

    A lexicon makes each once, so that comparing two need not compare whole concepts.
    """

    concept: Concept
    label: Label

    @property
    def is_event(self) -> bool:
        """Say whether the label tells of an event."""
        return self.concept.scheme is Scheme.EVENT and self.label.use is Use.TRIGGER

    @property
    def is_verb(self) -> bool:
        """Say whether the label is no name of its concept, but a word that speaks of it."""
        return self.label.text not in self.concept.names(self.label.language)


@lru_cache(maxsize=1 << 14)
def sort_of(sense: Sense) -> Sort | None:
    """Return what a meaning of a label makes of a phrase; None if nothing of the four."""
    if sense.label.use in TITLES:
        return Sort.ROLE
    if sense.concept.id in (MEMBER, REPRESENTATIVE) and sense.label.use is Use.TRIGGER:
        return None if sense.is_verb else Sort.ROLE
    if sense.label.use is Use.TRIGGER:
        return None
    return SORTS.get(sense.concept.scheme)


class Senses(tuple[Sense, ...]):
    """The meanings of one label, in the order of the ontologies."""

    @cached_property
    def ids(self) -> frozenset[str]:
        """The ids of the concepts."""
        return frozenset(s.concept.id for s in self)

    @cached_property
    def kinds(self) -> frozenset[Kind | None]:
        """The kinds of the concepts; None for one without a kind."""
        return frozenset(s.concept.kind for s in self)

    @cached_property
    def schemes(self) -> frozenset[Scheme]:
        """The schemes of the concepts."""
        return frozenset(s.concept.scheme for s in self)

    @cached_property
    def uses(self) -> frozenset[Use]:
        """What the labels are for."""
        return frozenset(s.label.use for s in self)

    @cached_property
    def sorts(self) -> frozenset[Sort | None]:
        """What the meanings make of a phrase."""
        return frozenset(map(sort_of, self))

    @cached_property
    def verbs(self) -> frozenset[str]:
        """The ids of the concepts of which the label is no name."""
        return frozenset(s.concept.id for s in self if s.is_verb)

    @cached_property
    def events(self) -> tuple[Concept, ...]:
        """The events of which the label tells."""
        return tuple(s.concept for s in self if s.is_event)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The ids of the words and events that the label names."""
        wanted = (s.concept.id for s in self if s.concept.scheme in (Scheme.WORD, Scheme.EVENT))
        return tuple(dict.fromkeys(wanted))

    @cached_property
    def topics(self) -> tuple[str, ...]:
        """The ids of the topics of policy that the label names."""
        return tuple(s.concept.id for s in self if s.concept.scheme is Scheme.TOPIC)

    @cached_property
    def bodies(self) -> tuple[Concept, ...]:
        """The known bodies that the label names."""
        return tuple(s.concept for s in self if s.concept.scheme is Scheme.BODY)

    @cached_property
    def types(self) -> tuple[Concept, ...]:
        """The types of bodies that the label names."""
        return tuple(s.concept for s in self if s.concept.scheme is Scheme.TYPE)

    @cached_property
    def is_ambiguous(self) -> bool:
        """Say whether one of the meanings does not count alone."""
        return any(s.label.text in s.concept.ambiguous for s in self)

    @cached_property
    def rank(self) -> int:
        """The rank of the scheme that is chosen before the others."""
        return min(RANKS[s.concept.scheme] for s in self)

    @cached_property
    def main(self) -> tuple[Sort, Senses]:
        """The sort of the best meaning, with all meanings of that sort, the best first."""
        ranked = sorted(self, key=lambda s: RANKS[s.concept.scheme])
        sort = sort_of(ranked[0])
        assert sort is not None
        return sort, Senses(s for s in ranked if sort_of(s) is sort)

    @cached_property
    def capital(self) -> Senses:
        """The meanings that words with a capital may have, as phrases."""
        return self._only(s for s in self if sort_of(s))

    @cached_property
    def small(self) -> Senses:
        """The meanings that words without a capital may have, as phrases.

        A proper name is written with a capital letter, its adjective need not be.
        """
        return self._only(
            s
            for s in self.capital
            if s.concept.scheme not in CAPITAL_SCHEMES
            or s.concept.scheme is Scheme.BODY
            or s.label.use in SMALL_USES
            or not s.label.text[:1].isupper()
        )

    def _only(self, senses: Iterable[Sense]) -> Senses:
        made = Senses(senses)
        return self if len(made) == len(self) else made

    @cached_property
    def peoples(self) -> frozenset[Sense]:
        """The meanings that are adjectives or inhabitants of places."""
        return frozenset(
            s for s in self if s.label.use in PEOPLES and s.concept.scheme in CAPITAL_SCHEMES
        )


NO_SENSES = Senses()
