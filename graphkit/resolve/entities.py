"""Nodes of one id -> Entity."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence, Set

from graphkit.knowledge.concepts import NAMES, Concept, Knowledge, Use
from graphkit.model import (
    Entity,
    Kind,
    Name,
    Passage,
    Referent,
    Status,
)
from graphkit.resolve.aliases import Aliases
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
    known: Iterable[str],
    aliases: Aliases,
) -> tuple[Entity, ...]:
    """Return all entities by id; ``known`` are concepts that are there without being named."""
    nodes: defaultdict[str, list[Node]] = defaultdict(list)
    for node in sorted(ids):
        nodes[ids[node]].append(node)
    for path in known:
        nodes[path]  # named by no release, but something that is belongs to it
    places = _mentions(corpus, ids)
    courtesies = knowledge.words("word/honorific")
    found = []
    for path in sorted(nodes):
        told = [corpus.referents[node] for node in nodes[path]]
        concept = knowledge.get(path) or _pinned(told, knowledge, nodes.keys())
        more = (places[path], aliases, courtesies)
        if entity := _entity(path, nodes[path], told, concept, knowledge, *more):
            found.append(entity)
    return tuple(found)


def _mentions(corpus: Corpus, ids: Mapping[Node, str]) -> defaultdict[str, list[Passage]]:
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for extraction in corpus.extractions:
        release = extraction.release.id
        for mention in extraction.mentions:
            path = ids.get((release, mention.referent))
            if path is not None:
                found[path].append(Passage(release, mention.begin, mention.end))
    return found


def _entity(
    path: str,
    nodes: Sequence[Node],
    referents: Sequence[Referent],
    concept: Concept | None,
    knowledge: Knowledge,
    mentions: Iterable[Passage],
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
        tuple(sorted({release for release, _ in nodes})),
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
        mentions=tuple(sorted(set(mentions), key=lambda p: (p.release, p.begin, p.end))),
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
