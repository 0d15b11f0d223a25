"""Body phrases -> referents: known bodies, and bodies composed of a type and what surrounds it."""

from __future__ import annotations

from graphkit.extract.body_names import is_called, name_body
from graphkit.extract.near import nearest_countries
from graphkit.extract.nodes import Node
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.extract.tree import is_adjective, is_type
from graphkit.knowledge import Concept, Scheme, Use
from graphkit.languages.syntax import Link
from graphkit.model import GOVERNMENT_BODIES, GROUPS, PARLIAMENTS, Kind, Referent

PARTS = frozenset({Kind.CHAMBER, *GROUPS})
PARTNERED = frozenset({Kind.ALL_PARTY_GROUP, Kind.FRIENDSHIP_GROUP})
UNIQUE = frozenset({Kind.EMBASSY, Kind.MINISTRY})


def refer_bodies(scene: Scene) -> None:
    """Make a referent for every body that the release names; generic nouns point back to one.

    Bodies whose country is said come first, so that bare repetitions find them.
    """
    bodies = [n for n in scene.nodes if n.sort is Sort.BODY]
    for node in sorted(bodies, key=lambda n: (_has_generic(n), _depth(n), _is_bare(n), n.start)):
        referent = refer_body(scene, node)
        if referent is not None:
            scene.of[node] = referent
            span = scene.doc.span(node.start, node.end)
            scene.draft.add_mention(referent, node.start, node.end, None, scene.grammar.case(span))


def _depth(node: Node) -> int:
    return 1 + max((_depth(m) for _, m in node.modifiers if m.sort is Sort.BODY), default=0)


def _has_generic(node: Node) -> bool:
    """Mere nouns point back to bodies, so those come after all bodies that have names."""
    return (node.generic and not node.modifiers) or any(_has_generic(m) for _, m in node.modifiers)


def _is_bare(node: Node) -> bool:
    return not node.modifiers


def refer_body(scene: Scene, node: Node) -> str | None:
    """Return the referent of one body phrase, made if need be; None for a mere noun."""
    country = owner_country(scene, node)
    if country is None and not node.modifiers and scene.syntax.is_plural(scene.doc[node.head]):
        return None
    known = list(node.senses.bodies)
    types = list(node.senses.types)
    inside = [c for i in node.inner for c in i.senses.bodies]
    if not known and len(inside) == 1 and inside[0].kind is not None:
        referent = scene.refer_to_concept(inside[0], inside[0].kind, implied=False)
        name_body(scene, node, referent)
        return referent
    if known and not (node.generic and types and country is None):
        concept = _choose(scene, node, known, country)
        if concept is not None and concept.kind is not None:
            referent = scene.refer_to_concept(concept, concept.kind, implied=False)
            name_body(scene, node, referent)
            return referent
        if node.generic and not types:
            return None
    if types:
        return _compose(scene, node, types[0], country)
    if known and country:
        return _make(scene, node, known[0].kind or Kind.ORGANIZATION, known[0].type, country)
    return None


def owner_country(scene: Scene, node: Node) -> str | None:
    """Return the country that a body's phrase gives to it, by its owner's too."""
    owners = node.modified_by(Link.OWNER, Link.AT, Link.IN)
    for owner in sorted(owners, key=lambda n: not node_is_owned_by(n, node)):
        if owner.sort is Sort.PLACE and node_is_owned_by(owner, node):
            if (country := scene.country_of(owner)) is not None:
                return country
        elif owner.sort is Sort.BODY and owner in scene.of:
            return scene.countries.get(scene.of[owner])
        elif owner.sort is Sort.ROLE:
            for place in owner.modified_by(Link.OWNER):
                if place.sort is Sort.PLACE:
                    return scene.country_of(place)
    inside = [n for n in node.inner if is_adjective(n) and scene.country_of(n)]
    if len(inside) == 1 and inside[0].start == node.start:
        return scene.country_of(inside[0])
    return None


def node_is_owned_by(owner: Node, node: Node) -> bool:
    """A place modifies a body as its owner unless it only says where the body sits."""
    return any(m is owner and link is Link.OWNER for link, m in node.modifiers)


def _choose(scene: Scene, node: Node, known: list[Concept], country: str | None) -> Concept | None:
    """Settle which of the bodies of one name is meant: by its parliament, country, context."""
    owners = {
        scene.draft.referents[scene.of[o]].link
        for o in node.modified_by(Link.OWNER, Link.AT)
        if o.sort is Sort.BODY and o in scene.of
    }
    for test in (
        lambda c: c.part_of is not None and c.part_of in owners,
        lambda c: country is not None and c.country == country,
    ):
        if fitting := [c for c in known if test(c)]:
            return fitting[0]
    if country is not None:
        return None
    known = [c for c in known if _is_near(scene, node, c)]
    if node.parent is not None and node.parent.sort is Sort.BODY:
        parts = {s.concept.part_of for s in node.parent.senses}
        known = [c for c in known if c.id in parts] or known
    if len({c.id for c in known}) == 1 and _may_be_meant(scene, known[0]):
        return known[0]
    return _by_context(scene, node, known)


def _is_near(scene: Scene, node: Node, concept: Concept) -> bool:
    """A name that is mostly another's («Ассамблея») counts where the body or its whole is named."""
    if concept.kind in PARLIAMENTS or not any(
        s.concept is concept and s.label.text in concept.ambiguous for s in node.senses
    ):
        return True
    return scene.is_named(concept.id) or scene.is_named(concept.part_of or concept.id)


def _may_be_meant(scene: Scene, concept: Concept) -> bool:
    """A ministry or agency of a state that the release never names is hardly meant."""
    if concept.kind not in GOVERNMENT_BODIES or concept.country is None:
        return True
    return concept.country == scene.home or concept.country in scene.frequent_countries()


def _by_context(scene: Scene, node: Node, known: list[Concept]) -> Concept | None:
    """A bare name («Сенат») means the body named before, else that of the nearest country."""
    side = scene.side(node.start)
    if side is not None and (own := [c for c in known if c.country == side]):
        return own[0]
    if scene.home_is_sure and (own := [c for c in known if c.country == scene.home]):
        return own[0]
    named = [c for c in known if _is_told_before(scene, c, node)]
    if len(named) == 1:
        hosts = [c for c in known if c.country == scene.seat and c not in named]
        return named[0] if not hosts or is_called(scene, named[0], node) else hosts[0]
    usual = [c for c in known if not any(s.label.text in c.ambiguous for s in node.senses)]
    if len(usual) == 1 and not scene.home_is_sure:
        known = usual
    near = nearest_countries(scene, node)
    pool = named or known
    guests = _told_later(scene, node)
    for country in [*(c for c in near if c not in guests), *(c for c in near if c in guests)]:
        if fitting := [c for c in pool if c.country == country]:
            return fitting[0]
    return None


def _is_told_before(scene: Scene, concept: Concept, node: Node) -> bool:
    """A short name follows the full one; what comes later is more likely the guest's."""
    referent = scene.draft.keys.get(concept.id)
    begin = scene.draft.characters(node.start, node.end)[0]
    return any(m.referent == referent and m.begin < begin for m in scene.draft.mentions)


def _told_later(scene: Scene, node: Node) -> set[str]:
    """Return whose chambers are named in full behind a bare name: it is hardly one of them."""
    found: set[str] = set()
    for other in scene.nodes:
        if other.sort is not Sort.BODY or other.start <= node.start:
            continue
        chambers = [s.concept for s in other.senses if s.concept.kind in PARLIAMENTS]
        if not chambers:
            continue
        said = {scene.country_of(m) for m in other.modified_by(Link.OWNER) if m.sort is Sort.PLACE}
        known = {concept.country for concept in chambers}
        found |= {c for c in (said or (known if len(known) == 1 else ())) if c is not None}
    return found


def _compose(scene: Scene, node: Node, concept: Concept, country: str | None) -> str | None:
    kind = concept.kind or Kind.ORGANIZATION
    short = node.senses.uses <= {Use.ABBREVIATION} and not node.modifiers
    if country is None and kind is Kind.MINISTRY and not any(node.modified_by(Link.OWNER, Link.AT)):
        country = _ministers_country(scene, node, concept)
    if (
        short
        and node.end - node.start == 1
        and (back := point_back(scene, node, concept, kind, country)) is not None
    ):
        scene.draft.add_names(back, scene.doc.text_of(node.start, node.end))
        return back
    if kind is Kind.DELEGATION and any(m.sort is Sort.PLACE for m in node.modified_by(Link.AT)):
        return _make(scene, node, Kind.INTERNATIONAL_ORGANIZATION, "type/representation", None)
    if kind is Kind.DELEGATION and (group := _owner_group(scene, node)) is not None:
        return group
    is_owner = short and kind is Kind.MINISTRY and node.parent is not None
    if node.generic and not is_owner and not _is_owned(scene, node, kind):
        back = point_back(scene, node, concept, kind, country)
        if back is not None or not _is_cabinet(scene, node, concept):
            return back
        country = scene.home
    owners = [scene.of[o] for o in node.modified_by(Link.OWNER) if o in scene.of]
    is_foreign = any(scene.kind(o) is Kind.INTERNATIONAL_ORGANIZATION for o in owners)
    if country is None and not is_foreign and kind in GOVERNMENT_BODIES:
        country = next(iter(nearest_countries(scene, node)), None)
    if country is not None and (body := known_of_type(scene, concept, country)) is not None:
        referent = scene.refer_to_concept(body, body.kind or kind, implied=False)
        name_body(scene, node, referent)
        return referent
    return _make(scene, node, _kind_by_owner(scene, node, kind), concept.id, country)


def _is_cabinet(scene: Scene, node: Node, concept: Concept) -> bool:
    """«Үкімет» with a capital and nobody else's before it is the government at home."""
    is_name = node.end - node.start == 1 and scene.doc[node.start].text[:1].isupper()
    at_home = scene.home is not None and scene.syntax.home == scene.home
    return concept.id == "type/government" and is_name and at_home and not node.modifiers


def _ministers_country(scene: Scene, node: Node, concept: Concept) -> str | None:
    """A bare ministry is that of the minister whose state is said, of two ministers the host's."""
    if scene.home_is_sure or scene.side(node.start) is not None:
        return None
    states: set[str] = set()
    for title in scene.nodes:
        if title.sort is Sort.ROLE and title.start < node.start and concept.id in title.senses.ids:
            owners = [m for m in title.modified_by(Link.OWNER) if m.sort is Sort.PLACE]
            states.update(s for o in owners if (s := scene.country_of(o)) is not None)
    if len(states) > 1:
        return scene.home if scene.home in states else None
    return next(iter(states), None)


def known_of_type(scene: Scene, concept: Concept, country: str) -> Concept | None:
    """Return the one known body that is a country's ministry of a portfolio (FCDO)."""
    if concept.kind is not Kind.MINISTRY or concept.broader is None:
        return None
    bodies = [c for c in scene.knowledge.bodies_of(country) if c.type == concept.id]
    return bodies[0] if len(bodies) == 1 else None


def _kind_by_owner(scene: Scene, node: Node, kind: Kind) -> Kind:
    """A committee of a ministry is a part of the government, a parliament's commission is not."""
    owners = {scene.kind(scene.of[o]) for o in node.modified_by(Link.OWNER) if o in scene.of}
    if owners & PARLIAMENTS and is_type(node, "type/commission", scene.knowledge):
        return Kind.COMMITTEE
    return (
        Kind.GOVERNMENT_BODY
        if kind is Kind.COMMITTEE and owners & {Kind.MINISTRY, Kind.GOVERNMENT_BODY}
        else kind
    )


def _owner_group(scene: Scene, node: Node) -> str | None:
    """A group's delegation is the group itself on a journey."""
    owners = [scene.of[o] for o in node.modified_by(Link.OWNER) if o in scene.of]
    return next((o for o in owners if scene.kind(o) in GROUPS), None)


def _is_owned(scene: Scene, node: Node, kind: Kind) -> bool:
    """A noun with its owner is a name where the two together can mean one body only."""
    owners = {o.sort for o in node.modified_by(Link.OWNER) if o in scene.of}
    if kind in PARTNERED and any(m in scene.of for m in node.modified_by(Link.FOR)):
        return True
    if kind is Kind.DELEGATION:
        return Sort.BODY in owners or any(True for _ in node.modified_by(Link.FOR))
    if kind is Kind.FRIENDSHIP_GROUP and partner_countries(scene, node, None):
        return True  # «группа по сотрудничеству Совета Федерации с Национальным собранием …»
    if Sort.BODY in owners and (
        kind is Kind.FACTION or is_type(node, "type/department", scene.knowledge)
    ):
        return True
    said = bool(owners) and scene.doc[node.start].text[:1].isupper()
    return said or (kind in UNIQUE and Sort.PLACE in owners)


def point_back(
    scene: Scene, node: Node, concept: Concept, kind: Kind, country: str | None
) -> str | None:
    """Return the body last named that a generic noun («палата», "the committee") can mean."""
    begin = scene.draft.characters(node.start, node.end)[0]
    best: str | None = None
    for mention in sorted(scene.draft.mentions, key=lambda m: m.begin):
        referent = scene.draft.referents[mention.referent]
        if mention.begin >= begin:
            break
        if not _may_mean(scene, concept, kind, referent):
            continue
        own = scene.countries.get(referent.id)
        if country is None or own == country or (own is None and kind in GROUPS):
            best = referent.id
    return best


def _may_mean(scene: Scene, concept: Concept, kind: Kind, referent: Referent) -> bool:
    """A noun means a body of its own type; offices and organisations are of too many sorts."""
    if scene.knowledge.is_a(referent.type, concept.id):
        return True
    if kind is Kind.DELEGATION and referent.type == "type/representation":
        return True
    return referent.kind is kind and kind not in (Kind.GOVERNMENT_BODY, Kind.ORGANIZATION)


def _make(scene: Scene, node: Node, kind: Kind, type_id: str | None, country: str | None) -> str:
    referent = scene.draft.refer(kind, _key(scene, node, kind, type_id, country))
    known = scene.draft.referents[referent].type
    finer = known if type_id and scene.knowledge.is_a(known, type_id) else type_id
    scene.draft.update(referent, type=finer, implied=False)
    if country:
        scene.countries[referent] = country
    name_body(scene, node, referent)
    return referent


def _key(scene: Scene, node: Node, kind: Kind, type_id: str | None, country: str | None) -> str:
    """Return what makes a composed body itself: its type, its state, whom it concerns, its name."""
    partners = partner_countries(scene, node, country)
    owners = [o for o in node.modified_by(Link.OWNER, Link.AT) if o.sort is Sort.BODY]
    owner = next((scene.of[o] for o in owners if o in scene.of), "")
    if kind is Kind.EMBASSY or type_id == "type/representation":
        return f"{type_id}:{country or owner}:{','.join(partners)}"
    if kind is Kind.MINISTRY and type_id != "type/ministry" and node.portfolio is None:
        return ministry_key(scene, type_id, country)
    if kind in (Kind.FRIENDSHIP_GROUP, Kind.ALL_PARTY_GROUP) and partners:
        own = country or (partners[0] if len(partners) == 2 else "")
        return f"{kind}:{own}:{','.join(sorted({*partners} - {own}))}"
    label = scene.grammar.nominative(scene.doc.span(node.start, node.end), Kind.ORGANIZATION)
    if node.complement is not None:
        label += scene.doc.text_of(node.complement[0], node.complement[1])
    return f"{kind}:{label.casefold()}:{owner or country if node.generic else country or owner}"


def ministry_key(scene: Scene, type_id: str | None, country: str | None) -> str:
    """ "The MFA" of a state is its Ministry of Foreign Affairs and Trade, where that is named."""
    for known, referent in scene.draft.keys.items():
        other = scene.draft.referents[referent].type
        same = scene.knowledge.is_a(other, type_id or "") or scene.knowledge.is_a(
            type_id, other or ""
        )
        if other != "type/ministry" and same and scene.countries.get(referent) == country:
            return known
    return f"{type_id}:{country}"


def partner_countries(scene: Scene, node: Node, country: str | None) -> list[str]:
    """Return the concepts of the places that a group or embassy concerns."""
    found = []
    for place in [*node.inner, *node.modified_by(Link.FOR), *node.modified_by(Link.AT)]:
        if place.sort is Sort.PLACE:
            concept = scene.place(place)
            if concept is not None:
                inside = scene.country_in(concept) or concept.id
                if concept.scheme is not Scheme.CITY or scene.is_named(inside):
                    found.append(inside)
        elif place in scene.of and scene.kind(scene.of[place]) in PARLIAMENTS:
            state = scene.countries.get(scene.of[place])  # its friends are another parliament's
            found += [state] if state else []
    return [c for c in dict.fromkeys(found) if c != country]
