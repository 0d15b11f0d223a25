from __future__ import annotations

import pytest

from graphkit.sources.plain import Layout, find_layout


def body(text: str, layout: Layout) -> str:
    return "".join(text[p.begin : p.end] + p.after for p in layout.body).rstrip("\n")


@pytest.mark.parametrize(
    ("text", "title", "rest"),
    [
        pytest.param(
            " date 2026-02-28 Кездесу өтті\nСурет: gov.kz\nМинистр кездесті.",
            "Кездесу өтті",
            "Министр кездесті.",
            id="kk-header",
        ),
        pytest.param(
            "date 2026-04-07\nПриняли делегацию\n\nФото: пресс-служба\nТорага принял делегацию.",
            "Приняли делегацию",
            "Торага принял делегацию.",
            id="ru-title-below",
        ),
        pytest.param(
            "---\ntitle: 'A visit'\ndate: 2026-05-14\nurl: https://gov.uk/1\n---\n\nShe visited.",
            "A visit",
            "She visited.",
            id="en-front-matter",
        ),
        pytest.param(
            "# A *visit*\n\n## First day\n\n> She **met** [the Speaker](https://gov.uk/s).",
            "A *visit*",
            "First day\nShe met the Speaker.",
            id="en-markdown",
        ),
        pytest.param("Визит\n===\nМинистр прибыл.", "Визит", "Министр прибыл.", id="ru-line"),
        pytest.param("Министр прибыл.\nОн уехал.", None, "Министр прибыл.\nОн уехал.", id="none"),
        pytest.param(
            "date 2026-02-28 Визит\n\nВизит\n\nМинистр прибыл.",
            "Визит",
            "Министр прибыл.",
            id="title-said-twice",
        ),
    ],
)
def test_find_layout_takes_the_title_apart(text: str, title: str | None, rest: str) -> None:
    layout = find_layout(text)
    found = layout.header.title
    assert (text[slice(*found)] if found else None) == title
    assert body(text, layout) == rest


def test_find_layout_reads_all_header_lines() -> None:
    text = "date: 2026-05-14\nlang: ru\nurl: https://gov.kz/1\npublisher: МИД\nТитул\nТекст есть."
    header = find_layout(text).header
    assert (header.date, header.language, header.url, header.publisher) == (
        "2026-05-14",
        "ru",
        "https://gov.kz/1",
        "МИД",
    )


def test_find_layout_leaves_out_credits_between_paragraphs() -> None:
    text = "Бірінші.\nСурет: gov.kz\n* * *\nЕкінші. Фото: МИД РК\n\n© gov.kz"
    assert body(text, find_layout(text)) == "Бірінші.\nЕкінші."


def test_find_layout_takes_the_dateline_only_before_the_body() -> None:
    text = "Фото: МИД\nАСТАНА, 5 мая. — Посол прибыл.\nАСТАНА, 6 мая. — Посол уехал."
    layout = find_layout(text)
    assert layout.city is not None
    assert text[slice(*layout.city)] == "АСТАНА"
    assert layout.date == "--05-05"
    assert body(text, layout) == "Посол прибыл.\nАСТАНА, 6 мая. — Посол уехал."


def test_find_layout_joins_wrapped_lines() -> None:
    text = (
        "The Chairman of the Senate received a delegation of the National\n"
        "Assembly of the Republic of Korea headed by its Deputy Speaker, who\n"
        "arrived in Astana on Monday for a visit of three days.\n"
        "\n"
        "The sides discussed trade between the two countries and agreed to\n"
        "meet again in Seoul.\n"
    )
    first, second = body(text, find_layout(text)).split("\n")
    assert "the National Assembly of the Republic of Korea" in first
    assert first.endswith(
        "Deputy Speaker, who arrived in Astana on Monday for a visit of three days."
    )
    assert second.endswith("agreed to meet again in Seoul.")


def test_find_layout_keeps_lists_apart() -> None:
    text = (
        "Korea was represented by:\nOh Ji-hoon, Chair of the Friendship Group;\n"
        "- Park Min-seok, member of the National Assembly\n- Choi Eun-bi."
    )
    assert body(text, find_layout(text)) == text


def test_find_layout_leaves_out_tags_and_double_blanks() -> None:
    text = "<p>Министр   прибыл.<br/>Он <b>уехал</b>.</p>\n<p></p>\n\nПосол  остался."
    assert body(text, find_layout(text)) == "Министр прибыл.\nОн уехал.\nПосол остался."


def test_find_layout_finds_a_dateline_below_an_unmarked_headline() -> None:
    text = "Төраға сапармен келді\n\nАСТАНА. 12 наурыз. - Төраға келді."
    layout = find_layout(text)
    assert layout.date == "--03-12"
    assert body(text, layout) == "Төраға сапармен келді\nТөраға келді."
