"""KazNERD read, held out, augmented and scored."""

from __future__ import annotations

from pathlib import Path

import pytest

from graphkit.errors import SourceError
from graphkit.languages.kazakh.training.data import (
    Sentence,
    add_initials,
    find_spans,
    hold_out,
    read_sentences,
)
from graphkit.languages.kazakh.training.scores import format_scores, score_tags

NAMED = Sentence(
    ("Кеше", "Асқар", "Бектаев", "келді", "."), ("O", "B-PERSON", "I-PERSON", "O", "O")
)


def test_read_sentences_splits_at_blank_lines(tmp_path: Path) -> None:
    file = tmp_path / "data.iob2"
    file.write_text("Астана B-GPE\n. O\n\nИә O\n", encoding="utf-8")
    assert read_sentences(file) == [
        Sentence(("Астана", "."), ("B-GPE", "O")),
        Sentence(("Иә",), ("O",)),
    ]


def test_read_sentences_names_the_line_without_a_tag(tmp_path: Path) -> None:
    file = tmp_path / "data.iob2"
    file.write_text("Астана B-GPE\nқаласы\n", encoding="utf-8")
    with pytest.raises(SourceError, match=r"data\.iob2:2: no tag"):
        read_sentences(file)


def test_hold_out_takes_whole_stretches() -> None:
    sentences = [Sentence((str(number),), ("O",)) for number in range(80 * 9)]
    kept, held = hold_out(sentences)
    assert len(kept) + len(held) == len(sentences)
    assert [sentence.words[0] for sentence in held] == [str(n) for n in range(240, 320)]


def test_add_initials_makes_both_spellings() -> None:
    made = add_initials([NAMED] * 40, seed=1)[40:]
    found = {(sentence.words[1:-2], sentence.tags[1:-2]) for sentence in made}
    assert found == {
        (("А.", "Бектаев"), ("B-PERSON", "I-PERSON")),
        (("А.Бектаев",), ("B-PERSON",)),
    }


def test_add_initials_is_the_same_for_a_seed() -> None:
    assert add_initials([NAMED] * 9, seed=3) == add_initials([NAMED] * 9, seed=3)


def test_find_spans_parts_spans_that_touch() -> None:
    tags = ["B-GPE", "B-GPE", "I-GPE", "I-PERSON", "O"]
    assert find_spans(tags) == {(0, 1, "GPE"), (1, 3, "GPE"), (3, 4, "PERSON")}


def test_score_tags_counts_exact_spans_only() -> None:
    given = ["B-PERSON", "O", "B-GPE"]
    gold = ["B-PERSON", "I-PERSON", "B-GPE"]
    scores = score_tags([(given, gold)])
    assert scores["GPE"].f1 == 100
    assert scores["PERSON"].f1 == 0
    assert scores["all"].precision == 50
    assert "| all | 50.0 | 50.0 | 50.0 | 2 |" in format_scores(scores)
