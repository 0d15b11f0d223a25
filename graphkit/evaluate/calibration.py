"""Graph and gold -> how often assertions of a confidence are right.

A reliability table as in Niculescu-Mizil and Caruana, "Predicting good probabilities with
supervised learning" (2005), and the expected calibration error of Naeini et al. (2015).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from rdflib import ORG, PROV, RDF

from graphkit.evaluate.align import align
from graphkit.evaluate.compare import Comparison, compare_all
from graphkit.evaluate.gold import Fact, read_gold
from graphkit.evaluate.statements import STRUCTURE, Reader, read_statements
from graphkit.evaluate.text import normalize
from graphkit.graph import Graph
from graphkit.vocab import GK, ROLE_IRI, SCHEMA, shorten

# Of a post, what is said of it is said of who holds it: property -> kind of gold fact.
_OF_POSTS: Final = {
    str(ORG.postIn): "post body",
    str(GK.ofCountry): "post country",
    str(GK.accreditedTo): "accredited",
}
_STRUCTURE: Final = {str(predicate): name for name, predicate in STRUCTURE.items()}
_WIDTH: Final = 10  # bins in one: tenths


@dataclass(frozen=True, slots=True)
class Judged:
    """One assertion of one release: its property, its confidence, and whether the gold has it."""

    predicate: str
    confidence: float
    right: bool


@dataclass(frozen=True, slots=True)
class Bin:
    """The assertions whose confidence is from ``low`` up to below ``high``."""

    low: float
    high: float
    count: int
    confidence: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """All judged assertions, with the tables that they give."""

    judged: tuple[Judged, ...]

    @property
    def bins(self) -> tuple[Bin, ...]:
        """The tenths of confidence that hold anything, lowest first; 1.0 is in the last."""
        groups: dict[int, list[Judged]] = defaultdict(list)
        for one in self.judged:
            groups[min(int(one.confidence * _WIDTH + 1e-9), _WIDTH - 1)].append(one)
        return tuple(
            Bin(at / _WIDTH, (at + 1) / _WIDTH, len(group), _mean(group), _share(group))
            for at, group in sorted(groups.items())
        )

    @property
    def error(self) -> float:
        """The mean distance between confidence and share right, each bin by its size."""
        total = len(self.judged) or 1
        return sum(one.count * abs(one.confidence - one.right) for one in self.bins) / total

    def to_text(self) -> str:
        """Return the table of bins, and below it one line a property."""
        lines = [f"{'confidence':<12}{'assertions':>11}{'mean':>7}{'right':>7}"]
        lines += [
            f"{one.low:.1f} to {one.high:.1f}".ljust(12)
            + f"{one.count:>11,}{one.confidence:>7.2f}{one.right:>7.2f}"
            for one in self.bins
        ]
        lines.append(f"expected calibration error: {self.error:.3f}")
        by_predicate: dict[str, list[Judged]] = defaultdict(list)
        for one in self.judged:
            by_predicate[one.predicate].append(one)
        lines += [
            f"{name:<24}{len(group):>6,}{_mean(group):>7.2f}{_share(group):>7.2f}"
            for name, group in sorted(by_predicate.items())
        ]
        return "\n".join(lines)

    def to_json(self) -> str:
        """Return bins and error as JSON."""
        rows = [
            {
                "low": one.low, "high": one.high, "assertions": one.count,
                "mean": round(one.confidence, 4), "right": round(one.right, 4),
            }
            for one in self.bins
        ]  # fmt: skip
        return json.dumps({"bins": rows, "error": round(self.error, 4)}, indent=1)


def _mean(group: Iterable[Judged]) -> float:
    values = [one.confidence for one in group]
    return sum(values) / len(values)


def _share(group: Iterable[Judged]) -> float:
    values = [one.right for one in group]
    return sum(values) / len(values)


def calibrate(graph: Graph, gold_folder: str | Path) -> Calibration:
    """Judge every assertion of the releases that have a gold annotation.

    An assertion is judged once for each release that states it; what the gold calls
    doubtful is left out.

    :raises SourceError: if the folder holds no gold.
    """
    reader = Reader(graph)
    releases = reader.releases()
    judged: list[Judged] = []
    for gold in read_gold(Path(gold_folder)):
        if gold.id in releases:
            stated = read_statements(reader, releases[gold.id])
            comparison = compare_all(stated, gold, align(stated, gold))
            judged += _judge_release(_Judge(comparison), reader, releases[gold.id])
    return Calibration(tuple(judged))


def _judge_release(judge: _Judge, reader: Reader, release: str) -> Iterator[Judged]:
    passages = reader.subjects(SCHEMA.isPartOf, release)
    assertions = {a for one in passages for a in reader.subjects(PROV.wasDerivedFrom, one)}
    for assertion in sorted(assertions):
        s, p, o = (reader.one(assertion, term) for term in (RDF.subject, RDF.predicate, RDF.object))
        verdict = judge(s, p, o)
        if verdict is not None:
            yield Judged(shorten(p), float(reader.one(assertion, GK.confidence)), verdict)


class _Judge:
    """Says of a triple that a release states: right, wrong, or (None) not to be judged."""

    def __init__(self, comparison: Comparison) -> None:
        self._all = comparison
        self._reader = comparison.stated.reader
        self._wanted, self._spare = comparison.gold.wanted, comparison.gold.doubtful
        self._holders: dict[str, set[str]] = defaultdict(set)
        for person, predicate, post in comparison.stated.triples:
            if predicate == str(ORG.holds):
                self._holders[post].add(comparison.gold_id(person))

    def __call__(self, s: str, p: str, o: str) -> bool | None:
        if s in self._holders and p in _OF_POSTS:
            other = self._all.gold_id(o)
            return self._among(_OF_POSTS[p], {(one, other) for one in self._holders[s]})
        if p == str(ORG.holds):
            return self._among("role", self._roles(s, o))
        if p == str(ORG.memberOf):
            pair = (self._all.gold_id(s), self._all.gold_id(o))
            held = {pair} & self._wanted.facts["post body"]
            return None if held else self._among("member", {pair})
        if p in (str(SCHEMA.attendee), str(SCHEMA.location)):
            return self._event(s, self._all.gold_id(o), place=p == str(SCHEMA.location))
        if p == str(SCHEMA.creator):
            return self._quote(s, self._all.gold_id(o))
        if p in _STRUCTURE and not self._reader.has(s, RDF.type, str(ORG.Post)):
            return self._structure(self._all.gold_id(s), _STRUCTURE[p], self._all.gold_id(o))
        return None

    def _among(self, kind: str, facts: set[Fact]) -> bool | None:
        if facts & self._wanted.facts[kind]:
            return True
        return None if facts & self._spare.facts[kind] else False

    def _roles(self, person: str, post: str) -> set[Fact]:
        roles = (
            role for own in self._reader.objects(post, ORG.role)
            for role in self._reader.broader(own) if role.startswith(ROLE_IRI)
        )  # fmt: skip
        return {(self._all.gold_id(person), role[len(ROLE_IRI) :]) for role in roles}

    def _structure(self, low: str, name: str, high: str) -> bool | None:
        if (low, name, high) in self._wanted.facts["structure"]:
            return True
        return None if (low, name, high) in self._all.spare_structure() else False

    def _event(self, event: str, other: str, *, place: bool) -> bool | None:
        if event in self._all.excused:
            return None
        gold = self._all.matched.get(event)
        if gold is None:
            return False
        if place:
            # Where the gold has no place, none is wanted and none is wrong.
            return other == gold.place if gold.place else None
        return other in gold.participants

    def _quote(self, quotation: str, speaker: str) -> bool | None:
        text = normalize(self._reader.one(quotation, SCHEMA.text))
        for quote in self._wanted.quotes:
            if text.startswith(normalize(quote.starts)):
                return speaker == quote.speaker
        spare = tuple(normalize(quote.starts) for quote in self._spare.quotes)
        return None if text.startswith(spare) else False
