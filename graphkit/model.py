"""The values that the stages pass to each other, one frozen class a stage.

Source -> Release -> (spaCy Doc) -> Extraction (mentions, referents, claims)
-> Resolution (entities, facts, proposals) -> Graph.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from html import escape
from typing import Protocol

_FOLDED = re.compile(r"&#?\w+;|''|,,|<<|>>|.[\u0300-\u036f]+")


class Kind(StrEnum):
    """What a thing is: the local name of its class in ``ontologies/graphkit.ttl``."""

    PERSON = "Person"
    COUNTRY = "Country"
    REGION = "Region"
    CITY = "City"
    PARLIAMENT = "Parliament"
    CHAMBER = "Chamber"
    PARLIAMENTARY_GROUP = "ParliamentaryGroup"
    FRIENDSHIP_GROUP = "FriendshipGroup"
    ALL_PARTY_GROUP = "AllPartyGroup"
    COMMITTEE = "Committee"
    FACTION = "Faction"
    DELEGATION = "Delegation"
    GOVERNMENT_BODY = "GovernmentBody"
    MINISTRY = "Ministry"
    EMBASSY = "Embassy"
    INTERNATIONAL_ORGANIZATION = "InternationalOrganization"
    PARTY = "Party"
    ORGANIZATION = "Organization"
    POST = "Post"
    MEETING = "Meeting"
    CALL = "Call"
    VISIT = "Visit"
    CONFERENCE = "Conference"
    SIGNING = "Signing"
    APPOINTMENT = "Appointment"
    ELECTION = "Election"
    QUOTATION = "Quotation"


PLACES = frozenset({Kind.COUNTRY, Kind.REGION, Kind.CITY})
GROUPS = frozenset(
    {
        Kind.PARLIAMENTARY_GROUP,
        Kind.FRIENDSHIP_GROUP,
        Kind.ALL_PARTY_GROUP,
        Kind.COMMITTEE,
        Kind.FACTION,
        Kind.DELEGATION,
    }
)
PARLIAMENTS = frozenset({Kind.PARLIAMENT, Kind.CHAMBER})
PARTISAN = frozenset({Kind.PARTY, Kind.FACTION})
PRIVATE = frozenset({Kind.PARTY, Kind.ORGANIZATION})
GOVERNMENT_BODIES = frozenset({Kind.GOVERNMENT_BODY, Kind.MINISTRY, Kind.EMBASSY})
BODIES = GROUPS | GOVERNMENT_BODIES | PARLIAMENTS | PRIVATE | {Kind.INTERNATIONAL_ORGANIZATION}
EVENTS = frozenset(
    {
        Kind.MEETING,
        Kind.CALL,
        Kind.VISIT,
        Kind.CONFERENCE,
        Kind.SIGNING,
        Kind.APPOINTMENT,
        Kind.ELECTION,
    }
)
_SENTENCES = EVENTS | {Kind.QUOTATION}


class Relation(StrEnum):
    """A property between two things, as a prefixed name of the vocabulary."""

    HOLDS = "org:holds"
    MEMBER_OF = "org:memberOf"
    PART_OF = "org:subOrganizationOf"
    OF_COUNTRY = "gk:ofCountry"
    CONCERNS = "gk:concerns"
    POST_IN = "org:postIn"
    ACCREDITED_TO = "gk:accreditedTo"
    ATTENDEE = "schema:attendee"
    ORGANIZER = "schema:organizer"
    LOCATION = "schema:location"
    CREATOR = "schema:creator"


class Status(StrEnum):
    """How a claim holds: as said, no longer, provisionally, not yet, or not at all."""

    ASSERTED = "asserted"
    FORMER = "former"
    ACTING = "acting"
    APPOINTED = "appointed"
    PLANNED = "planned"
    DENIED = "denied"


class Case(StrEnum):
    """Grammatical case by its Universal Dependencies feature value."""

    NOM = "Nom"
    GEN = "Gen"
    DAT = "Dat"
    ACC = "Acc"
    LOC = "Loc"
    ABL = "Abl"
    INS = "Ins"


@dataclass(frozen=True, slots=True)
class Source:
    """Where a release was read from: a path or URL, and the record in it (1-based), if many."""

    uri: str
    record: int | None = None

    def __str__(self) -> str:
        return self.uri if self.record is None else f"{self.uri}#{self.record}"


@dataclass(frozen=True, slots=True)
class Release:
    """One document. ``text`` is as given; ``reading`` is what the language stage reads.

    ``reading`` is the body only (header, credits and dateline are kept apart), with
    look-alike letters, soft hyphens and quotation marks folded. ``offsets[i]`` is the
    code point in ``text`` where character ``i`` of ``reading`` stands; it has one
    more item than ``reading``, for the end. The title, when there is one, is the first
    sentence of ``reading`` (``title_end`` characters of it, 0 when there is none).
    """

    id: str
    text: str
    reading: str
    offsets: tuple[int, ...]
    source: Source
    language: str
    title: str | None = None
    title_end: int = 0
    date: str | None = None
    publisher: str | None = None
    url: str | None = None
    dateline: str | None = None
    dateline_begin: int = 0
    dateline_end: int = 0
    dateline_date: str | None = None

    def span(self, begin: int, end: int) -> tuple[int, int]:
        """Turn a stretch of ``reading`` into the stretch of ``text`` it stands for."""
        if begin >= end:
            return self.offsets[begin], self.offsets[begin]
        last = self.offsets[end - 1]
        if self.text[last] == self.reading[end - 1]:
            return self.offsets[begin], last + 1
        # A folded character may stand for several: a letter and its marks, an entity.
        several = _FOLDED.match(self.text, last)
        return self.offsets[begin], several.end() if several else last + 1


@dataclass(frozen=True, slots=True)
class Name:
    """A nominative name of a thing in one language."""

    text: str
    language: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a release's ``text``: code points, end exclusive."""

    release: str
    begin: int
    end: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text speaks of a thing: code points of the release's ``text``."""

    begin: int
    end: int
    referent: str
    name: str | None = None
    case: Case | None = None


@dataclass(frozen=True, slots=True)
class Referent:
    """A thing as one release speaks of it; ``id`` is unique in its release (``person1``).

    ``names``: nominative names, fullest first; ``link``: id of the concept in the
    knowledge that it is (``country/KZ``, ``body/gb/house-of-commons``), ``type``: id
    of the concept that says what sort of body, event it is (``type/ministry-of-foreign-affairs``).
    ``role`` is set on posts, ``text`` and ``language`` on quotations, ``date``
    (ISO 8601, possibly shortened: ``2026-05``, ``--05-13``) on events, ``topics`` on both.
    ``implied`` says that the wording implies it but never names it.
    """

    id: str
    kind: Kind
    names: tuple[Name, ...] = ()
    link: str | None = None
    type: str | None = None
    role: str | None = None
    text: str | None = None
    language: str | None = None
    date: str | None = None
    topics: tuple[str, ...] = ()
    status: Status = Status.ASSERTED
    implied: bool = False


@dataclass(frozen=True, slots=True)
class Claim:
    """What one passage says of two referents of its release."""

    subject: str
    relation: Relation
    object: str
    begin: int
    end: int
    confidence: float
    extractor: str
    status: Status = Status.ASSERTED


@dataclass(frozen=True, slots=True)
class Extraction:
    """All that one release says. ``release`` carries no ``reading``: offsets are into ``text``."""

    release: Release
    referents: tuple[Referent, ...]
    mentions: tuple[Mention, ...]
    claims: tuple[Claim, ...]

    def _repr_html_(self) -> str:
        """Return the text with its mentions marked, as a notebook shows it.

        Of two that overlap the first is marked, or the longer of two that begin together;
        events and quotations, which are whole sentences, are left out.
        """
        kinds = {referent.id: referent.kind for referent in self.referents}
        named = (m for m in self.mentions if kinds[m.referent] not in _SENTENCES)
        parts, end = [], 0
        for mention in sorted(named, key=lambda m: (m.begin, -m.end)):
            if mention.begin < end:
                continue
            parts.append(escape(self.release.text[end : mention.begin]))
            words, kind = self.release.text[mention.begin : mention.end], kinds[mention.referent]
            parts.append(
                f'<mark title="{mention.referent}">{escape(words)} <sub>{kind}</sub></mark>'
            )
            end = mention.end
        parts.append(escape(self.release.text[end:]))
        return f'<div style="white-space:pre-wrap;line-height:1.8">{"".join(parts)}</div>'


@dataclass(frozen=True, slots=True)
class Support:
    """One release's claim behind a fact."""

    passage: Passage
    confidence: float
    extractor: str
    status: Status = Status.ASSERTED


@dataclass(frozen=True, slots=True)
class Entity:
    """One real thing. ``id`` is its path below the base IRI (``person/ermek-kosherbaev``).

    ``same_as`` are other ids and IRIs of it; ``replaces`` ids that it had until another
    thing could be meant by them too.
    """

    id: str
    kind: Kind
    names: tuple[Name, ...]
    releases: tuple[str, ...]
    preferred: tuple[Name, ...] = ()
    notation: str | None = None
    same_as: tuple[str, ...] = ()
    replaces: tuple[str, ...] = ()
    role: str | None = None
    text: str | None = None
    language: str | None = None
    date: str | None = None
    topics: tuple[str, ...] = ()
    status: Status = Status.ASSERTED
    mentions: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Fact:
    """What all releases together say of two entities; built-in knowledge has no ``support``."""

    subject: str
    relation: Relation
    object: str
    support: tuple[Support, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two entities that may be one: for a person to decide. ``score`` is from 0 to 1."""

    left: str
    right: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Resolution:
    """What the resolve stage makes of all extractions."""

    releases: tuple[Release, ...]
    entities: tuple[Entity, ...]
    facts: tuple[Fact, ...]
    proposals: tuple[Proposal, ...] = ()


class Told(Protocol):
    """A Resolution, or one that is on disk and read in order, as often as one likes."""

    @property
    def releases(self) -> Iterable[Release]: ...

    @property
    def entities(self) -> Iterable[Entity]: ...

    @property
    def facts(self) -> Iterable[Fact]: ...
