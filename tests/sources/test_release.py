from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.errors import ReleaseError
from graphkit.model import Source
from graphkit.sources import make_release

KK = "АСТАНА. 12 наурыз. - Қазақстан CІМ басшысы «Иә» деді.\r\nСурет: gov.kz\r\n\tОл кетті."


def test_make_release_reads_the_body_alone() -> None:
    release = make_release(KK)
    assert release.reading == "Қазақстан СІМ басшысы «Иә» деді.\nОл кетті."
    assert (release.title, release.title_end) == (None, 0)
    assert release.language == "kk"
    assert release.text == KK


def test_make_release_keeps_the_dateline_with_its_place() -> None:
    release = make_release("\n" + KK)
    assert (release.dateline, release.dateline_date) == ("АСТАНА", "--03-12")
    assert release.text[release.dateline_begin : release.dateline_end] == "АСТАНА"


def test_make_release_span_leads_back_to_the_text_as_given() -> None:
    release = make_release(KK)
    begin = release.reading.index("СІМ")
    assert release.text[slice(*release.span(begin, begin + 3))] == "CІМ"
    begin = release.reading.index("Ол")
    assert release.text[slice(*release.span(begin, begin + 9))] == "Ол кетті."


def test_make_release_span_takes_the_whole_of_a_folded_character() -> None:
    release = make_release("Партия &laquo;Ауыл&raquo; және Андреи\u0306 келді.")
    begin = release.reading.index("«")
    assert release.text[slice(*release.span(begin, begin + 6))] == "&laquo;Ауыл&raquo;"
    begin = release.reading.index("Андрей")
    assert release.text[slice(*release.span(begin, begin + 6))] == "Андреи\u0306"


def test_make_release_sets_a_given_title_above_the_text() -> None:
    release = make_release("Министр прибыл в Астану.", title=" Визит  министра ")
    assert release.text == "Визит министра\n\nМинистр прибыл в Астану."
    assert release.reading == "Визит министра\nМинистр прибыл в Астану."
    assert release.reading[: release.title_end] == release.title == "Визит министра"


@pytest.mark.parametrize(
    "text",
    [
        "Визит министра\n\nМинистр прибыл в Астану.",
        " date 2026-05-14 Визит министра\nМинистр прибыл в Астану.",
    ],
    ids=["first-line", "header"],
)
def test_make_release_sets_no_title_twice(text: str) -> None:
    release = make_release(text, title="Визит министра")
    assert release.text == text
    assert release.title == "Визит министра"
    assert release.reading == "Визит министра\nМинистр прибыл в Астану."


def test_make_release_prefers_what_is_given_to_the_header() -> None:
    text = "date: 2026-05-14 Visit\nurl: https://www.gov.uk/1\nShe visited the Senate."
    own = make_release(text)
    assert (own.date, own.url, own.publisher) == ("2026-05-14", "https://www.gov.uk/1", "gov.uk")
    told = make_release(text, date="15.05.2026", publisher="FCDO", language="en-GB")
    assert (told.date, told.publisher, told.language) == ("2026-05-15", "FCDO", "en")


def test_make_release_id_is_of_the_text_only() -> None:
    one = make_release("Йод әкелінді, қайта кездесті.", source=Source("a.txt"))
    two = make_release("И\u0306од әкелінді, қайта кездесті.", source=Source("b.jsonl", 3))
    assert one.id == two.id
    assert len(one.id) == 16
    assert one.id != make_release("Йод әкелінді, қайта кездеспеді.").id


def test_make_release_mends_broken_characters() -> None:
    assert "\ufffd" in make_release("Министр \ud83d прибыл в Астану.").text


@pytest.mark.parametrize("text", ["", " \n\t", "Сурет: gov.kz", "date 2026-02-28 Кездесу"])
def test_make_release_wants_a_body(text: str) -> None:
    with pytest.raises(ReleaseError, match="the release has no text"):
        make_release(text)


def test_make_release_refuses_a_language_that_is_not_read() -> None:
    with pytest.raises(ReleaseError, match=r"given as 'de'; languages are: kk, ru, en"):
        make_release("Text", language="de")


@pytest.mark.parametrize(
    ("file", "language", "title"),
    [("kk-01.txt", "kk", True), ("ru-02.txt", "ru", True), ("en-01.txt", "en", False)],
)
def test_make_release_reads_whole_releases(
    data: Path, file: str, language: str, title: bool
) -> None:
    release = make_release((data / "devset/texts" / file).read_text(encoding="utf-8"))
    assert release.language == language
    assert bool(release.title_end) == title
    assert all(a < b for a, b in pairwise(release.offsets))


LINES = st.lists(
    st.sampled_from(
        [
            " date 2026-02-28 Визит", "# Визит", "Сурет: gov.kz", "АСТАНА, 5 мая. — Посол прибыл.",
            "Посол  прибыл.", "", "<p>Посол</p>", "**Посол** [прибыл](http://a.kz)", "- раз;",
            "---", "title: Визит", "\u00ad", "&nbsp;", "ол &quot;Иә&quot; деді", "Фото: a",
            "Посол. Фото: МИД",
        ]
    ),
    max_size=9,
)  # fmt: skip


@given(LINES, st.sampled_from(["\n", "\r\n", "\n\n"]), st.sampled_from([None, "Визит", "Встреча"]))
def test_make_release_offsets_hold_for_any_order_of_lines(
    lines: list[str], end: str, title: str | None
) -> None:
    try:
        release = make_release(end.join(lines), title=title, language="ru")
    except ReleaseError:
        return
    assert len(release.offsets) == len(release.reading) + 1
    assert all(0 <= a < b <= len(release.text) for a, b in pairwise(release.offsets))
    assert release.title == (release.reading[: release.title_end] or None)
    assert title is None or release.title == title
    for begin, char in enumerate(release.reading):
        if char.isalpha():
            assert release.text[slice(*release.span(begin, begin + 1))] == char
