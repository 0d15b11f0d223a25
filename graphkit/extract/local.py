"""Governors and mayors -> their offices: «Қарағанды облысының әкімі», «облыс әкімі»."""

from __future__ import annotations

from collections.abc import Iterator

from graphkit.extract.nodes import Node
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.knowledge import NAMES, Concept, Scheme, Use
from graphkit.languages.syntax import Link
from graphkit.model import Kind, Relation

LOCAL = frozenset({"type/akimat", "type/city-hall", "type/regional-administration"})
GOVERNOR = "role/governor"
MAX_NAME = 3
TERRITORY = "ство"  # «губернаторство» is no office


def is_local(node: Node) -> bool:
    """Say whether a title heads an office of which a country has many."""
    return node.sort is Sort.ROLE and not node.senses.ids.isdisjoint(LOCAL)


def stretch_regions(scene: Scene, nodes: list[Node], persons: set[int]) -> list[Node]:
    """Let «облысының әкімі» reach over a region's name that no label holds; return what is left.

    A region with a state inside («Батыс Қазақстан облысы») is not that state. ``persons`` are
    tokens that surely belong to persons.
    """
    gone: set[Node] = set()
    owner = {i: n for n in nodes for i in range(n.start, n.end)}
    for node in nodes:
        at = _own_noun(scene, node) if is_local(node) else None
        if at is None or at == node.start:
            continue
        start, first = node.start, owner.get(node.start - 1)
        if first is None and scene.doc[start].lower_ == scene.doc[start].key:
            continue  # «облыс әкімі»: a region's name would call for «облысының»
        while start - 1 >= 0 and node.start - start < MAX_NAME:
            place, token = owner.get(start - 1), scene.doc[start - 1]
            if place is not None and (place.sort is not Sort.PLACE or place.start < start - 1):
                break
            if start - 1 in persons or not token.is_capital or token.is_stop:
                break
            if scene.syntax.ends_name(token):
                break
            if token.is_sent_start and start < node.start and place is None:
                break
            start -= 1
        is_region = GOVERNOR in node.senses.ids
        if first is not None and start == first.start and not is_region:
            start = node.start  # a known town owns the title; of a region it is only the name
        node.portfolio = (at, node.end)
        gone.update(n for n in nodes if start <= n.start and n.end <= node.start)
        node.start = start
    return [n for n in nodes if n not in gone]


def _own_noun(scene: Scene, node: Node) -> int | None:
    """Return where the title proper begins behind the word for its region («облыс әкімі»)."""
    lemmas = [scene.doc[i].key for i in range(node.start, node.end)]
    for at in range(len(lemmas) - 1, 0, -1):
        senses = scene.lexicon.lookup(tuple(lemmas[at:]))
        if any(s.concept.id in LOCAL for s in senses):
            return node.start + at
    return None


def refer_office(scene: Scene, concept: Concept, country: str | None, node: Node) -> str | None:
    """Return the office that a title names with its place, None where it does not say which."""
    places = [m for m in node.modified_by(Link.OWNER) if m.sort is Sort.PLACE]
    places = [m for m in places if not _is_state(m)]
    if node.tail > node.end and not places and not scene.syntax.owner_words:
        name = _of_province(scene, concept, node)
        return _office(scene, concept, country, node, [name]) if name is not None else None
    if not places and (node.portfolio is None or not _names_region(scene, node)):
        return None
    return _office(scene, concept, country, node, [*_names(scene, concept, node, places)])


def _of_province(scene: Scene, concept: Concept, node: Node) -> str | None:
    """Return the name of a province's office that the title is made of: аким – акимат.

    A governor's title names no office.
    """
    word = scene.doc[node.head].key
    names = [n.split()[0] for n in concept.names(scene.release.language, *NAMES)]
    made = [n for n in names if n.startswith(word) and not n.endswith(TERRITORY)]
    return f"{made[0]} {scene.doc.text_of(node.end, node.tail)}" if made else None


def _office(
    scene: Scene, concept: Concept, country: str | None, node: Node, said: list[str]
) -> str:
    names = list(dict.fromkeys(said))
    referent = scene.draft.refer(concept.kind or Kind.GOVERNMENT_BODY, f"office:{names[0]}")
    if not scene.draft.referents[referent].names:
        scene.draft.update(referent, type=concept.id, implied=True)
        scene.draft.add_names(referent, *names)
    if country is not None:
        scene.countries[referent] = country
        scene.draft.add_claim(
            referent, Relation.OF_COUNTRY, scene.refer_to_country(country),
            node.begin, node.stop, confidence=0.85, extractor="posts",
        )  # fmt: skip
    return referent


def last_office(scene: Scene, node: Node) -> str | None:
    """Return the one office of a title's sort that the release has told of, if there is one."""
    kinds = node.senses.ids & LOCAL
    found = [r for r in scene.draft.referents.values() if r.type in kinds]
    if node.portfolio is not None:  # «облыс әкімі» is no town's
        word = scene.doc[node.start].key
        found = [r for r in found if any(f" {word}" in n.text for n in r.names)]
    return found[0].id if len(found) == 1 else None


def _is_state(place: Node) -> bool:
    return place.senses.schemes <= {Scheme.COUNTRY}


def _names_region(scene: Scene, node: Node) -> bool:
    assert node.portfolio is not None
    return any(scene.doc[i].is_capital for i in range(node.start, node.portfolio[0] - 1))


def _names(scene: Scene, concept: Concept, node: Node, places: list[Node]) -> Iterator[str]:
    """Yield an office's names: with the region's word in the genitive and bare, and without it."""
    doc, syntax = scene.doc, scene.syntax
    at = node.portfolio[0] if node.portfolio is not None else node.start
    ahead = [m for m in places if m.stop <= node.start]
    behind = "".join(f" {syntax.owner_words}{doc.text_of(m.begin, m.stop)}" for m in places[:1])
    for name in concept.names(scene.release.language, Use.PREFERRED):
        if places and not ahead:
            yield f"{name}{behind}"
            continue
        begin = min([node.start, *(m.begin for m in ahead)])
        said = scene.grammar.nominative(doc.span(begin, at), Kind.ORGANIZATION)
        genitive, *_ = (*syntax.owned(said, name), f"{said} {name}")
        yield genitive
        yield f"{said} {syntax.possessed(name)}"
        for place in ahead[:1]:
            bare = scene.grammar.nominative(doc.span(place.start, place.end), Kind.CITY)
            yield from reversed(syntax.compose(bare, name))
