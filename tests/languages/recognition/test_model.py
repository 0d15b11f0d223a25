"""The parts of the Kazakh tagger: what it sees of words, and the best path of tags."""

from __future__ import annotations

import itertools

import numpy as np
import pytest

from graphkit.errors import LanguageError
from graphkit.languages.kazakh.model.attributes import sentence_attributes
from graphkit.languages.kazakh.model.decode import best_paths, forbid_breaks
from graphkit.languages.kazakh.model.linear import Linear
from graphkit.languages.kazakh.model.stems import Stems
from graphkit.languages.kazakh.model.words import find_stem, make_form, make_shape, normal_words

ROWS = {"токаев": 1, "астана": 2, "комитет": 3, "президент": 4}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["“", "Хабар", "”"], ["«", "Хабар", "»"]),
        (['"', "Хабар", '"'], ["«", "Хабар", "»"]),
        (["Қазақстан", "–", "Венгрия"], ["Қазақстан", "—", "Венгрия"]),
        (["ҚАСЫМ-ЖОМАРТ", "ТМҰ"], ["Қасым-Жомарт", "ТМҰ"]),
    ],
    ids=["quotes", "straight-quotes", "dash", "headline"],
)
def test_normal_words_are_those_of_the_training_data(words: list[str], expected: list[str]) -> None:
    assert normal_words(words) == expected


@pytest.mark.parametrize(
    ("word", "lower", "shape"),
    [
        ("Е.Көшербаев", "көшербаев", "X.Xxx"),
        ("Қ.-Ж.Тоқаевпен", "тоқаевпен", "X.-X.Xxx"),
        ("БАӘ-нің", "баә-нің", "XX-xx"),
        ("2026", "2026", "dd"),
        ("Е.", "е.", "X."),
    ],
)
def test_make_form_reads_initials_as_part_of_the_surname(word: str, lower: str, shape: str) -> None:
    form = make_form(word)
    assert (form.lower, form.shape) == (lower, shape)
    assert make_shape(word) == shape


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("тоқаевтың", (1, "тың")),
        ("астанадағы", (2, "дағы")),
        ("астана", (2, "")),
        ("комитетіне", (3, "іне")),
        ("президентпен", (4, "пен")),
        ("астанасыбзд", (None, "")),
        ("жұмыс", (None, "")),
    ],
)
def test_find_stem_takes_off_kazakh_suffixes(word: str, expected: tuple[int | None, str]) -> None:
    assert find_stem(word, ROWS) == expected


def test_stems_refuse_other_vectors_than_those_of_the_training() -> None:
    with pytest.raises(LanguageError, match="natasha"):
        Stems({"vectors_digest": np.array("another edition")})


def test_best_paths_are_the_best_of_all_paths() -> None:
    chance = np.random.default_rng(5)
    transitions = chance.normal(size=(3, 3)).astype(np.float32)
    starts, ends = chance.normal(size=(2, 3)).astype(np.float32)
    scores = [chance.normal(size=(length, 3)).astype(np.float32) for length in (5, 3, 1)]
    for found, sentence in zip(best_paths(scores, transitions, starts, ends), scores, strict=True):
        totals = {
            path: starts[path[0]]
            + ends[path[-1]]
            + sum(sentence[at, label] for at, label in enumerate(path))
            + sum(transitions[pair] for pair in itertools.pairwise(path))
            for path in itertools.product(range(3), repeat=len(sentence))
        }
        assert tuple(found) == max(totals, key=totals.__getitem__)


def test_forbidden_paths_are_never_taken() -> None:
    labels = ["O", "B-GPE", "I-GPE"]
    transitions, starts = np.zeros((3, 3), np.float32), np.zeros(3, np.float32)
    forbid_breaks(labels, transitions, starts)
    wants_inside = np.array([[0, 0, 9], [5, 0, 9], [0, 0, 9]], np.float32)
    (path,) = best_paths([wants_inside], transitions, starts, np.zeros(3, np.float32))
    assert [labels[label] for label in path] == ["B-GPE", "I-GPE", "I-GPE"]


class _NoStems(Stems):
    """Stems of a table in which no word stands."""

    def __init__(self) -> None:
        self._found = {}
        self._rows = {}


def test_linear_scores_are_the_sums_of_all_attributes() -> None:
    words = ["«", "Ермек", "Көшербаев", "»", "Астанаға", "келді", "."]
    stems = _NoStems()
    attributes = sentence_attributes(words, stems)
    names = sorted({name for group in attributes for name in group})[::2]
    weights = np.random.default_rng(2).normal(size=len(names)).astype(np.float16)
    linear = Linear(
        {
            "attributes": np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
            "labels": np.array(["O", "B-GPE"]),
            "weight_rows": np.arange(len(names)),
            "weight_labels": np.arange(len(names)) % 2,
            "weights": weights,
        },
        stems,
    )
    expected = np.zeros((len(words), 2), dtype=np.float32)
    for at, group in enumerate(attributes):
        for name in group:
            if name in names:
                row = names.index(name)
                expected[at, row % 2] += weights[row]
    assert linear.scores(words) == pytest.approx(expected, abs=1e-3)
