"""Phrases side by side -> phrases that modify each other."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from graphkit.extract.nodes import Node
from graphkit.extract.senses import PEOPLES, Sort
from graphkit.knowledge import Knowledge, Scheme
from graphkit.languages.document import Document
from graphkit.languages.syntax import Link, Phrase, Syntax
from graphkit.model import GROUPS, PARLIAMENTS, Kind

ENVOYS = frozenset(
    {
        "role/ambassador",
        "role/consul",
        "role/permanent_representative",
        "role/special_representative",
        "role/charge_daffaires",
    }
)
ADVISERS = frozenset({"role/adviser", "role/special_representative", "role/other"})
SERVANTS = frozenset({"role/adviser", "role/secretary_general", "role/spokesperson"})
MINISTERS = frozenset({"role/minister", "role/deputy_minister"})
MISSIONS = frozenset({Kind.EMBASSY})


def attach(doc: Document, nodes: list[Node], syntax: Syntax, knowledge: Knowledge) -> list[Node]:
    """Link neighbouring phrases and return those that modify no other, in text order.

    A phrase first takes the modifiers that wait at its left, then looks for the nearest
    head at its left that it may modify itself (the right edge of the phrase before it).
    """
    roots: list[Node] = []
    for node in nodes:
        while roots and _take_left(doc, roots[-1], node, syntax, knowledge):
            roots.pop()
        if roots:
            _take_owner(doc, roots[-1], node, syntax, knowledge)
        head = _find_head(doc, roots[-1], node, syntax, knowledge) if roots else None
        if head is None:
            roots.append(node)
    return roots


def coordinate(doc: Document, roots: list[Node], syntax: Syntax) -> None:
    """Link each phrase to the one before it with which it stands in a row.

    What stands in brackets between them («Аты (партиясы) мен Аты») does not count.
    """
    for at, right in enumerate(roots[1:], 1):
        left, stop = roots[at - 1], roots[at - 1].stop
        bracket = _bracket(doc, right.begin)
        if bracket is not None:
            earlier = [r for r in roots[:at] if r.stop == bracket[0]]
            if earlier:
                left, stop = earlier[-1], bracket[1]
        phrase = Phrase(left.begin, stop, left.head)
        if any(bond.link is Link.AND for bond in syntax.bonds(doc, phrase, right.whole)):
            right.before = left


def _bracket(doc: Document, end: int) -> tuple[int, int] | None:
    """Return the tokens of a bracket that ends at most two tokens before ``end``."""
    for close in range(end - 1, max(end - 4, 0), -1):
        if doc[close].text == ")":
            opened = next(
                (i for i in range(close, max(close - 15, -1), -1) if doc[i].text == "("), None
            )
            return (opened, close + 1) if opened is not None else None
    return None


def _take_left(doc: Document, left: Node, node: Node, syntax: Syntax, knowledge: Knowledge) -> bool:
    if left.sort is Sort.ROLE and node.modifiers:
        return False  # a title owns another only where nothing stands between them
    own = Phrase(left.begin, left.stop, left.head)
    right = Phrase(node.begin, node.stop, node.head)
    for bond in syntax.bonds(doc, own, right):
        if bond.tight and node.begin != node.start:
            continue
        if bond.link is Link.OWNER and left.sort is Sort.BODY and _has_body(node):
            continue
        if (
            not bond.head_first
            and bond.link is not Link.AND
            and fits(bond.link, node, left, knowledge)
        ):
            node.modifiers.insert(0, (bond.link, left))
            left.parent = node
            return True
    return False


def _has_body(node: Node) -> bool:
    """One body owns a phrase; another before it belongs to what follows."""
    return any(m.sort is Sort.BODY for m in node.modified_by(Link.OWNER))


def _take_owner(
    doc: Document, left: Node, node: Node, syntax: Syntax, knowledge: Knowledge
) -> None:
    """In "leader of the party's faction" the faction, not the leader, is the party's."""
    for owner in _right_edge(left):
        head = owner.parent
        if head is None or owner.start < head.head:
            continue
        for bond in syntax.bonds(doc, owner.whole, node.whole):
            if (
                bond.link is Link.OWNER
                and not bond.head_first
                and fits(bond.link, node, owner, knowledge)
            ):
                head.modifiers = [(k, m) for k, m in head.modifiers if m is not owner]
                node.modifiers.insert(0, (Link.OWNER, owner))
                owner.parent = node
                return


def _find_head(
    doc: Document, left: Node, node: Node, syntax: Syntax, knowledge: Knowledge
) -> Node | None:
    if is_adjective(node):
        return None  # an adjective modifies what follows it
    right = node.whole
    for head in _right_edge(left):
        for bond in syntax.bonds(doc, Phrase(head.start, left.stop, head.head), right):
            if (
                bond.head_first
                and bond.link is not Link.AND
                and fits(bond.link, head, node, knowledge)
            ):
                head.modifiers.append((bond.link, node))
                node.parent = head
                return head
    return _share_head(doc, left, node, syntax)


def _share_head(doc: Document, left: Node, node: Node, syntax: Syntax) -> Node | None:
    """A second place in a row («между A и B», "to A and B") modifies what the first one does."""
    if node.sort is not Sort.PLACE:
        return None
    for place in _right_edge(left):
        head = place.parent
        if place.sort is not Sort.PLACE or head is None or place.start < head.head:
            continue
        link = next(known for known, m in head.modifiers if m is place)
        bonds = syntax.bonds(doc, place.phrase, node.whole)
        if link is not Link.OWNER and any(b.link is Link.AND for b in bonds):
            head.modifiers.append((link, node))
            node.parent = head
            return head
    return None


def _right_edge(node: Node) -> Iterator[Node]:
    """Yield the phrases that end where ``node`` ends, innermost first."""
    last = next(
        (m for _, m in reversed(node.modifiers) if m.stop == node.stop and m.start > node.head),
        None,
    )
    if last is not None:
        yield from _right_edge(last)
    yield node


def fits(link: Link, head: Node, modifier: Node, knowledge: Knowledge) -> bool:
    """Say whether one phrase can modify another by ``link``: what sense makes of grammar."""
    if Sort.PERSON in (head.sort, modifier.sort) or head.sort is Sort.PLACE:
        return False
    if link is Link.OWNER:
        return _fits_owner(head, modifier)
    if link is Link.IN:
        kinds = head.senses.kinds
        chambers = modifier.senses.kinds & PARLIAMENTS
        return modifier.sort is Sort.BODY and bool(kinds & GROUPS) and bool(chambers)
    if link is Link.AT and head.sort is Sort.BODY and modifier.sort in (Sort.BODY, Sort.ROLE):
        return head.senses.schemes <= {Scheme.TYPE}
    if modifier.sort is Sort.ROLE:  # "adviser to the President"
        return link is Link.AT and _is_any(head, SERVANTS, knowledge)
    if link is Link.AT and head.sort is Sort.ROLE and Kind.EMBASSY in modifier.senses.kinds:
        return True
    if link is Link.FOR and Kind.PARTY in modifier.senses.kinds:
        return head.sort is Sort.ROLE
    if head.sort is Sort.ROLE and link is Link.AT and modifier.sort is Sort.BODY:
        return True
    if head.sort is Sort.ROLE:
        wanted = ENVOYS if link is Link.AT else ENVOYS | ADVISERS
        if modifier.sort is Sort.PLACE and link is Link.FOR:
            wanted = wanted | MINISTERS  # "Minister for Europe"
        return _is_any(head, wanted, knowledge)
    kinds = head.senses.kinds - {None}
    if link is Link.AT:
        offices = ("type/representation", "type/consulate", "type/diplomatic-mission")
        return bool(kinds & (MISSIONS | GROUPS)) or any(
            is_type(head, office, knowledge) for office in offices
        )
    return bool(kinds) and head.senses.schemes <= {Scheme.TYPE}


def _is_any(title: Node, roles: Collection[str], knowledge: Knowledge) -> bool:
    return any(knowledge.is_a(i, role) for i in title.senses.ids for role in roles)


def _fits_owner(head: Node, modifier: Node) -> bool:
    if modifier.sort is Sort.ROLE:
        return head.sort is Sort.ROLE
    if head.sort is Sort.ROLE:
        return True
    if any(
        s.concept.scheme is Scheme.BODY and s.concept.kind is Kind.INTERNATIONAL_ORGANIZATION
        for s in head.senses
    ):
        return False
    if modifier.sort is Sort.PLACE:
        return not is_city(modifier)
    known = list(head.senses.bodies)
    if known and head.senses.schemes <= {Scheme.BODY}:
        owners = [s.concept for s in modifier.senses]
        return any(
            k.part_of == o.id or (k.country and k.country == o.country)
            for k in known
            for o in owners
        )
    return True


def is_type(node: Node, type_id: str, knowledge: Knowledge) -> bool:
    """Say whether a body phrase is of a type or below it."""
    return any(knowledge.is_a(i, type_id) for i in node.senses.ids)


def is_city(node: Node) -> bool:
    """Say whether a place phrase can only be a city."""
    return bool(node.senses) and node.senses.schemes <= {Scheme.CITY}


def is_adjective(node: Node) -> bool:
    """Say whether a place is named by its adjective or its inhabitants."""
    return bool(node.senses) and node.senses.uses <= PEOPLES
