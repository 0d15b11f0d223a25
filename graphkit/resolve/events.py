"""Events -> ids: tellings of one event in many releases become one.

Two tellings are one event when they are of one kind, nothing in day and place differs, and
they share who took part. What tells of two events in one release keeps them apart.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from graphkit.knowledge.concepts import Knowledge
from graphkit.model import EVENTS, Kind, Relation
from graphkit.resolve.blocking import WINDOW
from graphkit.resolve.clusters import Partition
from graphkit.resolve.constraints import Constraints
from graphkit.resolve.corpus import Corpus, Node
from graphkit.resolve.slugs import digest, slugify

# A release comes out on the day of the event or soon after.
NEAR = timedelta(days=1)
LATE = timedelta(days=4)


@dataclass(frozen=True, slots=True)
class Telling:
    """An event as one release tells it. ``day`` is as written, ``about`` when it must have been.

    ``people`` and ``others`` (bodies, countries) took part; ``places`` hold the countries
    of its cities too.
    """

    node: Node
    kind: Kind
    day: str | None
    about: tuple[date, date] | None
    people: frozenset[str]
    others: frozenset[str]
    places: frozenset[str]


def resolve_events(
    corpus: Corpus, ids: Mapping[Node, str], knowledge: Knowledge, constraints: Constraints
) -> dict[Node, str]:
    """Return the id of each event; ``ids`` are those of places, bodies and persons."""
    tellings = read_tellings(corpus, ids, knowledge)
    by_node = {telling.node: telling for telling in tellings}
    partition: Partition[Node] = Partition()
    for telling in tellings:
        partition.add(telling.node, constraints.tags.get(telling.node, ()))
    for one, other in constraints.together:
        if one in by_node and other in by_node:
            partition.join(one, other)
    for _, left, right in sorted(_likely(tellings)):
        if partition.find(left) != partition.find(right) and all(
            _agree(by_node[a], by_node[b])
            for a in partition.members(left)
            for b in partition.members(right)
        ):
            partition.join(left, right)
    return _name(partition.sets(), by_node)


def read_tellings(corpus: Corpus, ids: Mapping[Node, str], knowledge: Knowledge) -> list[Telling]:
    """Return what each release says of each of its events."""
    return [_read(corpus, node, ids, knowledge) for node, _ in corpus.of_kind(EVENTS)]


def _read(corpus: Corpus, node: Node, ids: Mapping[Node, str], knowledge: Knowledge) -> Telling:
    referent = corpus.referents[node]
    took_part = {
        ids[n] for n in corpus.objects(node, Relation.ATTENDEE, Relation.ORGANIZER) if n in ids
    }
    places = {ids[n] for n in corpus.objects(node, Relation.LOCATION) if n in ids}
    above = {c.country for p in places if (c := knowledge.get(p)) is not None and c.country}
    people = frozenset(p for p in took_part if p.startswith("person/"))
    published = corpus.releases[node[0]].date
    return Telling(
        node,
        referent.kind,
        referent.date,
        _window(referent.date, published),
        people,
        frozenset(took_part) - people,
        frozenset(places | above),
    )


def _window(day: str | None, published: str | None) -> tuple[date, date] | None:
    """Return the first and last day on which an event may have been."""
    out = _day(published)
    if day is None:
        return (out - LATE, out) if out else None
    if day.startswith("--") and out:
        near = [d for y in (out.year - 1, out.year, out.year + 1) if (d := _day(f"{y}{day[1:]}"))]
        day = min(near, key=lambda d: abs(d - out)).isoformat() if near else day
    exact = _day(day)
    return (exact, exact) if exact else None


def _day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text and len(text) == 10 else None
    except ValueError:
        return None  # 31 February in a release is no day


def _likely(tellings: Sequence[Telling]) -> list[tuple[int, Node, Node]]:
    """Return the pairs that agree and share a participant, most shared first."""
    blocks: defaultdict[tuple[Kind, str], list[Telling]] = defaultdict(list)
    for telling in tellings:
        for one in telling.people | telling.others:
            if not one.startswith("country/"):
                blocks[telling.kind, one].append(telling)
    found: dict[tuple[Node, Node], int] = {}
    for block in blocks.values():
        block.sort(key=lambda t: (str(t.about[1]) if t.about else "", t.node))
        for at, left in enumerate(block):
            for right in block[at + 1 : at + 1 + 4 * WINDOW]:
                if _agree(left, right):
                    pair = min(left.node, right.node), max(left.node, right.node)
                    found[pair] = len(left.people & right.people)
    return [(-shared, left, right) for (left, right), shared in found.items()]


def _agree(left: Telling, right: Telling) -> bool:
    """Say whether two tellings may be of one event, and share enough to say that they are."""
    if left.node[0] == right.node[0] or left.kind != right.kind:
        return False
    if not places_agree(left, right):
        return False
    if not _days_agree(left, right):
        return False
    shared = len(left.people & right.people)
    fewer = min(len(left.people), len(right.people))
    if not fewer:
        same = left.others & right.others
        return bool(same) and same in (left.others, right.others) and bool(left.day and right.day)
    # One name of two may be a different pair on the same day: all of the shorter list, or
    # most of it, must be there.
    if shared < fewer and (shared < 2 or shared * 2 < fewer):
        return False
    if shared >= 2:
        return True
    if left.kind is Kind.VISIT:  # one is on one visit at a time
        return bool(left.places) and left.places == right.places
    return bool(left.day and left.day == right.day and _one_partner(left, right))


def places_agree(left: Telling, right: Telling) -> bool:
    """Say whether two tellings name one place; two cities are two even in one country."""
    if left.places and right.places and not left.places & right.places:
        return False
    mine, theirs = (
        {p for p in t.places if not p.startswith(("country/", "region/"))} for t in (left, right)
    )
    return not mine or not theirs or bool(mine & theirs)


def _one_partner(left: Telling, right: Telling) -> bool:
    """A telling that names one person needs more that agrees: the place or another party."""
    return bool(left.places & right.places or left.others & right.others)


def _days_agree(left: Telling, right: Telling) -> bool:
    if left.about is None or right.about is None:
        # A recurring meeting has the same people; without a day only a long list is telling.
        return len(left.people & right.people) >= 3 and bool(left.places & right.places)
    slack = timedelta(0) if left.day and right.day else NEAR
    return left.about[0] <= right.about[1] + slack and right.about[0] <= left.about[1] + slack


def _name(clusters: Sequence[Sequence[Node]], by_node: Mapping[Node, Telling]) -> dict[Node, str]:
    stems = [event_id([by_node[node] for node in cluster]) for cluster in clusters]
    shared = Counter(stems)
    return {
        node: stem if shared[stem] == 1 else f"{stem}-{digest(*min(cluster))}"
        for cluster, stem in zip(clusters, stems, strict=True)
        for node in cluster
    }


def event_id(tellings: Sequence[Telling]) -> str:
    """Return the id of an event: its kind, day, city and the first who took part."""
    kind = min(t.kind for t in tellings)
    days = Counter(t.day for t in tellings if t.day)
    day = min(days, key=lambda d: (-len(d), -days[d], d), default="undated")
    cities = sorted({p for t in tellings for p in t.places if not p.startswith("country/")})
    people = sorted({p for t in tellings for p in t.people or t.others})
    parts = [kind, day, *(p.rpartition("/")[2] for p in [*cities[:1], *people[:2]])]
    return "event/" + "-".join(slugify(part) for part in parts)
