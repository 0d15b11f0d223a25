"""The shipped tagger on KazNERD's test split, by exact span."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graphkit.languages.kazakh.recognizer import load_tagger
from graphkit.languages.kazakh.training.data import read_sentences
from graphkit.languages.kazakh.training.scores import Score, score_tags

pytestmark = [pytest.mark.model, pytest.mark.slow]

# KazNERD is too large to be kept with the tests.
BESIDE = Path(__file__).resolve().parents[4] / "shared" / "kaznerd"
FOLDER = Path(os.environ.get("GRAPHKIT_KAZNERD", BESIDE))


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    """The scores by class."""
    if not (FOLDER / "test.iob2").is_file():
        pytest.skip("KazNERD is not here; say where by GRAPHKIT_KAZNERD")
    sentences = read_sentences(FOLDER / "test.iob2")
    tags = load_tagger().tag([sentence.words for sentence in sentences])
    return score_tags(zip(tags, (sentence.tags for sentence in sentences), strict=True))


@pytest.mark.parametrize(
    ("label", "least"),
    [
        ("all", 86),
        ("PERSON", 91),
        ("GPE", 91),
        ("POSITION", 87),
        ("NORP", 86),
        ("ORGANISATION", 73),
    ],
)
def test_tagger_reaches_its_score(scores: dict[str, Score], label: str, least: float) -> None:
    assert scores[label].f1 >= least
