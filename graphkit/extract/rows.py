"""Titles in a row -> the state that one of them gives to the others."""

from __future__ import annotations

from graphkit.extract.nodes import Node
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.extract.tree import ENVOYS
from graphkit.languages.syntax import Link


def row_country(scene: Scene, node: Node) -> str | None:
    """Return the state of those with whom a title stands in a row, if their words give it.

    "The Speaker of the Seimas, X, and Foreign Minister Y" are of one state, and so are both
    posts of "Deputy Chairman of the Cabinet and Minister of Defence of Turkmenistan".
    """
    top = node
    while top.parent is not None:
        top = top.parent
    following = next((n for n in scene.nodes if n.before is top and n.sort is Sort.ROLE), None)
    is_one_mans = following is not None and following.begin - top.stop == 1
    if following is not None and is_one_mans and (of := _country_said(scene, following)):
        return of
    seen = top.before
    while seen is not None:
        titles = [seen] if seen.sort is Sort.ROLE else _titles_beside(scene, seen)
        for title in titles:
            if any(scene.knowledge.is_a(i, e) for i in title.senses.ids for e in ENVOYS):
                return None  # an envoy is a guest where he is named
            if (country := _country_said(scene, title)) is not None:
                return country
        earlier = [t.before for t in titles if t.start < seen.start] or [seen.before]
        seen = earlier[0]
    return None


def _titles_beside(scene: Scene, person: Node) -> list[Node]:
    if person.sort is not Sort.PERSON:
        return []
    return [
        n
        for n in scene.nodes
        if n.sort is Sort.ROLE
        and n.parent is None
        and (0 <= person.start - n.stop <= 2 or 0 <= n.begin - person.end <= 2)
    ]


def _country_said(scene: Scene, title: Node) -> str | None:
    for owner in title.modified_by(Link.OWNER):
        if owner.sort is Sort.PLACE:
            found = scene.country_of(owner)
        elif owner.sort is Sort.BODY:
            found = scene.countries.get(scene.of.get(owner, "")) or _country_said(scene, owner)
        else:
            found = _country_said(scene, owner)
        if found is not None:
            return found
    return None
