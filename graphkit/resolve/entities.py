"""Nodes of one id -> Entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Container, Iterator, Mapping, Sequence, Set
from itertools import chain, groupby

from graphkit.knowledge.concepts import NAMES, Concept, Knowledge, Use
from graphkit.model import (
    Entity,
    Extraction,
    Kind,
    Name,
    Referent,
    Status,
)
from graphkit.resolve.aliases import NO_ALIASES, Aliases
from graphkit.resolve.corpus import Corpus, Node
from graphkit.resolve.names import parse_name
from graphkit.resolve.roles import base_role

# Where releases disagree on what a thing is, the finest word wins, in this order.
FINEST = tuple(Kind)
WIDE_KINDS = (Kind.ORGANIZATION, Kind.GOVERNMENT_BODY, Kind.PARLIAMENTARY_GROUP)


def make_entities(
    corpus: Corpus,
    ids: Mapping[Node, str],
    knowledge: Knowledge,
    known: frozenset[str],
    aliases: Aliases,
) -> Iterator[Entity]:
    """Yield what many releases may tell of; ``known`` is there without being named.

    Something that is belongs to it. Their mentions are not in a corpus: see ``stage.resolve``.
    """
    ordered = sorted(ids)
    ordered.sort(key=ids.__getitem__)
    taken = known.union(ids.values())
    courtesies = knowledge.words("word/honorific")
    for path, nodes in chain(
        groupby(ordered, key=ids.__getitem__),
        ((path, iter(())) for path in sorted(known.difference(ids.values()))),
    ):
        own = list(nodes)
        told = [corpus.referents[node] for node in own]
        concept = knowledge.get(path) or _pinned(told, knowledge, taken)
        releases = sorted({release for release, _ in own})
        if entity := _entity(path, releases, told, concept, knowledge, aliases, courtesies):
            yield entity


def make_quotations(
    extraction: Extraction, id_of: Callable[[str, Referent], str | None], knowledge: Knowledge
) -> Iterator[Entity]:
    """Yield the quotations of a release: each is its own."""
    release = extraction.release.id
    told: defaultdict[str, list[Referent]] = defaultdict(list)
    for referent in extraction.referents:
        if referent.kind is Kind.QUOTATION and (path := id_of(release, referent)) is not None:
            told[path].append(referent)
    for path, same in told.items():
        if entity := _entity(path, [release], same, None, knowledge, NO_ALIASES, ()):
            yield entity


def _entity(
    path: str,
    releases: Sequence[str],
    referents: Sequence[Referent],
    concept: Concept | None,
    knowledge: Knowledge,
    aliases: Aliases,
    courtesies: Container[str],
) -> Entity | None:
    kind = _kind(referents, concept)
    if kind is None:
        return None
    told = Counter(name for referent in referents for name in referent.names)
    known = _known_names(concept)
    return Entity(
        path,
        kind,
        tuple(sorted({*told, *known}, key=lambda n: (n.language, n.text))),
        tuple(releases),
        preferred=_preferred(told, concept, kind, courtesies),
        notation=concept.notation if concept else None,
        same_as=_same_as(path, concept, aliases.same.get(path, ())),
        replaces=aliases.replaced.get(path, ()),
        role=_role(referents, knowledge),
        text=next((r.text for r in referents if r.text is not None), None),
        language=next((r.language for r in referents if r.language is not None), None),
        date=_date(referents),
        topics=tuple(sorted({topic for referent in referents for topic in referent.topics})),
        status=_status(referents),
    )


def _pinned(referents: Sequence[Referent], knowledge: Knowledge, taken: Set[str]) -> Concept | None:
    """Return what they are linked to, unless a person said that another node is that."""
    links = sorted({r.link for r in referents if r.link and r.link in knowledge} - taken)
    return knowledge.get(links[0]) if links else None


def _kind(referents: Sequence[Referent], concept: Concept | None) -> Kind | None:
    if concept is not None and concept.kind is not None:
        return concept.kind
    kinds = Counter(referent.kind for referent in referents)
    fine = {kind: n for kind, n in kinds.items() if kind not in WIDE_KINDS} or kinds
    return min(fine, key=lambda kind: (-fine[kind], FINEST.index(kind)), default=None)


def _known_names(concept: Concept | None) -> list[Name]:
    if concept is None:
        return []
    return [Name(label.text, label.language) for label in concept.labels if label.use in NAMES]


def _preferred(
    told: Counter[Name], concept: Concept | None, kind: Kind, courtesies: Container[str]
) -> tuple[Name, ...]:
    """Return one name a language: the knowledge's, or the fullest that is used most."""
    chosen: dict[str, Name] = {}
    for name in sorted(told, key=lambda n: _preference(n, told[n], kind, courtesies)):
        chosen.setdefault(name.language, name)
    for label in concept.labels if concept else ():
        if label.use is Use.PREFERRED:
            chosen[label.language] = Name(label.text, label.language)
    return tuple(chosen[language] for language in sorted(chosen))


def _preference(
    name: Name, count: int, kind: Kind, courtesies: Container[str]
) -> tuple[bool, int, int, str]:
    """For persons a full name often used; for others the longest, which says of what it is."""
    if kind is Kind.PERSON:
        polite = name.text.split()[0].casefold().strip(".") in courtesies
        full = parse_name(name.text).full and not polite
        return not full, -count, len(name.text), name.text
    return False, -len(name.text), -count, name.text


def _same_as(path: str, concept: Concept | None, others: Sequence[str]) -> tuple[str, ...]:
    known = concept.same_as if concept else ()
    iri = (concept.iri,) if concept and concept.id != path else ()
    return tuple(dict.fromkeys((*sorted((*known, *iri)), *others)))


def _role(referents: Sequence[Referent], knowledge: Knowledge) -> str | None:
    """Return the role of a post: as said where all say the same, else what is above them."""
    roles = sorted({referent.role for referent in referents if referent.role})
    if len(roles) < 2:
        return roles[0] if roles else None
    return f"role/{base_role(roles[0], knowledge)}"


def _date(referents: Sequence[Referent]) -> str | None:
    """Return the day that most tellings give, a full one first."""
    days = Counter(referent.date for referent in referents if referent.date)
    return min(days, key=lambda day: (-len(day), -days[day], day), default=None)


def _status(referents: Sequence[Referent]) -> Status:
    """What has happened in one release is no longer planned in another."""
    found = {referent.status for referent in referents} or {Status.ASSERTED}
    order = (Status.ASSERTED, *(status for status in Status if status is not Status.ASSERTED))
    return next(status for status in order if status in found)
