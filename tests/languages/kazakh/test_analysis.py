"""What is inflected can be read back: inflect -> read -> stem."""

from pathlib import Path

import pytest

from graphkit.languages.kazakh.analysis import read
from graphkit.languages.kazakh.lexicon import Lexicon, load_counts
from graphkit.languages.kazakh.names import NameReader, Sort
from graphkit.languages.kazakh.suffixes import inflect
from graphkit.model import Case

ROOTS = (Path(__file__).parents[1] / "data" / "kk_roots.txt").read_text(encoding="utf-8").split()
SURNAME_ENDINGS = ("", "ов", "ова", "ұлы", "қызы", "бек", "хан", "гүл", "жан", "ин", "ина", "тай")
STEMS = [root + ending for root in ROOTS for ending in SURNAME_ENDINGS]
# Cases in which people's names stand in releases; the locative is for places.
PERSONAL = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.ABL, Case.INS)


def test_there_are_some_thousand_stems() -> None:
    assert len(set(STEMS)) > 1500


@pytest.mark.parametrize("case", list(Case))
@pytest.mark.parametrize("possessor", [None, "3", "1p"])
def test_every_form_reads_back_to_its_stem(case: Case, possessor: str | None) -> None:
    lost = []
    for stem in STEMS:
        form = inflect(stem, case, possessor=possessor)
        # «-ұлы» is a possessive already
        if possessor is not None and stem.endswith(("ұлы", "қызы")):
            continue
        if not any(
            r.lemma == stem and r.case is case and r.possessor == possessor for r in read(form)
        ):
            lost.append(form)
    assert lost == []


@pytest.mark.parametrize("case", PERSONAL)
def test_names_come_back_as_the_first_choice(case: Case) -> None:
    names = NameReader(Lexicon(load_counts()), ())
    wrong = [
        form
        for stem in STEMS
        if names.read(form := inflect(stem, case), Sort.PERSON, {}).lemma != stem
    ]
    assert len(wrong) <= 0.03 * len(STEMS), wrong[:50]


@pytest.mark.parametrize("word", ["обамате", "клинтонпен", "рузвельтмен", "меркельтің", "тэтчерты"])
def test_suffixes_that_the_sounds_forbid_are_not_read(word: str) -> None:
    stems = {"обама", "клинтон", "рузвельт", "меркель", "тэтчер"}
    assert stems.isdisjoint(r.lemma for r in read(word))


def test_relative_and_equative() -> None:
    readings = {(r.lemma, r.relative, r.case) for r in read("қазақстандағылардың")}
    assert ("қазақстан", True, Case.GEN) in readings
    assert ("айту", "3", None) in {(r.lemma, r.possessor, r.case) for r in read("айтуынша")}
