"""Graph and gold -> Scores."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from pathlib import Path

from graphkit.evaluate.align import align
from graphkit.evaluate.compare import compare_release
from graphkit.evaluate.gold import read_cross, read_gold
from graphkit.evaluate.scores import Counts, Mistake, Scores, Tally, make_scores
from graphkit.evaluate.statements import Reader, read_statements
from graphkit.graph import Graph


def score(graph: Graph, gold_folder: str | Path) -> Scores:
    """Score a graph against a folder of gold annotations.

    A gold file is compared with the release whose source has the same file stem.

    :raises SourceError: if the folder holds no gold.
    """
    folder = Path(gold_folder)
    reader = Reader(graph)
    releases = reader.releases()
    total, missing = Tally(), []
    languages: dict[str, Tally] = defaultdict(Tally)
    where: dict[tuple[str, str], str] = {}
    for gold in read_gold(folder):
        if gold.id not in releases:
            missing.append(gold.id)
            continue
        stated = read_statements(reader, releases[gold.id])
        pairs = align(stated, gold)
        tally = compare_release(stated, gold, pairs)
        total.merge(tally.counts)
        total.mistakes.extend(tally.mistakes)
        languages[gold.language].merge(tally.counts)
        where.update({(gold.id, entity): iri for entity, iri in pairs.items()})
    _compare_identity(read_cross(folder), where, total)
    return make_scores(total, languages, missing)


def _compare_identity(
    keys: dict[tuple[str, str], str], where: dict[tuple[str, str], str], total: Tally
) -> None:
    """Count pairs of mentions across releases that are, or should be, one entity."""
    known = {member: key for member, key in keys.items() if member in where}
    for left, right in combinations(sorted(known), 2):
        same, joined = known[left] == known[right], where[left] == where[right]
        if not (same or joined):
            continue
        total.add("identity", Counts(same and joined, joined and not same, same and not joined))
        if same != joined:
            what = f"{known[left]} {left} | {known[right]} {right}"
            total.mistakes.append(Mistake("cross", "identity", "split" if same else "merged", what))
