"""Title phrases -> the persons beside whom they stand."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from graphkit.extract.nodes import Node
from graphkit.extract.scene import Scene, is_plural_title
from graphkit.extract.senses import Sort
from graphkit.languages.syntax import Link
from graphkit.model import Kind

OWNED = 2  # words between a name and its state: "of the"
MIN_SHARED = 2


def match_titles(scene: Scene, roots: list[Node]) -> dict[Node, list[Node]]:
    """Return the title phrases of each person phrase."""
    phrases = sorted(
        [*(r for r in roots if r.sort is Sort.ROLE), *scene.persons], key=lambda n: n.start
    )
    found: dict[Node, list[Node]] = {person: [] for person in scene.persons}
    taken = _share_out(scene, roots, found)
    for at, title in enumerate(phrases):
        following = phrases[at + 1] if at + 1 < len(phrases) else None
        if title.sort is not Sort.ROLE or following is None or following.sort is not Sort.PERSON:
            continue
        if title in taken:
            continue
        before = scene.syntax.is_title_before(scene.doc, title.whole, following.whole)
        if before and _same_sentence(scene, title, following):
            _give(found, taken, title, following)
    _give_lists(scene, phrases, found, taken)
    return found


def _give(found: dict[Node, list[Node]], taken: set[Node], title: Node, person: Node) -> None:
    found[person].append(title)
    taken.add(title)


def _give_lists(
    scene: Scene, phrases: list[Node], found: dict[Node, list[Node]], taken: set[Node]
) -> None:
    """Titles in a row before a name, titles behind it, and names in a row behind a plural title."""
    for title in reversed([p for p in phrases if p.sort is Sort.ROLE]):
        before = title.before
        if title not in taken or before is None or before.sort is not Sort.ROLE:
            continue
        person = next(p for p, titles in found.items() if title in titles)
        if before not in taken and _is_one_row(scene, before, title):
            _give(found, taken, before, person)
    for at, title in enumerate(phrases):
        if title.sort is not Sort.ROLE or title in taken or at == 0:
            continue
        previous = phrases[at - 1]
        owner = _goes_on_before(scene, found, phrases, at)
        if owner is not None:
            _give(found, taken, title, owner)
            continue
        if previous.sort is Sort.PERSON and _same_sentence(scene, previous, title):
            if scene.syntax.is_title_after(
                scene.doc, previous.whole, title.whole
            ) and not _leads_on(scene, title, phrases[at + 1 : at + 2]):
                _give(found, taken, title, previous)
        elif previous.sort is Sort.ROLE and title.before is previous and previous in taken:
            holder = next((p for p, titles in found.items() if previous in titles), None)
            if holder is not None and holder.end <= previous.begin:
                _give(found, taken, title, holder)
    for person in scene.persons:
        if not found[person] and (made := _left_out(scene, person, found)) is not None:
            _give(found, taken, made, person)
    for at, person in enumerate(phrases[1:], 1):
        previous = phrases[at - 1]
        if person.sort is previous.sort is Sort.PERSON and not found[person] and found[previous]:
            title = found[previous][-1]
            if (
                _is_after(scene, person, previous)
                and title.start < previous.start
                and is_plural_title(scene, title)
            ):
                _give(found, taken, title, person)


def share_out(scene: Scene, title: Node, people: list[Node]) -> list[Node]:
    """Return the title of each of several persons: «А мен Б президенттері В мен Г».

    As many states as persons stand before a plural title, one for each; where the numbers
    differ, nobody's state is known.
    """
    owners = [m for m in title.modified_by(Link.OWNER) if m.sort is Sort.PLACE]
    if len(people) < 2 or len(owners) != 1 or not is_plural_title(scene, title):
        return [title] * len(people)
    states = [owners[0]]
    places = {n.end: n for n in scene.nodes if n.sort is Sort.PLACE and n in scene.of}
    while (before := places.get(states[0].begin - 1)) is not None and any(
        bond.link is Link.AND
        for bond in scene.syntax.bonds(scene.doc, before.whole, states[0].whole)
    ):
        states.insert(0, before)
    if len(states) == 1:
        return [title] * len(people)
    others = [(link, m) for link, m in title.modifiers if m is not owners[0]]
    alike = len(states) == len(people)
    given = (
        [[*others, (Link.OWNER, state)] for state in states] if alike else [others] * len(people)
    )
    return [replace(title, modifiers=modifiers) for modifiers in given]


def _left_out(scene: Scene, person: Node, found: dict[Node, list[Node]]) -> Node | None:
    """Return the title whose noun is left out: «послы Италии – А, Индонезии – Б и Египта В».

    A state stands before the name, in the form and with the mark that the titled one has.
    """
    doc = scene.doc
    if scene.narration.verb_last or not scene.syntax.titles_in_rows:
        return None
    place = next((n for n in scene.nodes if _opens_item(scene, n, person)), None)
    earlier = [p for p in scene.persons if p.start < person.start and found[p]]
    if place is None or not earlier:
        return None
    first = earlier[-1]
    title = found[first][-1]
    owners = list(title.modified_by(Link.OWNER))
    if len(owners) != 1 or owners[0].sort is not Sort.PLACE or title.stop > first.start:
        return None
    same_mark = (
        doc.text_of(title.stop, first.start).strip() == doc.text_of(place.end, person.start).strip()
    )
    follows = all(
        t.is_punct or t.is_space or t.pos_ == "CCONJ" for t in doc[first.end : place.start]
    )
    if not (same_mark and follows and len(doc[first.end : place.start]) <= 3):
        return None
    kept = [(link, m) for link, m in title.modifiers if m is not owners[0] and m.start < title.end]
    made = replace(
        title, start=place.start, end=place.end, head=place.start,
        modifiers=[*kept, (Link.OWNER, place)], tail=0, parent=None, before=None,
    )  # fmt: skip
    return made


def _opens_item(scene: Scene, place: Node, person: Node) -> bool:
    if place.sort is not Sort.PLACE or place.parent is not None or place not in scene.of:
        return False
    gap = scene.doc[place.end : person.start]
    return (
        0 <= len(gap) <= 1
        and all(t.is_punct for t in gap)
        and (scene.kind(scene.of[place]) is Kind.COUNTRY)
    )


def _leads_on(scene: Scene, title: Node, following: list[Node]) -> bool:
    """A title between two names with mere words behind it is the second one's.

    «…, советник Президента по … вопросам Имя»: what it is for is not always understood.
    """
    rows = scene.syntax.titles_in_rows and not scene.narration.verb_last
    if not rows or not following or following[0].sort is not Sort.PERSON:
        return False
    between = scene.doc[title.stop : following[0].start]
    return bool(len(between)) and all(
        t.is_alpha and t.pos_ != "CCONJ" and not scene.syntax.is_verb(t) for t in between
    )


def _goes_on_before(
    scene: Scene, found: dict[Node, list[Node]], phrases: list[Node], at: int
) -> Node | None:
    """Return B in "the Speaker, A, Minister of X, B": where titles stand before names, all do."""
    first, last = at, at
    while first and phrases[first - 1].sort is Sort.ROLE:
        first -= 1
    while last + 1 < len(phrases) and phrases[last + 1].sort is Sort.ROLE:
        last += 1
    if not first or last + 1 == len(phrases):
        return None
    previous, following, row = phrases[first - 1], phrases[last + 1], phrases[first : last + 1]
    leading = next((t for t in found[previous] if t.stop <= previous.start), None)
    is_row = all(right.before is left for left, right in pairwise(row))
    if leading is None or not is_row or any(t not in row for t in found[following]):
        return None
    doc = scene.doc
    gaps = ((leading.stop, previous.start), (row[-1].stop, following.start))
    if any(doc.text_of(start, end).strip() != "," for start, end in gaps):
        return None
    return following if _same_sentence(scene, row[0], following) else None


def _is_one_row(scene: Scene, left: Node, right: Node) -> bool:
    """Titles of one man stand in a row: a comma or dash, or "and" without an article."""
    between = scene.doc[left.stop : right.begin]
    own = left.begin and scene.doc[left.begin - 1].lower_ in scene.syntax.pronouns
    marks = ",–—" if scene.syntax.titles_in_rows or own else "–—"  # "its chair, Senator X"
    return any(t.text in marks for t in between) or (
        len(between) == 1 and not scene.syntax.is_plural(scene.doc[left.head])
    )


def _is_after(scene: Scene, person: Node, previous: Node) -> bool:
    """Names stand in a row, be it with states: "Presidents A of X and B of Y"."""
    place = person.before
    if place is None or place is previous:
        return place is previous
    return place.sort is Sort.PLACE and 0 < place.start - previous.end <= OWNED


def _share_out(scene: Scene, roots: list[Node], found: dict[Node, list[Node]]) -> set[Node]:
    """Give each his own of "the Presidents of X and Y, A and B"; return the titles shared out."""
    shared: set[Node] = set()
    for at, title in enumerate(roots):
        if title.sort is not Sort.ROLE or not is_plural_title(scene, title):
            continue
        places = [m for m in title.modified_by(Link.OWNER) if m.sort is Sort.PLACE]
        rest = at + 1
        while places and rest < len(roots) and roots[rest].sort is Sort.PLACE:
            places.append(roots[rest])
            rest += 1
        people = roots[rest : rest + len(places)]
        if len(places) < MIN_SHARED or len(people) != len(places):
            continue
        gap = scene.doc.text_of(places[-1].stop, people[0].begin).strip()
        if gap not in {"", ",", "–", "—"} or any(p.sort is not Sort.PERSON for p in people):
            continue
        if any(right.before is not left for left, right in pairwise(people)):
            continue
        for place, person in zip(places, people, strict=True):
            kept = [(k, m) for k, m in title.modifiers if m not in places]
            own = replace(title, modifiers=[*kept, (Link.OWNER, place)], tail=0, before=None)
            found[person].append(own)
        shared.add(title)
    return shared


def _same_sentence(scene: Scene, left: Node, right: Node) -> bool:
    return scene.doc[left.start].sent == scene.doc[right.start].sent
