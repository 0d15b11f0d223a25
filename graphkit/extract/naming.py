"""Body and title phrases -> phrases as long as their names, with their short names in brackets."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from graphkit.extract.nodes import Node
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.extract.structure import MISSIONS
from graphkit.extract.tree import MINISTERS, is_adjective, is_type
from graphkit.knowledge import Scheme, Use
from graphkit.languages.document import Document
from graphkit.model import GROUPS, PARLIAMENTS, Kind

UNSTRETCHED = PARLIAMENTS | {Kind.DELEGATION}


def take_aliases(doc: Document, nodes: list[Node]) -> list[Node]:
    """Give each body the short name that stands in brackets behind it: «… ұйымы (ТМҰ)»."""
    gone: set[Node] = set()
    for node, after in pairwise(nodes):
        if node.sort is not Sort.BODY or after.sort not in (Sort.BODY, Sort.PLACE):
            continue
        if doc.text_of(node.end, after.start).strip() != "(" or after.end >= len(doc):
            continue
        if doc[after.end].text == ")" and _is_short(doc[after.start].text):
            node.tail = after.end + 1
            node.aliases.append(after)
            gone.add(after)
    for node, after in pairwise(nodes):
        if node.sort is after.sort is Sort.ROLE and node not in gone:  # "the Toraga (Speaker)"
            around = [*doc[node.end : after.start], *doc[after.end : after.end + 1]]
            if [t.text for t in around] == ["(", ")"]:
                node.tail = after.end + 1
                gone.add(after)
    for node in nodes:
        bracket = [t.text for t in doc[node.end : node.end + 3]]
        if node.sort is not Sort.BODY or node.tail or len(bracket) != 3:
            continue
        if bracket[0] == "(" and bracket[2] == ")" and _is_short(bracket[1]):
            node.tail = node.end + 3
            node.aliases.append(Node(Sort.BODY, node.end + 1, node.end + 2, node.end + 1))
    return [n for n in nodes if n not in gone]


def _is_short(text: str) -> bool:
    """«ТМҰ», «ТүркПА»."""
    return text[:1].isupper() and sum(c.isupper() for c in text) > 1


def name_bodies(scene: Scene, nodes: list[Node], persons: set[int]) -> list[Node]:
    """Stretch generic nouns to the names they head; pairs of countries go inside a group's name.

    ``persons`` are tokens that surely belong to persons.
    """
    doc, syntax = scene.doc, scene.syntax
    owner = {i: n for n in nodes for i in range(n.start, n.end)}
    paired = _pairs(scene, nodes)
    gone: set[Node] = set()
    for node in nodes:
        if node.sort is not Sort.BODY or Scheme.TYPE not in node.senses.schemes:
            continue
        if Scheme.BODY in node.senses.schemes and not node.generic:
            continue
        if not node.senses.kinds.isdisjoint(UNSTRETCHED):
            continue
        if _is_ministry(node) and node.senses.uses <= {Use.ABBREVIATION}:
            continue

        def closed(i: int, node: Node = node) -> bool:
            other = owner.get(i)
            if other is None:
                return i in persons
            if _is_ministry(node) and is_adjective(other):
                return True  # "the Slovenian Foreign Ministry" is the Foreign Ministry
            if _is_mission(scene, node) and i >= node.end:
                return True  # "the British Embassy in Tbilisi": its seat
            if other is node or other in paired or _is_locality(other):
                return i < node.start and doc[i].case == "Loc"  # «Будапештте … комиссиясы»
            if other.generic and not other.modifiers and syntax.is_plural(doc[other.head]):
                return False  # «Департамент международных организаций», «бірлестіктер қауымдастығы»
            if is_adjective(other) and doc[i].text[:1].islower() and _begins_name(doc, node, i):
                return False  # «Конфедерация индийской промышленности»
            if is_adjective(other) and i and doc[i - 1].text in {"»", "”"}:
                return False  # «Достық» қырғыз бірлестігі
            return not (is_adjective(other) and doc[i].text[:1].isupper() and i < node.start)

        if syntax.is_plural(doc[node.head]):
            continue
        start, end = syntax.name_extent(doc, node.start, node.end, closed)
        if not node.senses.kinds.isdisjoint(GROUPS):
            end = _over_pair(doc, paired, end)
        inside = [n for n in nodes if n is not node and start <= n.start and n.end <= end]
        gone.update(n for n in inside if _is_acronym(doc, n))
        inside = [n for n in inside if n not in gone]
        proper = _has_capital(scene, node, start, end) or _is_named(scene, node)
        if not proper:
            _look_behind_owner(scene, node, nodes, closed)
            continue
        if (start, end) != (node.start, node.end) and _is_ministry(node):
            node.portfolio = (node.start, node.end)
        node.start, node.end = start, end
        node.head = max(start, min(node.head, end - 1))
        node.generic = False
        gone.update(inside)
        inside = _without_form(node, inside)
        node.inner = inside
        for place in inside:
            place.parent = node
    return [n for n in nodes if n not in gone]


def _begins_name(doc: Document, node: Node, at: int) -> bool:
    """Say whether a noun that only a name writes with a capital stands before a token."""
    return at >= node.end and doc[node.start].is_capital and not _opens_sentence(doc, node.start)


def _over_pair(doc: Document, paired: set[Node], end: int) -> int:
    """«группа дружбы Узбекистан – Марокко»: the states need no quotation marks."""
    first = next((n for n in paired if n.start == end), None)
    second = next((n for n in paired if first and 0 < n.start - first.end <= 1), None)
    return second.end if second is not None else end


def _is_acronym(doc: Document, node: Node) -> bool:
    """An organisation's short name inside another's («Департамент стран СНГ») owns nothing."""
    return (
        node.sort is Sort.BODY
        and len(doc.text_of(node.start, node.end)) > 1
        and node.senses.kinds <= {Kind.INTERNATIONAL_ORGANIZATION}
        and doc.text_of(node.start, node.end).isupper()
    )


def _without_form(node: Node, inside: list[Node]) -> list[Node]:
    """A legal form adds nothing: «X» компаниясы» АҚ is the company; return the other phrases."""
    if not node.senses.uses <= {Use.ABBREVIATION}:
        return inside
    same = [
        n
        for n in inside
        if n.start == node.start and n.sort is Sort.BODY and n.senses.schemes <= {Scheme.TYPE}
    ]
    node.aliases += [Node(Sort.BODY, n.start, n.end, n.head) for n in same]
    return [n for n in inside if n not in same and n.start >= max(s.end for s in same or [n])]


def stretch_portfolios(scene: Scene, nodes: list[Node], persons: set[int]) -> None:
    """Let ministers' titles reach over what their label lacks: "… Economy and Sustainable …".

    ``persons`` are tokens that surely belong to persons.
    """
    owner = {i: n for n in nodes for i in range(n.start, n.end)}
    gone: set[Node] = set()
    for node in nodes:
        if node.sort is not Sort.ROLE or not _is_ministerial(scene, node):
            continue

        def closed(i: int, node: Node = node) -> bool:
            other = owner.get(i, node)
            return i in persons or not (other is node or _is_mere_noun(other))

        start, end = scene.syntax.portfolio(scene.doc, node.start, node.end, closed)
        if (start, end) != (node.start, node.end):
            gone.update(n for n in nodes if n is not node and start <= n.start and n.end <= end)
            node.portfolio, node.start, node.end = (node.start, node.end), start, end
    nodes[:] = [n for n in nodes if n not in gone]


def _is_mere_noun(node: Node) -> bool:
    """ "Enterprise" in "Minister for Enterprise and Trade" is no company."""
    return node.sort is Sort.BODY and node.generic and node.end - node.start == 1


def _is_ministerial(scene: Scene, node: Node) -> bool:
    if scene.syntax.is_plural(scene.doc[node.head]):
        return False
    return Kind.MINISTRY in node.senses.kinds or any(
        scene.knowledge.is_a(i, role) for i in node.senses.ids for role in MINISTERS
    )


def _look_behind_owner(
    scene: Scene, node: Node, nodes: list[Node], closed: Callable[[int], bool]
) -> None:
    """The rest of a name may follow its owner: «Комитет палаты по международным делам»."""
    owner = next((n for n in nodes if n.start == node.end and n.sort is Sort.BODY), None)
    if owner is None:
        return
    _, end = scene.syntax.name_extent(scene.doc, owner.start, owner.end, closed)
    if end > owner.end:
        node.complement, node.tail, node.generic = (owner.end, end), end, False


def _is_ministry(node: Node) -> bool:
    return Kind.MINISTRY in node.senses.kinds


def _is_mission(scene: Scene, node: Node) -> bool:
    is_embassy = Kind.EMBASSY in node.senses.kinds
    return is_embassy or any(is_type(node, mission, scene.knowledge) for mission in MISSIONS)


def _is_locality(node: Node) -> bool:
    """Regions and towns stand inside names («Еуропа департаменті»), they own no bodies."""
    return node.sort is Sort.PLACE and node.senses.schemes <= {Scheme.REGION, Scheme.CITY}


def _opens_sentence(doc: Document, i: int) -> bool:
    quoted = i > 0 and doc[i - 1].is_punct and bool(doc[i - 1].is_sent_start)
    return bool(doc[i].is_sent_start) or quoted


def _has_capital(scene: Scene, node: Node, start: int, end: int) -> bool:
    """A noun with its attributes is a name where a capital opens it or stands in what was added."""
    added = [*range(start, node.start), *range(node.end, end)]
    if _opens_sentence(scene.doc, start) and len(added) == 1:
        return scene.doc[node.start].text[:1].isupper()  # every sentence opens with a capital
    return bool(added) and (
        scene.doc[start].text[:1].isupper() or any(scene.doc[i].text[:1].isupper() for i in added)
    )


def _is_named(scene: Scene, node: Node) -> bool:
    """A type that is a portfolio of its own («Сыртқы істер министрлігі», «МИД») is a name."""
    short = node.senses.uses <= {Use.ABBREVIATION}
    if is_type(node, "type/representation", scene.knowledge):
        return False
    return scene.doc[node.start].text[:1].isupper() and (short or node.end - node.start > 1)


def _pairs(scene: Scene, nodes: list[Node]) -> set[Node]:
    """Return the places that stand in pairs joined by a dash («Қазақстан – Венгрия»)."""
    places = [n for n in nodes if n.sort is Sort.PLACE]
    found: set[Node] = set()
    for left, right in pairwise(places):
        gap = scene.doc.text_of(left.end, right.start).strip()
        if gap in {"-", "–", "—"}:
            found |= {left, right}
    return found
