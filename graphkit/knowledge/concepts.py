"""What the ontologies say, as values that the stages look up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from graphkit.model import Kind


class Scheme(StrEnum):
    """The lists that the concepts stand in, one file each (types share ``bodies.ttl``)."""

    COUNTRY = "country"
    REGION = "region"
    CITY = "city"
    BODY = "body"
    PERSON = "person"
    TYPE = "type"
    ROLE = "role"
    EVENT = "event"
    TOPIC = "topic"
    WORD = "word"


class Use(StrEnum):
    """What a label is for, and the property that gives it."""

    PREFERRED = "skos:prefLabel"
    ALTERNATIVE = "skos:altLabel"
    HIDDEN = "skos:hiddenLabel"
    ABBREVIATION = "gk:abbreviation"
    ADJECTIVE = "gk:adjective"
    INHABITANT = "gk:inhabitant"
    TRIGGER = "gk:trigger"
    HEAD = "gk:headLabel"
    DEPUTY = "gk:deputyLabel"


NAMES = (Use.PREFERRED, Use.ALTERNATIVE, Use.ABBREVIATION)


@dataclass(frozen=True, slots=True)
class Label:
    """A word or phrase of one language that stands for a concept."""

    text: str
    language: str
    use: Use


@dataclass(frozen=True, slots=True)
class Concept:
    """One thing or notion of the ontologies.

    ``id`` is the path of its IRI below the base (``country/KZ``, ``body/gb/house-of-commons``,
    ``type/ministry-of-foreign-affairs``, ``role/minister``, ``event/meeting``, ``word/former``).
    References (``country``, ``part_of``, ``broader``, ``type``, ``capital``,
    ``head_role``, ``deputy_role``, ``member_role``, ``implies``, ``members``) are ids of concepts.
    ``ambiguous`` holds those of its labels that do not count alone: they more often mean
    another concept («РК» at Korea), or none in particular («РТ» is Tajikistan, Turkey, Tatarstan).
    """

    id: str
    iri: str
    scheme: Scheme
    labels: tuple[Label, ...]
    kind: Kind | None = None
    notation: str | None = None
    country: str | None = None
    part_of: str | None = None
    broader: str | None = None
    type: str | None = None
    capital: str | None = None
    head_role: str | None = None
    deputy_role: str | None = None
    member_role: str | None = None
    implies: str | None = None
    members: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()

    def __hash__(self) -> int:
        # All fields and labels would be hashed anew for each word that is looked up.
        return hash(self.id)

    def names(self, language: str, *uses: Use) -> tuple[str, ...]:
        """Return its labels in ``language`` for ``uses`` (default: names that may be shown)."""
        wanted = uses or NAMES
        return tuple(
            label.text
            for use in wanted
            for label in self.labels
            if label.language == language and label.use == use
        )


class Knowledge:
    """All concepts, looked up by id, by scheme, and by reference. Read-only."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._concepts: Mapping[str, Concept] = {c.id: c for c in concepts}
        self._schemes: dict[Scheme, tuple[Concept, ...]] = {
            scheme: tuple(
                sorted((c for c in self if c.scheme is scheme), key=lambda concept: concept.id)
            )
            for scheme in Scheme
        }
        self._bodies: dict[str, list[Concept]] = defaultdict(list)
        for body in self._schemes[Scheme.BODY]:
            self._bodies[body.country or ""].append(body)
        self._above: dict[str, frozenset[str]] = {}
        self._words: dict[str, frozenset[str]] = {}

    def __getitem__(self, concept: str) -> Concept:
        return self._concepts[concept]

    def __contains__(self, concept: str) -> bool:
        return concept in self._concepts

    def __iter__(self) -> Iterator[Concept]:
        return iter(self._concepts.values())

    def __len__(self) -> int:
        return len(self._concepts)

    def get(self, concept: str | None) -> Concept | None:
        """Return the concept, or None where it is not known."""
        return None if concept is None else self._concepts.get(concept)

    def words(self, concept: str) -> frozenset[str]:
        """Return the labels of a concept as words are compared: casefolded, without full stops."""
        if concept not in self._words:
            found = self.get(concept)
            words = (x.text.casefold().strip(".") for x in (found.labels if found else ()))
            self._words[concept] = frozenset(words)
        return self._words[concept]

    def scheme(self, *schemes: Scheme) -> tuple[Concept, ...]:
        """Return the concepts of some schemes in the order of their ids."""
        if len(schemes) == 1:
            return self._schemes[schemes[0]]
        found = (concept for scheme in schemes for concept in self._schemes[scheme])
        return tuple(sorted(found, key=lambda concept: concept.id))

    def ancestors(self, concept: str) -> Iterator[Concept]:
        """Yield a concept and what is broader, nearest first."""
        at = self.get(concept)
        while at is not None:
            yield at
            at = self.get(at.broader)

    def is_a(self, concept: str | None, broader: str) -> bool:
        """Say whether a concept is ``broader`` or stands below it."""
        if concept is None:
            return False
        above = self._above.get(concept)
        if above is None:
            above = self._above[concept] = frozenset(c.id for c in self.ancestors(concept))
        return broader in above

    def bodies_of(self, country: str, *kinds: Kind) -> tuple[Concept, ...]:
        """Return the known bodies of a country, of some kinds where given."""
        bodies = self._bodies.get(country, ())
        return tuple(body for body in bodies if not kinds or body.kind in kinds)
