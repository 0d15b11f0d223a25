from __future__ import annotations

import pytest

from graphkit.sources.dates import normal_date, parse_date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        pytest.param("12 наурыз", "--03-12", id="kk"),
        pytest.param("2026 жылғы 21 мамыр", "2026-05-21", id="kk-year"),
        pytest.param("5 қазан 2026 жыл", "2026-10-05", id="kk-year-after"),
        pytest.param(
            "екі мың жиырма алтыншы жылғы жиырма бірінші мамыр", "2026-05-21", id="kk-words"
        ),
        pytest.param("екі мың жиырма жетінші жылғы отызыншы желтоқсан", "2027-12-30", id="kk-30"),
        pytest.param("23 февраля", "--02-23", id="ru"),
        pytest.param("3 июня 2026 г.", "2026-06-03", id="ru-year"),
        pytest.param(
            "двадцать первое мая две тысячи двадцать шестого года", "2026-05-21", id="ru-words"
        ),
        pytest.param("девятнадцатое июля две тысячи девятого года", "2009-07-19", id="ru-teen"),
        pytest.param("March 3", "--03-03", id="en"),
        pytest.param("18th of September 2026", "2026-09-18", id="en-ordinal"),
        pytest.param("Oct. 21, 2026", "2026-10-21", id="en-short"),
        pytest.param("29 ақпан", "--02-29", id="leap-day"),
        pytest.param("28.02.2026", "2026-02-28", id="points"),
        pytest.param("2026-02-30", None, id="no-such-day"),
        pytest.param("кеше", None, id="no-date"),
        pytest.param("бос сөз мамыр", None, id="no-number"),
    ],
)
def test_parse_date_reads_the_three_languages(text: str, date: str | None) -> None:
    assert parse_date(text) == date


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2026-02-28T09:30:00+05:00", "2026-02-28"),
        ("2026/02/28", "2026-02-28"),
        ("28 ақпан 2026 жылы", "2026-02-28"),
        ("28 февраля", None),
        ("", None),
        (None, None),
    ],
)
def test_normal_date_wants_a_whole_date(text: str | None, date: str | None) -> None:
    assert normal_date(text) == date
