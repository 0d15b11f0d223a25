"""The seed release reaches its gold in full."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.api import build
from graphkit.evaluate import Scores

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def scores(data: Path) -> Scores:
    """The scores of a graph built from the seed release alone."""
    return build(data.parents[1] / "seeds", jobs=1).score(data / "seeds" / "gold")


def test_nothing_of_the_seed_is_missed_or_made_up(scores: Scores) -> None:
    assert [str(mistake) for mistake in scores.mistakes] == []


@pytest.mark.parametrize(
    "kind",
    ["entity", "role", "post body", "post country", "structure", "event", "participant", "quote"],
)
def test_the_seed_is_told_in_full(scores: Scores, kind: str) -> None:
    assert scores[kind].support > 0
    assert scores[kind].f1 == 1


def test_the_seed_is_scored_at_all(scores: Scores) -> None:
    assert scores.missing == ()
