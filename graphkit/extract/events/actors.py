"""Who is spoken of in a sentence and may take part in what it tells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from graphkit.extract.nodes import Node
from graphkit.extract.reference import find_holder, shared_words
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.extract.transcripts import is_label
from graphkit.extract.tree import is_adjective
from graphkit.knowledge import Scheme
from graphkit.languages.document import Sentence
from graphkit.languages.syntax import Link, Phrase
from graphkit.model import BODIES, GROUPS, Kind, Relation, Status

PLURAL_SURE = 0.6
MAX_PLURAL = 6


@dataclass(frozen=True, slots=True)
class Actor:
    """A phrase for somebody (``start`` to ``end``, his title included) and how sure it is he."""

    start: int
    end: int
    head: int
    referent: str
    sure: float
    kind: Kind

    @property
    def phrase(self) -> Phrase:
        """The phrase, for questions of grammar."""
        return Phrase(self.start, self.end, self.head)

    @property
    def is_person(self) -> bool:
        """Say whether it is a person."""
        return self.kind is Kind.PERSON


def find_actors(scene: Scene, sentence: Sentence, spoken: set[int]) -> list[Actor]:
    """Return the persons, titles that mean one, bodies and countries of a sentence, in order."""
    near = scene.phrases_of(sentence)
    nodes = [
        n
        for n in near
        if sentence.start <= n.start and n.end <= sentence.end and n.start not in spoken
    ]
    persons = [
        n for n in nodes if n.sort is Sort.PERSON and n in scene.of and not _in_name(near, n)
    ]
    persons = [n for n in persons if not is_label(scene, n)]
    found = [_person(scene, p, nodes) for p in persons]
    for node in nodes:
        if node.parent is not None:
            continue
        if node.sort is Sort.ROLE and not _is_title(scene, node, persons):
            found.extend(_holders(scene, node))
        elif node.sort is Sort.BODY:
            found.extend(_body(scene, node))
        elif node.sort is Sort.PLACE:
            found.extend(_state(scene, node))
    return sorted(found, key=lambda a: (a.start, a.end))


def _state(scene: Scene, node: Node) -> list[Actor]:
    if node not in scene.of or is_adjective(node):
        return []
    referent = scene.of[node]
    if scene.kind(referent) is not Kind.COUNTRY:
        return []
    return [Actor(node.begin, node.stop, node.head, referent, 0.75, Kind.COUNTRY)]


def _person(scene: Scene, person: Node, nodes: list[Node]) -> Actor:
    start = person.start
    for node in nodes:
        if node.sort is not Sort.ROLE or node.parent is not None:
            continue
        near = 0 <= person.start - node.stop < 2
        if near and scene.syntax.is_title_before(scene.doc, node.whole, person.whole):
            start = min(start, node.begin)
    return Actor(start, person.end, person.head, scene.of[person], 0.9, Kind.PERSON)


def _is_title(scene: Scene, title: Node, persons: list[Node]) -> bool:
    """A title that stands beside a name means nobody else."""
    return any(
        (
            0 <= p.start - title.stop < 3
            and scene.syntax.is_title_before(scene.doc, title.whole, p.whole)
        )
        or (
            0 <= title.begin - p.end < 4
            and scene.syntax.is_title_after(scene.doc, p.whole, title.whole)
        )
        for p in persons
    )


def _holders(scene: Scene, node: Node) -> list[Actor]:
    """A title means its holder; the members of a group who meet somebody stand for the group."""
    head = scene.doc[node.head]
    # English has no tags: "leaders" differs from its dictionary form.
    plural = head.lower_ == f"{head.lemma_}s" or "Plur" in head.morph.get("Number")
    offices = [m for m in node.modified_by(Link.OWNER) if _are_ministries(scene, m)]
    if offices:
        ministers = _ministers(scene, offices[0])
        return [Actor(node.begin, node.stop, node.head, p, 0.75, Kind.PERSON) for p in ministers]
    if not plural:
        holder = _salient(scene, node) or find_holder(scene, node)
        return (
            [Actor(node.begin, node.stop, node.head, holder, 0.75, Kind.PERSON)] if holder else []
        )
    if not any(m.sort is Sort.BODY for _, m in node.modifiers):
        return [
            Actor(node.begin, node.stop, node.head, p, PLURAL_SURE, Kind.PERSON)
            for p in _all_holders(scene, node)
        ]
    groups = [scene.of[m] for _, m in node.modifiers if m.sort is Sort.BODY and m in scene.of]
    return [
        Actor(node.begin, node.stop, node.head, g, 0.75, scene.kind(g))
        for g in groups
        if scene.kind(g) in GROUPS
    ]


def _are_ministries(scene: Scene, node: Node) -> bool:
    """«главы внешнеполитических ведомств»: several, so no one of them is named."""
    plural = scene.syntax.is_plural(scene.doc[node.head])
    return plural and node.sort is Sort.BODY and Kind.MINISTRY in node.senses.kinds


def _ministers(scene: Scene, offices: Node) -> list[str]:
    """Return the two ministers of whom a release tells that they head ministries of a sort."""
    draft, kinds, found = scene.draft, offices.senses.ids, dict[str, None]()
    for (person, relation, held), claim in draft.claims.items():
        role = draft.referents[held].role
        if relation is Relation.HOLDS and scene.knowledge.is_a(role, "role/minister"):
            bodies = draft.objects(held, Relation.POST_IN)
            if claim.status is Status.ASSERTED and kinds & {
                draft.referents[b].type for b in bodies
            }:
                found[person] = None
    return list(found) if len(found) == 2 else []


def _salient(scene: Scene, title: Node) -> str | None:
    """A title without more («министр») means the one of its holders of whom most is told.

    Of equals it is the one named first: releases open with whom they follow (the ranking of
    centering theory: Grosz, Joshi and Weinstein, "Centering", Computational Linguistics 1995).
    """
    if title.modifiers:
        return None
    begin = scene.draft.characters(title.start, title.end)[0]
    counts: dict[str, tuple[int, int, int]] = {}
    for person in find_holders(scene, title):
        places = [m.begin for m in scene.draft.mentions if m.referent == person and m.begin < begin]
        if places:
            several = title.end - title.start > 1
            shared = shared_words(scene, title, person) if several else 0
            counts[person] = (shared, len(places), -min(places))
    return max(counts, key=lambda p: counts[p]) if counts else None


def _all_holders(scene: Scene, title: Node) -> list[str]:
    """«француз сенаторлары» are those of whom it is told that they are French senators."""
    draft, country = scene.draft, None
    for place in title.modified_by(Link.OWNER):
        country = country or scene.country_of(place)
    if country is None:
        return []
    wanted = draft.keys.get(country)
    found = []
    for person in dict.fromkeys(find_holders(scene, title)):
        posts = draft.objects(person, Relation.HOLDS)
        if any(wanted in draft.objects(post, Relation.OF_COUNTRY) for post in posts):
            found.append(person)
    return found if 1 < len(found) <= MAX_PLURAL else []


def find_holders(scene: Scene, title: Node) -> list[str]:
    """Return the persons who hold the post that a bare title names, by what is claimed so far."""
    roles = {s.concept.id for s in title.senses if s.concept.scheme is Scheme.ROLE}
    draft = scene.draft
    return [
        person
        for (person, relation, held) in draft.claims
        if relation is Relation.HOLDS
        and any(scene.knowledge.is_a(draft.referents[held].role, role) for role in roles)
    ]


def _body(scene: Scene, node: Node) -> list[Actor]:
    if node not in scene.of and "type/delegation" in node.senses.ids:
        owned = _delegations(scene)  # «узбекская делегация» is the one named before
        return (
            [Actor(node.begin, node.stop, node.head, owned[0], 0.7, Kind.DELEGATION)]
            if owned
            else []
        )
    if node not in scene.of or scene.kind(scene.of[node]) not in BODIES:
        return []
    referent = scene.of[node]
    kind = scene.kind(referent)
    if kind is Kind.DELEGATION and not scene.draft.referents[referent].names:
        return []
    if kind is Kind.DELEGATION and not node.modifiers and node.generic:
        owned = _delegations(scene)
        if not owned:
            return []
        referent = owned[0]
    return [Actor(node.begin, node.stop, node.head, referent, 0.8, kind)]


def _delegations(scene: Scene) -> list[str]:
    """Return the delegations that the release says whose they are."""
    return [
        scene.of[n]
        for n in scene.nodes
        if n.sort is Sort.BODY
        and n in scene.of
        and n.modifiers
        and scene.kind(scene.of[n]) is Kind.DELEGATION
    ]


def _in_name(nodes: Sequence[Node], person: Node) -> bool:
    return any(
        n.sort is Sort.BODY and n.start <= person.start and person.end <= n.end for n in nodes
    )
