"""A person's yes and no on pairs of things: rows of CSV or Turtle that outrank every score."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import chain
from pathlib import Path

import pyoxigraph as ox

from graphkit.errors import DecisionError
from graphkit.resolve.clusters import Partition
from graphkit.resolve.constraints import Constraints
from graphkit.resolve.corpus import Corpus, Node

BASE = "https://w3id.org/graphkit/id/"
COLUMNS = ("left", "right", "judgement", "note")
OWL = "http://www.w3.org/2002/07/owl#"


class Judgement(StrEnum):
    """What a person says of two ids."""

    SAME = "same"
    DIFFERENT = "different"


PREDICATES = {
    f"{OWL}sameAs": Judgement.SAME,
    f"{OWL}differentFrom": Judgement.DIFFERENT,
}


@dataclass(frozen=True, slots=True)
class Decision:
    """Two things by their ids (``person/alua-sadykova``) and what a person says of them.

    A thing may also be given by a place where it is named, ``release/ID#char=BEGIN,END``,
    which takes one mention out of a cluster. ``place`` is the file and line it was read from.
    """

    left: str
    right: str
    judgement: Judgement
    note: str = ""
    place: str = field(default="", compare=False)

    def __str__(self) -> str:
        """Say it with its place, for a message."""
        said = f"'{self.left}' and '{self.right}' are {self.judgement}"
        return f"{self.place} ({said})" if self.place else said


def read_decisions(path: Path, *, base_iri: str = BASE) -> tuple[Decision, ...]:
    """Read decisions: ``.csv`` with columns left, right, judgement and note, or Turtle.

    In Turtle they are ``owl:sameAs`` and ``owl:differentFrom``.

    :raises DecisionError: if the file cannot be read or a row says neither same nor different.
    """
    try:
        if path.suffix == ".csv":
            with path.open(encoding="utf-8", newline="") as file:
                return tuple(_from_rows(path, csv.DictReader(file), base_iri))
        return tuple(_from_turtle(path, base_iri))
    except (OSError, SyntaxError, UnicodeDecodeError) as error:
        raise DecisionError(f"{path}: cannot be read as decisions: {error}") from error


def _from_rows(path: Path, rows: Iterable[Mapping[str, str]], base: str) -> Iterable[Decision]:
    for number, row in enumerate(rows, start=2):
        judgement = (row.get("judgement") or "").strip().casefold()
        if judgement not in set(Judgement) or not row.get("left") or not row.get("right"):
            raise DecisionError(
                f"{path}:{number}: '{judgement}' is no judgement; "
                "a row has left, right and 'same' or 'different'"
            )
        left, right = (row[side].strip().removeprefix(base) for side in ("left", "right"))
        note = row.get("note") or ""
        yield Decision(left, right, Judgement(judgement), note, f"{path}:{number}")


def _from_turtle(path: Path, base: str) -> Iterable[Decision]:
    lines = path.read_text(encoding="utf-8").splitlines()
    for quad in ox.parse(path=str(path), format=ox.RdfFormat.TURTLE, base_iri=base):
        judgement = PREDICATES.get(quad.predicate.value)
        subject, value = quad.subject, quad.object
        if judgement is None:
            continue
        if not isinstance(subject, ox.NamedNode) or not isinstance(value, ox.NamedNode):
            raise DecisionError(f"{path}: a decision is on two IRIs, not {subject} and {value}")
        left, right = subject.value.removeprefix(base), value.value.removeprefix(base)
        end = right.rpartition("/")[2]
        line = next((f":{n}" for n, text in enumerate(lines, start=1) if end in text), "")
        yield Decision(left, right, judgement, place=f"{path}{line}")


def write_decisions(decisions: Iterable[Decision], path: Path) -> None:
    """Save decisions as CSV, sorted, so that a new row is one new line in a difference."""
    rows = sorted({(d.left, d.right, d.judgement.value, d.note) for d in decisions})
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        writer.writerows(rows)


class Finder:
    """Finds the nodes that a decision speaks of.

    ``ids`` are those that a run without decisions gives. An id that it does not give is
    looked up in ``own_ids``, what each node would be called by itself, since the decision
    may be of a time when two clusters were not yet, or no longer, one; then among what
    runs with the decisions have given since (``learn``).
    """

    def __init__(
        self,
        corpus: Corpus,
        ids: Mapping[Node, str],
        own_ids: Mapping[Node, Iterable[str]],
    ) -> None:
        self._corpus = corpus
        self._ids = ids
        self._maps = [_invert(ids), defaultdict[str, list[Node]](list)]
        for node in sorted(own_ids):
            for path in own_ids[node]:
                self._maps[1][path].append(node)

    def find(self, side: str) -> list[Node]:
        """Return the nodes of one side of a decision; none where it is of nothing known."""
        found = next((nodes[side] for nodes in self._maps if side in nodes), None)
        return found or _named_at(self._corpus, side)

    def find_whole(self, side: str) -> list[Node]:
        """Return the nodes of one side with what the run without decisions joins to them.

        A place in a text stands for itself.
        """
        found = self.find(side)
        if "#char=" in side:
            return found
        paths = {self._ids[node] for node in found if node in self._ids}
        return sorted({*found, *chain.from_iterable(self._maps[0][path] for path in paths)})

    def learn(self, ids: Mapping[Node, str], decisions: Iterable[Decision]) -> bool:
        """Add what a run with decisions gives; say whether it names a side not known so far."""
        missing = {s for d in decisions for s in (d.left, d.right) if not self.find(s)}
        self._maps.append(_invert({n: path for n, path in ids.items() if path in missing}))
        return bool(self._maps[-1])


def _invert(ids: Mapping[Node, str]) -> defaultdict[str, list[Node]]:
    found: defaultdict[str, list[Node]] = defaultdict(list)
    for node in sorted(ids):
        found[ids[node]].append(node)
    return found


def find_unmet(decisions: Iterable[Decision], finder: Finder) -> Iterator[str]:
    """Yield a message for each decision on an id that no thing has, or ever had."""
    for decision in decisions:
        sides = dict.fromkeys((decision.left, decision.right))
        missing = [f"'{side}'" for side in sides if not finder.find(side)]
        if missing:
            known = "is no id of this graph" if len(missing) == 1 else "are no ids of this graph"
            where = f"{decision.place}: " if decision.place else ""
            yield (
                f"{where}{' and '.join(missing)} {known}, so the row decides nothing; take the ids "
                "from 'graphkit review', or from 'graphkit query' or graph.ttl, or delete the row"
            )


def constrain(decisions: Iterable[Decision], finder: Finder) -> Constraints:
    """Turn decisions on ids into constraints on nodes.

    :raises DecisionError: if what some say is the same is different by another.
    """
    together: list[tuple[Node, Node]] = []
    joined_by: list[Decision] = []
    tags: defaultdict[Node, set[int]] = defaultdict(set)
    ordered = sorted(set(decisions), key=lambda d: (d.left, d.right, d.judgement))
    for number, decision in enumerate(ordered, start=1):
        if decision.judgement is Judgement.SAME:
            left, right = finder.find_whole(decision.left), finder.find_whole(decision.right)
            every = [*left, *right] if left and right else []
            together += [(every[0], node) for node in every[1:]]
            joined_by += [decision] * (len(together) - len(joined_by))
        else:
            left, right = finder.find(decision.left), finder.find(decision.right)
            one, other = _without_shared(set(left), set(right))
            for nodes, tag in ((one, number), (other, -number)):
                for node in nodes:
                    tags[node].add(tag)
    _check(together, joined_by, tags, ordered)
    return Constraints(tuple(together), {node: frozenset(own) for node, own in tags.items()})


def _check(
    together: Sequence[tuple[Node, Node]],
    joined_by: Sequence[Decision],
    tags: Mapping[Node, set[int]],
    ordered: Sequence[Decision],
) -> None:
    """Follow what is decided to be the same through all that it joins."""
    partition: Partition[Node] = Partition()
    for node in {*tags, *chain.from_iterable(together)}:
        partition.add(node, tags.get(node, ()))
    for (left, right), decision in zip(together, joined_by, strict=True):
        if against := partition.conflicts(left, right):
            other = ordered[min(map(abs, against)) - 1]
            raise DecisionError(
                f"{decision} contradicts {other}, directly or through other rows; delete one row"
            )
        partition.join(left, right)


def _without_shared(left: set[Node], right: set[Node]) -> tuple[set[Node], set[Node]]:
    """Leave what both sides name to the one that names less, the more exact of the two."""
    return (left - right, right) if len(right) < len(left) else (left, right - left)


def _named_at(corpus: Corpus, place: str) -> list[Node]:
    """Return the referent of a mention given as ``release/ID#char=BEGIN,END``."""
    release, begin, end = _read_place(place)
    return sorted(
        {
            (release, mention.referent)
            for mention in corpus.mentions.get(release, ())
            if mention.begin < end and begin < mention.end
        }
    )


def pointed_at(decisions: Iterable[Decision]) -> frozenset[str]:
    """Return the releases that decisions point into: see ``Decision``."""
    return frozenset(
        release
        for d in decisions
        for side in (d.left, d.right)
        if (release := _read_place(side)[0])
    )


def _read_place(place: str) -> tuple[str, int, int]:
    """Return release, begin and end; no release where it is no place in a text."""
    path, _, stretch = place.partition("#char=")
    begin, _, end = stretch.partition(",")
    if not begin.isdigit() or not end.isdigit():
        return "", 0, 0
    return path.removeprefix("release/"), int(begin), int(end)
