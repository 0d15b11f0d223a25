from __future__ import annotations

import io

import pytest

from graphkit.errors import ReleaseError, SourceError
from graphkit.model import Release
from graphkit.sources.feed import read_feed

pytest.importorskip("feedparser")

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Жаңалықтар</title>
<item><title>Кездесу &amp; сапар</title><link>https://www.gov.kz/1</link>
<pubDate>Thu, 12 Mar 2026 10:00:00 +0500</pubDate>
<description>&lt;p&gt;Министр елшімен &lt;b&gt;кездесті&lt;/b&gt;.&lt;/p&gt;&lt;p&gt;Тараптар
келісті.&lt;/p&gt;</description></item>
<item><title>Бос</title><link>https://www.gov.kz/2</link></item></channel></rss>"""
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>News</title>
<entry><title>A visit</title><link href="https://www.gov.uk/1"/><updated>2026-05-14T09:00:00Z</updated>
<summary>Short.</summary><content type="html">The Speaker met the ambassador.</content></entry>
</feed>"""


def test_read_feed_reads_an_entry_as_a_release() -> None:
    first, second = read_feed(io.BytesIO(RSS.encode()), "f.rss")
    assert isinstance(first, Release)
    assert first.reading == "Кездесу & сапар\nМинистр елшімен кездесті.\nТараптар келісті."
    assert (first.date, first.publisher, first.language) == ("2026-03-12", "gov.kz", "kk")
    assert isinstance(second, ReleaseError)
    assert str(second).startswith("f.rss, entry 2: the release has no text")


def test_read_feed_takes_the_content_before_the_summary() -> None:
    (release,) = read_feed(io.BytesIO(ATOM.encode()), "f.atom")
    assert isinstance(release, Release)
    assert release.reading == "A visit\nThe Speaker met the ambassador."
    assert (release.date, release.url) == ("2026-05-14", "https://www.gov.uk/1")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        ('<?xml version="1.0"?><urlset xmlns="x"><url/></urlset>', "a sitemap, which only lists"),
        ('<?xml version="1.0"?><a><b/></a>', "no feed with entries"),
        ("", "no feed with entries"),
    ],
)
def test_read_feed_refuses_other_xml(data: str, message: str) -> None:
    with pytest.raises(SourceError, match=rf"f\.xml: {message}"):
        list(read_feed(io.BytesIO(data.encode()), "f.xml"))
