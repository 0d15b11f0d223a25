"""The state of a post whose words name none."""

from __future__ import annotations

from graphkit.extract.near import nearest_countries
from graphkit.extract.nodes import Node
from graphkit.extract.posts import Post, said_country
from graphkit.extract.rows import row_country
from graphkit.extract.scene import Scene, is_plural_title
from graphkit.extract.senses import Sort
from graphkit.extract.titles import OWNED
from graphkit.extract.tree import ENVOYS
from graphkit.languages.syntax import Link
from graphkit.model import Relation, Status

STATE_ROLES = (
    "role/head_of_state",
    "role/head_of_government",
    "role/deputy_head_of_government",
    "role/minister",
)


def state_of(scene: Scene, post: Post, person: Node, title: Node, said: str | None) -> str | None:
    """Return the state of a post whose words name none, where something else tells it.

    Two posts of one man are in one state: "Deputy Prime Minister and Minister … of Italy".
    In rows of envoys it stands in brackets behind the name: «Аты Тегі (Бельгия)».
    """
    if scene.syntax.owner_words and said and said == state_behind(scene, person):
        return said  # "Deputy Minister X of Belgium"
    serves = any(m.sort is Sort.ROLE for m in title.modified_by(Link.OWNER, Link.AT))
    if not serves and any(scene.knowledge.is_a(post.role, envoy) for envoy in ENVOYS):
        return state_behind(scene, person)
    if not serves and not any(scene.knowledge.is_a(post.role, role) for role in STATE_ROLES):
        return None
    if said or post.role == "role/minister":
        return said
    if not scene.home_is_sure:
        return _likely_state(scene, post, person, title)
    name = scene.doc.text_of(person.start, person.end)
    is_guest = post.status is Status.FORMER or not scene.syntax.is_home_name(name)
    if scene.syntax.home == scene.home and post.status is not Status.FORMER:
        row = row_country(scene, title)
        if is_guest or row not in (None, scene.home):
            return row if is_guest else None
        return None if _is_told_of_guest(scene, title) else scene.home
    abroad = set(scene.frequent_countries()) - {scene.home}
    return None if is_guest or abroad else scene.home


def _is_told_of_guest(scene: Scene, title: Node) -> bool:
    """«Ресей Президентімен сөйлесті. … Президент Аты Тегі»: a guest without name may be meant."""
    persons = {p.start for p in scene.persons}
    alike = [
        (said_country(scene, n), n.stop in persons)
        for n in scene.nodes
        if n.sort is Sort.ROLE
        and n.parent is None
        and not n.senses.ids.isdisjoint(title.senses.ids)
    ]
    named = {state for state, is_named in alike if is_named}
    return any(state not in (None, scene.home, *named) for state, _ in alike)


def _likely_state(scene: Scene, post: Post, person: Node, title: Node) -> str | None:
    """Return the state that is likeliest, less those whose head is somebody else."""
    if post.status is Status.FORMER or title.modifiers or is_plural_title(scene, title):
        return None
    taken = _headed(scene, post, scene.of.get(person, ""))
    near = [c for c in nearest_countries(scene, title) if c not in taken]
    sure = [c for c in (scene.side(title.start), scene.seat) if c in near]
    return next(iter(sure), None) or (near[0] if len(near) == 1 else None)


def _headed(scene: Scene, post: Post, person: str) -> set[str | None]:
    """Return the states of which somebody else holds a post of a role."""
    draft = scene.draft
    return {
        state
        for (holder, relation, held) in draft.claims
        if relation is Relation.HOLDS
        and holder != person
        and scene.knowledge.is_a(draft.referents[held].role, post.role or "")
        for state in draft.states_of(held)
    }


def state_behind(scene: Scene, person: Node) -> str | None:
    """Return the state behind a name: «Аты Тегі (Бельгия)», "President X of Belgium"."""
    doc, end = scene.doc, person.end
    owner = scene.syntax.owner_words.strip()
    for node in scene.phrases_of(doc[person.start].sent):
        if node.sort is not Sort.PLACE or not 0 < node.start - end <= OWNED:
            continue
        words = [t.lower_ for t in doc[end : node.start]]
        if words == ["("] and doc.text_of(node.end, node.end + 1) == ")":
            return scene.country_of(node)
        if (
            owner
            and words[0] == owner
            and words[1:] in ([], ["the"])
            and node.parent in (None, person)
        ):
            node.parent = person  # his state does not act beside him
            return scene.country_of(node)
    return None
