"""Tellings of events -> pairs that may be of one event, though a day or a list differs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from graphkit.model import Kind
from graphkit.resolve.constraints import Constraints
from graphkit.resolve.corpus import Node
from graphkit.resolve.events import Telling, places_agree
from graphkit.resolve.proposals import Doubt, in_one_release, keep_few, near

# Points out of 100 for what two tellings share; from LIKELY on a person is asked. One
# person is at many events: who else, where and when must speak for it too.
LIKELY, MOST = 70, 95
ONE_PERSON, MORE_PEOPLE, SAME_PARTY, SAME_PLACE = 30, 15, 10, 15
SAME_DAY, NEAR_DAY, NO_DAY = 25, 15, 10
SLACK = timedelta(days=2)
_ANY = ("", "")


def doubt_events(
    tellings: Sequence[Telling], ids: Mapping[Node, str], constraints: Constraints
) -> Iterator[Doubt]:
    """Yield pairs of events by id, with the points of their most alike tellings."""
    members: defaultdict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        members[ids[telling.node]].append(telling)
    # What many releases tell alike is compared once.
    told = {path: {replace(t, node=_ANY) for t in own} for path, own in members.items()}
    found = []
    for left, right in near((path, _keys(own)) for path, own in members.items()):
        one, other = ([t.node for t in members[path]] for path in (left, right))
        if in_one_release(one, other) or constraints.apart(one, other):
            continue
        score, reason = max(_weigh(a, b) for a in told[left] for b in told[right])
        if score >= LIKELY:
            found.append(Doubt(left, right, score, reason))
    yield from keep_few(found)


def _keys(tellings: Sequence[Telling]) -> set[tuple[Kind, str, str]]:
    """Who took part, and the month: a person's events are many, those of one month few."""
    return {
        (telling.kind, who, day.isoformat()[:7])
        for telling in tellings
        for who in telling.people
        for day in telling.about or ()
    }


def _weigh(left: Telling, right: Telling) -> tuple[int, str]:
    shared = left.people & right.people
    if not shared or not places_agree(left, right):
        return 0, ""
    when = _compare_days(left, right)
    if when is None:
        return 0, ""
    found = [(ONE_PERSON, f"both with {min(shared)}"), when]
    if len(shared) > 1:
        found.append((MORE_PEOPLE, f"{len(shared)} persons in both"))
    if parties := left.others & right.others:
        found.append((SAME_PARTY, f"both with {min(parties)}"))
    if places := left.places & right.places:
        found.append((SAME_PLACE, f"both in {min(places)}"))
    return min(MOST, sum(p for p, _ in found)), "; ".join(text for _, text in found)


def _compare_days(left: Telling, right: Telling) -> tuple[int, str] | None:
    """Return points for the days, or None where they are too far apart."""
    if left.about is None or right.about is None:
        return None
    if left.day and left.day == right.day:
        return SAME_DAY, f"both on {left.day}"
    if left.about[0] > right.about[1] + SLACK or right.about[0] > left.about[1] + SLACK:
        return None
    if left.day and right.day:
        return NEAR_DAY, f"on {left.day} and {right.day}"
    return NO_DAY, "told at one time"
