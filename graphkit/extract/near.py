"""The state that may be meant where a title or a body names none."""

from __future__ import annotations

from graphkit.extract.nodes import Node
from graphkit.extract.rows import row_country
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.extract.tree import ENVOYS, is_city
from graphkit.languages.syntax import Link
from graphkit.model import Kind

ASIDE, BESIDE = 6, 2
# Envoys to a state, not to an organisation.
STATE_ENVOYS = ENVOYS - {"role/permanent_representative", "role/special_representative"}


def nearest_countries(scene: Scene, node: Node) -> list[str]:
    """Return the countries that may be meant where none is said, likeliest first."""
    sentence = scene.doc[node.start].sent
    before = [
        country
        for other in scene.nodes
        if other.sort is Sort.PLACE
        and sentence.start <= other.start < node.start
        and other.parent is None
        and (country := scene.country_of(other)) is not None
        and (scene.is_named(country) or not _is_aside(scene, other))
    ]
    guests, hosts = _envoys_states(scene, node)
    taken = _peers_states(scene, node) if scene.syntax.home is None else set()
    side, row = scene.side(node.start), row_country(scene, node)
    # "President of A X and Minister Y": host and guest stand in one row too.
    home = scene.home if scene.home_is_sure else None
    likely = [side, home, row] if home else [side, row]
    return [
        country
        for country in dict.fromkeys(
            [*likely, *hosts, *reversed(before), scene.seat, *scene.frequent_countries()]
        )
        if country is not None and country not in guests and country not in taken
    ]


def _peers_states(scene: Scene, title: Node) -> set[str]:
    """Return the states that have somebody else in the same office, as their titles say.

    "Foreign Minister A spoke with Foreign Minister of Kazakhstan B": A is not Kazakhstan's.
    """
    if title.sort is not Sort.ROLE or (holder := _holder(scene, title)) is None:
        return set()
    found = set[str]()
    for other in scene.nodes:
        if other is title or other.sort is not Sort.ROLE:
            continue
        if not other.modifiers or other.senses.ids.isdisjoint(title.senses.ids):
            continue
        if other.senses.uses.isdisjoint(title.senses.uses):
            continue  # a minister and his deputy are of one state
        places = [m for m in other.modified_by(Link.OWNER) if m.sort is Sort.PLACE]
        if places and _holder(scene, other) not in (None, holder):
            found.update(c for m in places if (c := scene.country_of(m)) is not None)
    return found


def _holder(scene: Scene, title: Node) -> str | None:
    """Return the person whose name stands beside a title."""
    for person in scene.phrases_of(scene.doc[title.start].sent):
        behind = 0 <= person.start - title.stop < BESIDE
        if person.sort is Sort.PERSON and (behind or 0 <= title.begin - person.end < BESIDE):
            return scene.of.get(person)
    return None


def _envoys_states(scene: Scene, node: Node) -> tuple[set[str], list[str]]:
    """Return the states that are named as those of envoys only, and those that receive them.

    "The Ambassador of Serbia to Kazakhstan was received by the Deputy Minister": a Kazakh.
    """
    guests, hosts, others = set[str](), list[str](), set[str]()
    for place in scene.nodes:
        if place.sort is Sort.BODY and not place.modifiers:
            own = {body.country for body in place.senses.bodies}
            others |= {c for c in own if c is not None} if len(own) == 1 else set()
        if place.sort is not Sort.PLACE or (country := scene.country_of(place)) is None:
            continue
        head = place.parent
        if head is None or not _is_mission(scene, head):
            if not is_city(place):
                others.add(country)
        elif any(m is place and link is Link.OWNER for link, m in head.modifiers):
            guests.add(country)
        elif scene.doc[node.start].sent == scene.doc[place.start].sent:
            hosts.append(country)
    own = {scene.home} if scene.home_is_sure else set()
    guests -= {*others, *hosts, *own}
    return guests, hosts if guests else []


def _is_mission(scene: Scene, head: Node) -> bool:
    is_envoy = any(scene.knowledge.is_a(i, role) for i in head.senses.ids for role in STATE_ENVOYS)
    return is_envoy or Kind.EMBASSY in head.senses.kinds


def _is_aside(scene: Scene, place: Node) -> bool:
    """A town in brackets («резиденция в Астане») speaks for no state that is not named."""
    doc, at = scene.doc, place.start
    opened = next((i for i in range(at - 1, max(at - ASIDE, -1), -1) if doc[i].text in "()"), None)
    return opened is not None and doc[opened].text == "("
