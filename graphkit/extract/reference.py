"""Person phrases -> referents: the full name and its short forms are one person."""

from __future__ import annotations

from graphkit.extract.nodes import Node
from graphkit.extract.persons import PersonName, read_name, same_person
from graphkit.extract.scene import Scene
from graphkit.model import Kind


def refer_persons(scene: Scene) -> None:
    """Make one referent for all names of one person, the fullest names first."""
    honorifics = frozenset(
        label.text.casefold().strip(".")
        for label in (c.labels if (c := scene.knowledge.get("word/honorific")) else ())
    )
    read = {n: read_name(scene.grammar.nominative(scene.doc[n.start : n.end]), honorifics) for n in scene.persons}
    known: list[tuple[PersonName, str]] = []
    for node in sorted(scene.persons, key=lambda n: (-len(read[n].parts), len(read[n].initials), n.start)):
        name = read[node]
        if not name.parts:
            continue
        referent = _find(name, known)
        if referent is None:
            referent = scene.draft.refer(Kind.PERSON, f"person:{' '.join((*name.initials, *name.parts))}")
        known.append((name, referent))
        scene.of[node] = referent
        scene.draft.add_names(referent, name.text)
        span = scene.doc[node.start : node.end]
        scene.draft.add_mention(referent, node.start, node.end, name.text, scene.grammar.case(span))


def _find(name: PersonName, known: list[tuple[PersonName, str]]) -> str | None:
    scored = [(same_person(name, other), referent) for other, referent in known]
    best = max(scored, key=lambda pair: pair[0], default=(0.0, ""))
    return best[1] if best[0] >= 0.6 else None


__all__ = ["Node", "refer_persons"]
