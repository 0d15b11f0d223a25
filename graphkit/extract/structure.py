"""Bodies and what surrounds them -> parts, countries and partners."""

from __future__ import annotations

from graphkit.extract.bodies import partner_countries
from graphkit.extract.nodes import Node
from graphkit.extract.posts import guests_country
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.extract.tree import is_adjective
from graphkit.knowledge import Concept, Scheme
from graphkit.languages.syntax import Link
from graphkit.model import GROUPS, PARLIAMENTS, PRIVATE, Kind, Relation

MISSIONS = ("type/representation", "type/diplomatic-mission", "type/consulate")
EXTRACTOR = "structure"
PARTED = frozenset(
    {
        Kind.COMMITTEE,
        Kind.FRIENDSHIP_GROUP,
        Kind.ALL_PARTY_GROUP,
        Kind.FACTION,
        Kind.PARLIAMENTARY_GROUP,
    }
)
CONCERNED = frozenset(
    {
        Kind.FRIENDSHIP_GROUP,
        Kind.ALL_PARTY_GROUP,
        Kind.EMBASSY,
        Kind.PARLIAMENTARY_GROUP,
        Kind.DELEGATION,
    }
)


def claim_structure(scene: Scene) -> None:
    """Note for every body that is named what it is part of, whose it is, whom it concerns."""
    for node in scene.nodes:
        if node.sort is Sort.BODY and node in scene.of:
            _claim_parts(scene, node)
            _claim_partners(scene, node)
    for node in scene.nodes:
        if node.sort is Sort.BODY and node in scene.of:
            _claim_implied(scene, node)


def _claim(scene: Scene, node: Node, relation: Relation, obj: str, confidence: float) -> None:
    scene.draft.add_claim(
        scene.of[node],
        relation,
        obj,
        node.begin,
        node.stop,
        confidence=confidence,
        extractor=EXTRACTOR,
    )


def _claim_parts(scene: Scene, node: Node) -> None:
    if scene.kind(scene.of[node]) is Kind.PARLIAMENT:
        return  # "the House of Lords of the UK Parliament": the whole is part of nothing
    kind = scene.draft.referents[scene.of[node]].type
    is_mission = any(scene.knowledge.is_a(kind, mission) for mission in MISSIONS)
    is_owned = any(o in scene.of and o.sort is Sort.BODY for o in node.modified_by(Link.OWNER))
    for link, owner in node.modifiers:
        if owner not in scene.of or link is Link.FOR or (is_mission and link is Link.AT):
            continue
        if link is Link.IN and is_owned:
            continue  # «Мәжілісте Бундестагтың … тобы»: a guest there
        if scene.kind(scene.of[owner]) is Kind.PARTY:
            continue  # a faction is a party's, but a part of its chamber
        if owner.sort is Sort.BODY and not owner.generic:
            _claim(scene, node, Relation.PART_OF, scene.of[owner], 0.93)
        elif owner.sort is Sort.BODY:
            _claim(scene, node, Relation.PART_OF, scene.of[owner], 0.8)


def _claim_partners(scene: Scene, node: Node) -> None:
    referent = scene.of[node]
    kind = scene.draft.referents[referent].type
    is_mission = any(scene.knowledge.is_a(kind, mission) for mission in MISSIONS)
    for place in node.modified_by(Link.AT):
        if (seat := scene.country_of(place)) is not None:
            scene.seats[referent] = seat
    country = scene.countries.get(referent)
    partners = partner_countries(scene, node, None)
    if scene.kind(referent) not in CONCERNED and not is_mission:
        if len(partners) == 2 and Kind.ORGANIZATION is not scene.kind(referent):
            scene.countries.pop(referent, None)  # a joint body of two states is neither's
            _claim_concerned(scene, node, partners)
        return
    partners = [p for p in partners if p != country]
    if len(partners) == 2 and country is None and scene.kind(referent) is not Kind.EMBASSY:
        scene.countries[referent] = partners[0]
        partners = partners[1:]
    _claim_concerned(scene, node, partners)


def _claim_concerned(scene: Scene, node: Node, partners: list[str]) -> None:
    for partner in partners:
        concept = scene.knowledge[partner]
        kind = concept.kind or Kind.COUNTRY
        _claim(scene, node, Relation.CONCERNS, scene.refer_to_concept(concept, kind), 0.93)


def _claim_implied(scene: Scene, node: Node) -> None:
    """Add what a body's name necessarily implies: a chamber's parliament, a ministry's country."""
    referent = scene.of[node]
    draft = scene.draft
    concept = scene.knowledge.get(draft.referents[referent].link)
    if (
        concept is not None
        and concept.part_of is not None
        and _implies_parent(scene, node, concept)
    ):
        _claim_known_parent(scene, node, concept)
    if draft.objects(referent, Relation.PART_OF):
        return
    kind, country = scene.kind(referent), scene.countries.get(referent)
    if kind in PARTED:
        parent = _parent(scene, node, country)
        if parent is not None:
            _claim(scene, node, Relation.PART_OF, parent, 0.75)
        return
    if country is not None and kind not in GROUPS and kind is not Kind.INTERNATIONAL_ORGANIZATION:
        owners = [*node.modified_by(Link.OWNER), *(i for i in node.inner if is_adjective(i))]
        said = any(m.sort is Sort.PLACE for m in owners) or _names_country(scene, node, country)
        if not said and kind in PRIVATE:
            return
        _claim(
            scene,
            node,
            Relation.OF_COUNTRY,
            scene.refer_to_country(country),
            0.93 if said else 0.85,
        )


def _names_country(scene: Scene, node: Node, country: str) -> bool:
    """Say whether a body's name holds that of its country alone («… партия Узбекистана»)."""
    named = {
        sense.concept.id
        for hit in scene.hits_in(node.start, node.end)
        if not hit.start or scene.doc[hit.start - 1].text not in '«“"'
        for sense in hit.senses
        if sense.concept.scheme is Scheme.COUNTRY
    }
    return named == {country}


def _implies_parent(scene: Scene, node: Node, concept: Concept) -> bool:
    """A chamber is part of the parliament that is named; a body, of what its name holds."""
    parent = scene.knowledge.get(concept.part_of)
    if parent is None:
        return False
    if concept.kind is Kind.CHAMBER:
        named = scene.draft.keys.get(parent.id)
        return named is not None and not scene.draft.referents[named].implied
    return any(
        node.start <= hit.start and hit.end <= node.end and len(hit) < node.end - node.start
        and any(s.concept is parent for s in hit.senses)
        for hit in scene.hits
    )  # fmt: skip


def _claim_known_parent(scene: Scene, node: Node, concept: Concept) -> None:
    assert concept.part_of is not None
    parent = scene.knowledge[concept.part_of]
    if parent.kind is None:
        return
    made = scene.refer_to_concept(parent, parent.kind)
    _claim(scene, node, Relation.PART_OF, made, 0.9)
    if parent.country is not None:
        scene.draft.add_claim(
            made, Relation.OF_COUNTRY, scene.refer_to_country(parent.country),
            node.begin, node.stop, confidence=0.9, extractor=EXTRACTOR,
        )  # fmt: skip


def _parent(scene: Scene, node: Node, country: str | None) -> str | None:
    """A committee or group without a chamber belongs to the one last named, of its country."""
    begin = scene.draft.characters(node.start, node.end)[0]
    named = [m for m in scene.draft.mentions if scene.kind(m.referent) in PARLIAMENTS]
    if country is None:
        guests = guests_country(scene, node)
        near = (scene.side(node.start), guests, scene.home if scene.home_is_sure else None)
        country = next(
            (c for c in near if c and any(scene.countries.get(m.referent) == c for m in named)),
            None,
        )
    partners = scene.draft.objects(scene.of[node], Relation.CONCERNS)
    foreign = {c for c, r in scene.draft.keys.items() if r in partners}
    named = [m for m in named if scene.countries.get(m.referent) not in foreign]
    fitting = [m for m in named if country is None or scene.countries.get(m.referent) == country]
    if country is None and len({scene.countries.get(m.referent) for m in fitting}) > 1:
        sentence = scene.doc[node.start].sent
        first = scene.draft.characters(sentence.start, sentence.end)[0]
        last = scene.draft.characters(sentence.end - 1, sentence.end)[1]
        beside = [m for m in fitting if first <= m.begin < last]
        fitting = [m for m in beside if m.begin < begin]
        if not fitting and len({scene.countries.get(m.referent) for m in beside}) == 1:
            return min(beside, key=lambda m: m.begin).referent
    if scene.kind(scene.of[node]) is Kind.ALL_PARTY_GROUP:
        whole = [m for m in fitting if scene.kind(m.referent) is Kind.PARLIAMENT]
        fitting = whole or fitting
    before = [m for m in fitting if m.begin < begin]
    if before:
        return max(before, key=lambda m: m.begin).referent
    if country is None:  # a chamber that it meets later need not be its own
        fitting = [m for m in fitting if scene.kind(m.referent) is Kind.PARLIAMENT]
    return min(fitting, key=lambda m: m.begin).referent if fitting else None
