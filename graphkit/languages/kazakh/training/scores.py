"""Tags given and tags expected -> precision, recall and F1 by exact span and class."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from graphkit.languages.kazakh.training.data import find_spans

ALL = "all"


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of one class, and what they come to in per cent."""

    right: int
    given: int
    expected: int

    @property
    def precision(self) -> float:
        """Of the spans given, how many are right."""
        return 100 * self.right / self.given if self.given else 0.0

    @property
    def recall(self) -> float:
        """Of the spans expected, how many were given."""
        return 100 * self.right / self.expected if self.expected else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.given + self.expected
        return 200 * self.right / total if total else 0.0


def score_tags(
    pairs: Iterable[tuple[Iterable[str], Iterable[str]]],
) -> dict[str, Score]:
    """Return the score of each class and of ``all``, from pairs of given and expected tags."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    expected: Counter[str] = Counter()
    for found_tags, gold_tags in pairs:
        found, gold = find_spans(found_tags), find_spans(gold_tags)
        for counter, spans in ((right, found & gold), (given, found), (expected, gold)):
            counter.update(label for _, _, label in spans)
            counter[ALL] += len(spans)
    labels = sorted(expected.keys() | given.keys(), key=lambda label: -expected[label])
    return {label: Score(right[label], given[label], expected[label]) for label in labels}


def format_scores(scores: dict[str, Score]) -> str:
    """Return the scores as the lines of a Markdown table.

    >>> print(format_scores({"GPE": Score(9, 10, 12)}))
    | class | precision | recall | F1 | spans |
    |---|---|---|---|---|
    | GPE | 90.0 | 75.0 | 81.8 | 12 |
    """
    lines = ["| class | precision | recall | F1 | spans |", "|---|---|---|---|---|"]
    lines += [
        f"| {label} | {s.precision:.1f} | {s.recall:.1f} | {s.f1:.1f} | {s.expected} |"
        for label, s in scores.items()
    ]
    return "\n".join(lines)
