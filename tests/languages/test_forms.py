"""Names in their dictionary form: the labelled lists of each language."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.languages import grammar, load_pipeline
from graphkit.model import Kind

DATA = Path(__file__).parent / "data"
KINDS = {"person": Kind.PERSON, "place": Kind.CITY, "body": Kind.GOVERNMENT_BODY}
ENOUGH = 400
RIGHT = 0.97

pytestmark = pytest.mark.model


def read_rows(language: str) -> Iterator[dict[str, str]]:
    with (DATA / f"{language}_forms.csv").open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_nominative_is_right_for_97_of_100_names(language: str) -> None:
    nlp, syntax = load_pipeline(language), grammar(language)
    rows = list(read_rows(language))
    wrong = [
        (row["form"], found, row["nominative"])
        for row in rows
        if (found := syntax.nominative(nlp.make_doc(row["form"])[:], KINDS[row["kind"]]))
        != row["nominative"]
    ]
    assert len(rows) >= ENOUGH
    assert len(wrong) <= (1 - RIGHT) * len(rows), wrong


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_list_has_people_bodies_places_and_every_case(language: str) -> None:
    rows = list(read_rows(language))
    assert {row["kind"] for row in rows} == set(KINDS)
    cases = {row["case"] for row in rows}
    wanted = {"kk": 7, "ru": 6, "en": 2}[language]
    assert len(cases) == wanted


def test_case_is_right_for_97_of_100_kazakh_names() -> None:
    nlp, syntax = load_pipeline("kk"), grammar("kk")
    rows = list(read_rows("kk"))
    wrong = [
        row["form"]
        for row in rows
        if syntax.case(nlp(row["form"])[:], KINDS[row["kind"]]) != row["case"]
    ]
    assert len(wrong) <= (1 - RIGHT) * len(rows), wrong
