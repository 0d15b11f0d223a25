from __future__ import annotations

import io

import pytest

from graphkit.errors import ReleaseError, SourceError
from graphkit.sources.html import read_html

PAGE = """<!doctype html><html><head><meta charset="{charset}"><title>Кездесу өтті | gov.kz</title>
<meta property="og:title" content="Кездесу өтті"><meta property="og:site_name" content="gov.kz">
<meta property="article:published_time" content="2026-03-12T10:00:00+05:00">
<link rel="canonical" href="https://www.gov.kz/news/1"></head>
<body><nav><a href="/">Басты бет</a><a href="/all">Барлық жаңалықтар</a></nav>
<article><h1>Кездесу өтті</h1><p>Сурет: gov.kz</p>
<p>АСТАНА. 12 наурыз. - Сыртқы істер министрінің бірінші орынбасары Астанада Өзбекстан Сыртқы
істер министрінің бірінші орынбасарымен саяси консультациялар өткізді.</p>
<p>Дипломаттар уағдаластықтардың орындалу барысын саралап, сауда мәселелерін талқылады.</p>
</article><footer>© 2026 Барлық құқықтар қорғалған</footer></body></html>"""


@pytest.mark.parametrize("charset", ["utf-8", "kz1048"])
def test_read_html_takes_the_main_text_and_the_metadata(charset: str) -> None:
    (release,) = read_html(io.BytesIO(PAGE.format(charset=charset).encode(charset)), "p.html")
    assert release.title == "Кездесу өтті"
    assert (release.date, release.publisher) == ("2026-03-12", "gov.kz")
    assert release.url == "https://www.gov.kz/news/1"
    assert (release.dateline, release.dateline_date) == ("АСТАНА", "--03-12")
    assert release.reading.startswith("Кездесу өтті\nСыртқы істер министрінің")
    assert release.reading.endswith("сауда мәселелерін талқылады.")
    assert "Барлық" not in release.text


def test_read_html_offsets_are_into_the_main_text() -> None:
    (release,) = read_html(io.BytesIO(PAGE.format(charset="utf-8").encode()), "p.html")
    begin = release.reading.index("Дипломаттар")
    assert release.text[slice(*release.span(begin, begin + 11))] == "Дипломаттар"


@pytest.mark.parametrize("page", ["", "<html><body></body></html>", "<html></html>"])
def test_read_html_says_when_a_page_has_no_text(page: str) -> None:
    with pytest.raises(ReleaseError, match=r"p\.html: no main text found; was the page saved"):
        list(read_html(io.BytesIO(page.encode()), "p.html"))


def test_read_html_refuses_a_picture() -> None:
    with pytest.raises(SourceError, match=r"p\.html: it is a GIF picture"):
        list(read_html(io.BytesIO(b"GIF89a\x01\x00"), "p.html"))
