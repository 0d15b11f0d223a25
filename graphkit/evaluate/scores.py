"""Counts of right, spurious and missed answers -> figures and a report."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

KINDS: Final = (
    "entity", "role", "post body", "post country", "accredited", "member", "structure",
    "event", "participant", "place", "quote", "identity",
)  # fmt: skip
FACTS: Final = "FACTS"
# What FACTS does not sum up: things are not statements about them.
_NO_FACTS: Final = frozenset({"entity", "identity"})


@dataclass(frozen=True, slots=True)
class Counts:
    """How many answers are right, spurious, and missed."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.spurious + other.spurious, self.missed + other.missed
        )

    @property
    def support(self) -> int:
        """How many answers the gold wants."""
        return self.right + self.missed

    @property
    def precision(self) -> float:
        """The share of the given answers that are right; 1 when none is given."""
        given = self.right + self.spurious
        return self.right / given if given else 1.0

    @property
    def recall(self) -> float:
        """The share of the wanted answers that are given; 1 when none is wanted."""
        return self.right / self.support if self.support else 1.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall.

        >>> round(Counts(right=3, spurious=1, missed=2).f1, 3)
        0.667
        """
        p, r = self.precision, self.recall
        return 2 * p * r / (p + r) if p + r else 0.0


@dataclass(frozen=True, slots=True)
class Mistake:
    """One answer that is missed or spurious, of a release."""

    release: str
    kind: str
    sort: str
    what: str

    def __str__(self) -> str:
        return f"{self.release}\t{self.kind}\t{self.sort}\t{self.what}"


@dataclass(slots=True)
class Tally:
    """Counts by kind, and the mistakes, while releases are compared one by one."""

    counts: dict[str, Counts] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, kind: str, counts: Counts) -> None:
        """Add counts to a kind."""
        self.counts[kind] = self.counts.get(kind, Counts()) + counts

    def merge(self, other: Mapping[str, Counts]) -> None:
        """Add the counts of another tally."""
        for kind, counts in other.items():
            self.add(kind, counts)

    def with_facts(self) -> dict[str, Counts]:
        """Return the counts with the sum of all statements as one more kind."""
        facts = (c for kind, c in self.counts.items() if kind not in _NO_FACTS)
        return {**self.counts, FACTS: sum(facts, Counts())}


@dataclass(frozen=True, slots=True)
class Scores:
    """Counts by column (``all`` and each language) and kind; mistakes; what is not in the graph."""

    columns: Mapping[str, Mapping[str, Counts]]
    mistakes: tuple[Mistake, ...]
    missing: tuple[str, ...]

    def __getitem__(self, kind: str) -> Counts:
        return self.columns["all"].get(kind, Counts())

    def to_text(self) -> str:
        """Return a table of F1 in percent with the support in brackets."""
        width = 18
        head = "F1 (support)".ljust(14) + "".join(name.rjust(width) for name in self.columns)
        rows = (
            kind.ljust(14)
            + "".join(_cell(column.get(kind)).rjust(width) for column in self.columns.values())
            for kind in (*KINDS, FACTS)
        )
        lost = [f"not in the graph: {' '.join(self.missing)}"] if self.missing else []
        return "\n".join([head, *rows, *lost])

    def to_json(self) -> str:
        """Return the figures in percent as JSON, by column and kind."""
        return json.dumps(
            {"scores": self.figures(), "missing": list(self.missing)}, ensure_ascii=False, indent=1
        )

    def figures(self) -> dict[str, dict[str, dict[str, float]]]:
        """Return precision, recall and F1 in percent, and the support."""
        return {
            name: {kind: _figures(counts) for kind, counts in column.items()}
            for name, column in self.columns.items()
        }


def _cell(counts: Counts | None) -> str:
    return "-" if counts is None else f"{round(100 * counts.f1, 1):.1f} ({counts.support})"


def _figures(counts: Counts) -> dict[str, float]:
    values = {"p": counts.precision, "r": counts.recall, "f1": counts.f1}
    return {**{k: round(100 * v, 1) for k, v in values.items()}, "n": counts.support}


def make_scores(total: Tally, languages: Mapping[str, Tally], missing: Iterable[str]) -> Scores:
    """Return the scores of all releases and of each language."""
    columns = {"all": total.with_facts(), **{k: t.with_facts() for k, t in languages.items()}}
    return Scores(columns, tuple(total.mistakes), tuple(missing))
