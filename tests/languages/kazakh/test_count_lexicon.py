"""Counting lemmas from unlabelled words."""

from pathlib import Path

from graphkit.languages.kazakh.count_lexicon import count_lexicon, read_words
from graphkit.languages.kazakh.lexicon import LEXICON, Lexicon, load_counts, write_counts

WORDS = "топ тобы тобының топқа топтар палата палатасы палатаның елші елшіге елшінің".split()


def test_stems_win_over_the_forms_they_stand_in() -> None:
    counts = count_lexicon(WORDS, rounds=5)
    assert counts.lemmas["топ"] > 2
    assert "тобының" not in counts.lemmas
    assert Lexicon(counts).rank("тобына")[0][1].lemma == "топ"


def test_written_counts_read_back_and_repeat_byte_for_byte(tmp_path: Path) -> None:
    counts = count_lexicon(WORDS, rounds=2)
    for name in ("one.gz", "two.gz"):
        write_counts(counts, tmp_path / name, note="a note")
    assert (tmp_path / "one.gz").read_bytes() == (tmp_path / "two.gz").read_bytes()
    assert load_counts(tmp_path / "one.gz").lemmas.keys() == counts.lemmas.keys()


def test_words_are_read_from_iob2(tmp_path: Path) -> None:
    path = tmp_path / "train.iob2"
    path.write_text("Астана B-GPE\n, O\n2020 O\n\nкездесті O\n", encoding="utf-8")
    assert list(read_words(path)) == ["астана", "кездесті"]


def test_shipped_lexicon_names_its_source_and_is_small() -> None:
    assert LEXICON.stat().st_size < 300_000
    assert load_counts().lemmas["қазақстан"] > 10
