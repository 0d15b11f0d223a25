"""Who speaks where no name stands beside the verb, and who cannot be the speaker."""

from __future__ import annotations

from graphkit.extract.nodes import Node
from graphkit.extract.reference import last_subject
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.model import Relation

MARKS = frozenset('"“”„«»‟')


def find_announcer(scene: Scene, start: int) -> Node | None:
    """Return the name or title before the colon that opens a speech: «Президент: "…", – деді»."""
    at = start - 1
    while at > 0 and scene.doc[at].text in MARKS:
        at -= 1
    if at <= 0 or scene.doc[at].text != ":":
        return None
    named = [p for p in scene.persons if p.end == at and p in scene.of]
    titles = [n for n in scene.nodes if n.sort is Sort.ROLE and n.stop == at and n.parent is None]
    return next(iter([*named, *titles]), None)


def is_other(scene: Scene, titles: list[Node], person: str) -> bool:
    """A head of state or government who speaks is nobody who is known by another post."""
    held = {scene.draft.referents[p].role for p in scene.draft.objects(person, Relation.HOLDS)}
    return bool(held) and any(
        any(scene.knowledge.is_a(i, role) for i in title.senses.ids)
        and not any(scene.knowledge.is_a(h, role) for h in held)
        for title in titles
        for role in ("role/head_of_state", "role/head_of_government")
    )


def is_foreign(scene: Scene, start: int, end: int, person: str) -> bool:
    """ "…", said the diplomat of A: nobody of B, whatever word stands for him."""
    said = {
        scene.country_of(n)
        for n in scene.nodes
        if n.sort is Sort.PLACE and start <= n.start < end and n.parent is None
    } - {None}
    own = scene.draft.states_served(person)
    return len(said) == 1 and bool(own) and said.isdisjoint(own)


def spoken_of(scene: Scene, lead: int, end: int) -> str | None:
    """Return whom a pronoun before the colon means: «Ол былай деді:», "He said:"."""
    doc, pronouns = scene.doc, scene.syntax.person_pronouns
    is_meant = any(t.lower_ in pronouns for t in doc[lead:end])
    return last_subject(scene, lead) if is_meant else None
