"""What a body is called: as labelled, as written, and with what stands around it."""

from __future__ import annotations

from graphkit.extract.nodes import Node
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.knowledge import NAMES, Concept, Scheme, Use
from graphkit.languages.syntax import Link
from graphkit.model import Kind


def name_body(scene: Scene, node: Node, referent: str) -> None:
    """Give a body its names: as labelled, as written, and with what stands around it."""
    doc = scene.doc
    names = []
    for sense in node.senses:
        text = sense.label.text
        if sense.label.use in NAMES and sense.concept.scheme is Scheme.BODY:
            names.append(text)
    own = scene.grammar.nominative(doc.span(node.start, node.end), Kind.ORGANIZATION)
    if node.complement is not None:
        own = f"{own} {doc.text_of(node.complement[0], node.complement[1])}"
    names.append(own)
    if node.complement is not None:
        span = doc.span(node.start, node.complement[1])
        names.append(scene.grammar.nominative(span, Kind.ORGANIZATION))
    if any(True for _ in node.modified_by(Link.OWNER)) and (
        _is_common(scene, node) or _is_any_ministry(node)
    ):
        names = []  # «Парламент» alone would name any parliament
    links = [link for link, _ in node.modifiers]
    if Link.FOR in links:
        reach = [m for link, m in node.modifiers if link is Link.FOR]
        begin = min([node.start, *(m.begin for m in reach)])
        stop = max([node.end, *(m.stop for m in reach)])
        names.append(scene.grammar.nominative(doc.span(begin, stop), Kind.ORGANIZATION))
    for owner in node.modified_by(Link.OWNER, Link.AT):
        if owner.sort is Sort.BODY:
            said = scene.grammar.nominative(doc.span(owner.begin, owner.stop), Kind.ORGANIZATION)
            names.extend(scene.syntax.owned(said, own))
        begin, stop = min(owner.start, node.start), max(owner.end, node.end)
        names.append(scene.grammar.nominative(doc.span(begin, stop), Kind.ORGANIZATION))
    if node.modifiers and node.tail < node.stop:
        own_words = [m.begin for link, m in node.modifiers if link is not Link.IN]
        begin = min([node.start, *own_words])  # «Мәжілісте … тобы» sits there
        names.append(scene.grammar.nominative(doc.span(begin, node.stop), Kind.ORGANIZATION))
    for alias in node.aliases:
        names.append(doc.text_of(alias.start, alias.end))
    scene.draft.add_names(referent, *sorted(dict.fromkeys(names), key=lambda n: -len(n)))


def is_called(scene: Scene, concept: Concept, node: Node) -> bool:
    """«Парламент» in a text from Chisinau is Moldova's, not its guests', whom it calls Seimas."""
    word = scene.doc[node.head].key.casefold()
    names = scene.draft.referents[scene.draft.keys[concept.id]].names
    return any(word in name.text.casefold() for name in names)


def _is_any_ministry(node: Node) -> bool:
    """«МИД» of «МИД Чехии» is the host's where it stands alone."""
    places = any(m.sort is Sort.PLACE for m in node.modified_by(Link.OWNER))
    short = node.senses.uses <= {Use.ABBREVIATION} and node.senses.schemes <= {Scheme.TYPE}
    return places and short and Kind.MINISTRY in node.senses.kinds


def _is_common(scene: Scene, node: Node) -> bool:
    """Say whether a body is called by the mere name of its type."""
    kinds = {c.type for c in node.senses.bodies}
    common = {n.casefold() for k in kinds if k for n in _type_names(scene, k)}
    return any(s.label.text.casefold() in common for s in node.senses)


def _type_names(scene: Scene, type_id: str) -> tuple[str, ...]:
    return tuple(
        n for c in scene.knowledge.ancestors(type_id) for n in c.names(scene.release.language)
    )
