"""Titles -> the bodies that they imply: a minister's ministry, a mayor's city hall."""

from __future__ import annotations

from dataclasses import replace

from graphkit.extract.bodies import known_of_type, ministry_key
from graphkit.extract.nodes import Node
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.extract.tree import is_adjective
from graphkit.knowledge import NAMES, Concept, Scheme, Use
from graphkit.languages.grammar import lemmas_of
from graphkit.languages.syntax import Link
from graphkit.model import Kind, Relation

MINISTRY = "type/ministry"


def implied_body(scene: Scene, concept: Concept, country: str | None, node: Node) -> str:
    """Return the body that a title implies (a minister's ministry), named by its type's label."""
    if node.portfolio is not None and (labelled := _labelled(scene, concept, node)) is not None:
        return implied_body(scene, labelled, country, replace_portfolio(node))
    kind = concept.kind or Kind.ORGANIZATION
    known = known_of_type(scene, concept, country) if country is not None else None
    if known is not None and node.portfolio is None:
        return scene.refer_to_concept(known, known.kind or kind)
    names = _type_names(scene, concept, node)
    if node.portfolio is None:
        key = ministry_key(scene, concept.id, country)
    else:
        key = f"{kind}:{names[0].casefold()}:{country or ''}"
    is_new = key not in scene.draft.keys
    referent = scene.draft.refer(kind, key)
    known_names = [n.text for n in scene.draft.referents[referent].names]
    bare = all(name[:1].islower() or name.isupper() for name in known_names)
    if not is_new and bare and node.portfolio is None:  # «внешнеполитическое ведомство», «МИД»
        _name_implied(scene, referent, names, country, node)
    if is_new:
        scene.draft.update(referent, type=concept.id, implied=True)
        if country:
            scene.countries[referent] = country
        _name_implied(scene, referent, names, country, node)
    if country is not None:
        scene.draft.add_claim(
            referent, Relation.OF_COUNTRY, scene.refer_to_country(country),
            node.begin, node.stop, confidence=0.85, extractor="posts",
        )  # fmt: skip
    return referent


def replace_portfolio(node: Node) -> Node:
    """Return the title as one whose label holds its portfolio whole."""
    return replace(node, portfolio=None)


def _labelled(scene: Scene, concept: Concept, node: Node) -> Concept | None:
    """Return the type whose label a title spells out in other words ("for Foreign Affairs")."""
    for name in _type_names(scene, concept, node):
        for spelt in (name, _as_owner(scene, name)):
            for sense in scene.lexicon.lookup(lemmas_of(scene.grammar, spelt)):
                if sense.concept.scheme is Scheme.TYPE and sense.concept.kind is Kind.MINISTRY:
                    return sense.concept
    return None


def _as_owner(scene: Scene, name: str) -> str:
    """Return "Minister of Trade" for "Minister for Trade"."""
    link = scene.syntax.portfolio_words
    return name.replace(f" {link}", f" {scene.syntax.owner_words}") if link else name


def _type_names(scene: Scene, concept: Concept, node: Node) -> list[str]:
    """Return the names of a type, with the rest of a portfolio that no label holds whole."""
    names = list(concept.names(scene.release.language, Use.PREFERRED))
    if node.portfolio is None:
        said = _names_as_said(scene, concept, node)
        return (
            list(dict.fromkeys([*said, *names]))
            if said
            else _as_said(scene, concept, node) or names
        )
    doc, (start, end) = scene.doc, node.portfolio
    before, after = doc.text_of(node.start, start), doc.text_of(end, node.end)
    bases = [n if before else n[:1].upper() + n[1:] for n in names]
    return [" ".join(p for p in (before, scene.syntax.possessed(b), after) if p) for b in bases]


def _as_said(scene: Scene, concept: Concept, node: Node) -> list[str]:
    """Return the name of a type in the words of its title («министр экономического развития»)."""
    said = {
        word
        for s in node.senses
        if s.concept is concept and s.label.use in (Use.HEAD, Use.DEPUTY)
        for word in lemmas_of(scene.grammar, s.label.text)
    }
    best, shared = None, 0
    for name in concept.names(scene.release.language, Use.PREFERRED, Use.ALTERNATIVE):
        words = set(lemmas_of(scene.grammar, name))
        common = len(words & said)
        if common > shared and len(words) - common <= 1:  # all but its noun
            best, shared = name, common
    return [best] if best is not None else []


def _names_as_said(scene: Scene, concept: Concept, node: Node) -> list[str]:
    """A Minister of Commerce and Industry heads a ministry of that name, whatever its type's."""
    said = {sense.label.text for sense in node.senses if sense.concept is concept}
    words = [set(_as_owner(scene, text.casefold()).split()) for text in said]
    return [
        name
        for name in concept.names(scene.release.language, *NAMES)
        if any(len(set(name.casefold().split()) ^ own) == 2 for own in words)
    ][:1]


def _name_implied(
    scene: Scene, referent: str, names: list[str], country: str | None, node: Node
) -> None:
    """Name a ministry that its minister implies: by the words around his title, by its state."""
    doc = scene.doc
    owners = node.modified_by(Link.OWNER)
    places = [m for m in owners if m.sort is Sort.PLACE and not is_adjective(m)]
    ahead = [m for m in places if m.stop <= node.start]
    reach = node.start if not scene.syntax.owner_words else None
    before = [doc.text_of(m.begin, reach or m.stop) for m in ahead]
    after = [doc.text_of(m.begin, m.stop) for m in places if m.start >= node.end]
    link = scene.syntax.owner_words
    is_national = scene.kind(referent) is Kind.MINISTRY
    for name in names:
        said = " ".join([name, *(f"{link}{text}" for text in after)])
        for text in before:
            said = scene.syntax.compose(text, said)[0] if not after else f"{text} {said}"
        states = _state_names(scene, country) if country and is_national else ()
        scene.draft.add_names(
            referent, said, *(c for s in states for c in scene.syntax.compose(s, name)), name
        )


def _state_names(scene: Scene, country: str) -> tuple[str, ...]:
    """Return the preferred name of a country, and those by which the release calls it."""
    preferred = scene.knowledge[country].names(scene.release.language, Use.PREFERRED)
    named = scene.draft.keys.get(country)
    said = tuple(n.text for n in scene.draft.referents[named].names) if named else ()
    return tuple(dict.fromkeys((*preferred, *(n for n in said if not n.isupper()))))
