"""Place phrases -> referents of countries, regions and cities."""

from __future__ import annotations

from graphkit.extract.nodes import Node
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.extract.tree import is_adjective
from graphkit.knowledge import NAMES, Concept, Scheme
from graphkit.languages.grammar import lemmas_of
from graphkit.model import GROUPS, Kind, Mention

KINDS = {Scheme.COUNTRY: Kind.COUNTRY, Scheme.REGION: Kind.REGION, Scheme.CITY: Kind.CITY}
SETTLEMENTS = frozenset({"GPE"})


def refer_places(scene: Scene) -> None:
    """Make a referent for every place that the release names."""
    nodes = [
        n
        for n in scene.nodes
        if n.sort is Sort.PLACE and not _is_swallowed(n) and not _is_tongue(scene, n)
    ]
    sure = {n: c for n in nodes if (c := _only_meaning(n)) is not None}
    for node in nodes:
        concept = sure.get(node) or _choose(node, list(sure.values()), scene)
        if concept is None:
            continue
        kind = KINDS[concept.scheme]
        referent = scene.refer_to_concept(concept, kind, implied=False)
        scene.of[node] = referent
        for sense in node.senses:
            if sense.concept is concept and sense.label.use in NAMES:
                scene.draft.add_names(referent, sense.label.text)
        span = scene.doc.span(node.start, node.end)
        scene.draft.add_mention(referent, node.start, node.end, None, scene.grammar.case(span))


def _is_tongue(scene: Scene, node: Node) -> bool:
    """An adjective that means a language («қазақ тілі», "fluent in French") names no state."""
    return is_adjective(node) and scene.syntax.is_tongue(scene.doc, node.start, node.end)


def _is_swallowed(node: Node) -> bool:
    """A town or region inside an organisation's name is no place; what a group concerns is."""
    body = node.parent
    if body is None or node not in body.inner:
        return False
    kinds = body.senses.kinds
    return not kinds & GROUPS and not node.senses.schemes.isdisjoint({Scheme.CITY, Scheme.REGION})


def _only_meaning(node: Node) -> Concept | None:
    """Return the concept of a phrase with one meaning; a country before a city of one name."""
    usual = [s for s in node.senses if s.label.text not in s.concept.ambiguous]
    concepts = {s.concept.id: s.concept for s in usual}
    if len(concepts) > 1:
        countries = {i: c for i, c in concepts.items() if c.scheme is Scheme.COUNTRY}
        concepts = countries or concepts
    return next(iter(concepts.values())) if len(concepts) == 1 else None


def _is_ambiguous(node: Node) -> bool:
    return node.senses.is_ambiguous


def _choose(node: Node, sure: list[Concept], scene: Scene) -> Concept | None:
    """Settle an ambiguous name by what the release names beyond doubt, then by its publisher."""
    known = {c.id for c in sure} | {scene.home}
    concepts = list({s.concept.id: s.concept for s in node.senses}.values())
    for concept in concepts:
        if concept.id in known:
            return concept
    if _is_ambiguous(node):
        return None
    return concepts[0] if concepts else None


def refer_unknown_cities(scene: Scene, closed: set[int]) -> None:
    """Make referents for towns that the recogniser sees and the knowledge does not hold."""
    for ent in scene.doc.ents:
        is_capital = scene.doc[ent.start].text[:1].isupper()
        if ent.label not in SETTLEMENTS or len(ent) > 3 or not is_capital:
            continue
        if any(i in closed for i in range(ent.start, ent.end)):
            continue
        span = scene.doc.span(ent.start, ent.end)
        name = scene.grammar.nominative(span, Kind.CITY)
        referent = scene.draft.refer(Kind.CITY, f"city:{name.casefold()}")
        scene.draft.add_names(referent, name)
        scene.draft.add_mention(referent, ent.start, ent.end, name, scene.grammar.case(span))
        node = Node(
            Sort.PLACE, ent.start, ent.end, scene.syntax.head(scene.doc, ent.start, ent.end)
        )
        scene.nodes.append(node)
        scene.of[node] = referent


def refer_dateline(scene: Scene) -> None:
    """Make a referent for the town of the dateline, which stands outside the body."""
    release = scene.release
    if not release.dateline:
        return
    senses = scene.lexicon.lookup(lemmas_of(scene.grammar, release.dateline.capitalize()))
    city = next((s.concept for s in senses if s.concept.scheme is Scheme.CITY), None)
    if city is not None:
        referent = scene.refer_to_concept(city, Kind.CITY, implied=False)
    else:
        name = release.dateline.capitalize() if release.dateline.isupper() else release.dateline
        referent = scene.draft.refer(Kind.CITY, f"city:{name.casefold()}")
        scene.draft.add_names(referent, name)
    scene.draft.mentions.append(Mention(release.dateline_begin, release.dateline_end, referent))
