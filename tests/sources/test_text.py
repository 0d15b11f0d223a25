from __future__ import annotations

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from graphkit.sources import fold_text

ODDITIES = (
    "абвгдеқңөүіһСМОРЁй aceopxyABCHMXIh0123 \n\r\t-–—.,:;!?()\"'«»“”„‘’ʻ`<>&#;"
    "\u00ad\u200b\u200d\u200e\u202c\ufeff\u00a0\u202f\u2028\u0301\u0306\u0308\u0300\u0007é"
)
odd_text = st.text(alphabet=ODDITIES, max_size=60)
any_text = st.text(alphabet=st.characters(codec="utf-8"), max_size=60)


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        pytest.param("Қазақстан CІМ басшысы", "Қазақстан СІМ басшысы", id="kk-look-alike"),
        pytest.param("Пpeзидeнт принял посла", "Президент принял посла", id="ru-look-alikes"),
        pytest.param("Тhе Sреаker spoke", "The Speaker spoke", id="en-look-alikes"),
        pytest.param("минис\u00adтр ино\u200bстранных", "министр иностранных", id="soft-hyphen"),
        pytest.param("\u202aСенат\u202c\ufeff", "Сенат", id="bidi"),
        pytest.param("1\u00a0500\u202fтеңге", "1 500 теңге", id="blanks"),
        pytest.param("и\u0306од, е\u0308лка", "йод, ёлка", id="nfc"),
        pytest.param("Алекса\u0301ндр", "Александр", id="stress"),
        pytest.param("бірінші\r\nекінші\rүшінші", "бірінші\nекінші\nүшінші", id="line-ends"),
        pytest.param("&laquo;Ауыл&raquo; &amp; Co", "«Ауыл» & Co", id="entities"),
        pytest.param("AT&T; R&D; &unknown;", "AT&T; R&D; &unknown;", id="no-entities"),
        pytest.param("Kazakhstan’s O‘zbekiston", "Kazakhstan's O'zbekiston", id="apostrophes"),
    ],
)
def test_fold_text_clears_what_hinders_reading(text: str, reading: str) -> None:
    assert fold_text(text)[0] == reading


@pytest.mark.parametrize(
    ("text", "reading"),
    [
        pytest.param('"Иә", - деді ол.', "«Иә», - деді ол.", id="kk-straight"),
        pytest.param('орын алады", - деп', "орын алады», - деп", id="kk-without-opening"),
        pytest.param("партия „Ауыл“ и „Аманат”", "партия «Ауыл» и «Аманат»", id="ru-low-opening"),
        pytest.param("“We agree,” she said.", "«We agree,» she said.", id="en-curly"),
        pytest.param('said: "Water, he said.', "said: «Water, he said.", id="en-without-closing"),
        pytest.param("<<Ауыл>> ,,Отан''", "«Ауыл» «Отан»", id="typed-twice"),
        pytest.param('"Ауыл"-дың', "«Ауыл»-дың", id="kk-suffix"),
        pytest.param('слово"слово " - " ', 'слово"слово " - " ', id="undecidable"),
        pytest.param('(«ҚР "Парламенті"»)', "(«ҚР «Парламенті»»)", id="nested"),
    ],
)
def test_fold_text_tells_opening_marks_from_closing_ones(text: str, reading: str) -> None:
    assert fold_text(text)[0] == reading


def test_fold_text_keeps_the_way_back() -> None:
    text = "Қазақ\u00adстан &quot;CІМ&quot; басшы\u0306сы"
    reading, offsets = fold_text(text)
    at = reading.index("СІМ")
    assert text[offsets[at] : offsets[at + 2] + 1] == "CІМ"
    assert offsets[-1] == len(text)


@given(odd_text | any_text)
def test_fold_text_offsets_lead_into_the_text(text: str) -> None:
    reading, offsets = fold_text(text)
    assert len(offsets) == len(reading) + 1
    assert offsets[-1] == len(text)
    assert all(0 <= a <= b <= len(text) for a, b in pairwise(offsets))
    assert all(offset < len(text) for offset in offsets[:-1])


@given(odd_text)
def test_fold_text_changes_no_letter_into_another_sort(text: str) -> None:
    reading, offsets = fold_text(text)
    for char, offset in zip(reading, offsets, strict=False):
        given_char = text[offset]
        assert char.isdigit() == given_char.isdigit() or given_char in "&ʻ"
        assert char.isalpha() == given_char.isalpha() or given_char in "&ʻ"


@given(odd_text | any_text)
def test_fold_text_leaves_nothing_invisible(text: str) -> None:
    reading, _ = fold_text(text)
    unseen = {c for c in reading if unicodedata.category(c) in ("Cc", "Zl", "Zp")} - {"\n"}
    assert not unseen
    assert not set(reading) & set("\u00ad\u200b\u200e\u202c\u2060\ufeff\u00a0")


@example("\u0435\u0301\u0300")  # the second mark joins the letter when the first is gone
@given(st.text(alphabet=ODDITIES.replace("&", ""), max_size=60))
def test_fold_text_gives_composed_text(text: str) -> None:
    reading, _ = fold_text(text)
    assert unicodedata.is_normalized("NFC", reading)


@given(st.text(alphabet="абвқіөМС қ.,!?-aceMB\n", max_size=60))
def test_fold_text_leaves_folded_text_alone(text: str) -> None:
    once, _ = fold_text(text)
    assert fold_text(once)[0] == once
