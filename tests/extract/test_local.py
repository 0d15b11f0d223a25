"""Governors, mayors and boards: whose office or company it is."""

from __future__ import annotations

import pytest
from extract.reading import read

from graphkit.model import Kind

pytestmark = pytest.mark.model


def test_who_chairs_a_companys_board_heads_the_company() -> None:
    text = (
        "Кездесуге «Heidelberg Werke» компаниясының басқарма төрағасы Андреас Шнайдер, "
        "«Алтын дән» корпорациясы» АҚ басқарма төрағасының орынбасары Нұрлан Асылов қатысты."
    )
    reading = read(text, "kk")
    assert reading.posts("Андреас Шнайдер") == {"chair_of_board in «Heidelberg Werke» компаниясы"}
    [post] = reading.posts("Нұрлан Асылов")
    assert post.startswith("deputy_chief_executive in «Алтын дән» корпорациясы")
    assert "басқарма" not in reading.of_kind(Kind.GOVERNMENT_BODY)


@pytest.mark.parametrize(
    ("title", "office"),
    [
        ("Қарағанды облысының әкімі", "Қарағанды облысының әкімдігі"),
        ("Жетісу облысының әкімі", "Жетісу облысының әкімдігі"),
        ("Батыс Қазақстан облысының әкімі", "Батыс Қазақстан облысының әкімдігі"),
        ("Шымкент қаласының әкімі", "Шымкент қаласының әкімдігі"),
    ],
)
def test_a_governor_heads_the_office_of_his_region(title: str, office: str) -> None:
    reading = read(f"Кездесуге {title} Ерлан Сабитов қатысты.", "kk")
    assert reading.posts("Ерлан Сабитов") == {f"head_of_body in {office} of KZ"}


def test_two_governors_do_not_head_one_office() -> None:
    text = (
        "Кездесуге Абай облысының әкімі Ерлан Сабитов пен Ақмола облысының әкімі "
        "Марат Ахметов қатысты."
    )
    reading = read(text, "kk")
    assert reading.posts("Ерлан Сабитов") == {"head_of_body in Абай облысының әкімдігі of KZ"}
    assert reading.posts("Марат Ахметов") == {"head_of_body in Ақмола облысының әкімдігі of KZ"}


def test_a_governor_without_a_region_heads_the_one_office_that_was_told_of() -> None:
    text = (
        "Қарағанды облысы әкімінің орынбасары Марат Ахметов есеп берді. "
        "Жиынды облыс әкімі Ерлан Сабитов өткізді."
    )
    assert read(text, "kk").posts("Ерлан Сабитов") == {
        "head_of_body in Қарағанды облысының әкімдігі of KZ"
    }


def test_a_governor_of_nothing_that_is_named_implies_no_office() -> None:
    reading = read("Жиынды облыс әкімі Ерлан Сабитов өткізді.", "kk")
    assert reading.of_kind(Kind.GOVERNMENT_BODY, implied=True) == set()


def test_a_region_named_after_its_town_is_no_town() -> None:
    reading = read("Кездесуге Қарағанды облысының әкімі Ерлан Сабитов қатысты.", "kk")
    assert reading.of_kind(Kind.CITY) == set()
