from __future__ import annotations

import gzip
import io

import pytest

from graphkit.errors import ReleaseError, SourceError
from graphkit.model import Release
from graphkit.sources.warc import read_warc

pytest.importorskip("warcio")

PAGE = (
    "<html><body><article><p>Министр иностранных дел встретился с послом.</p></article>"
    "</body></html>"
)


def make_warc(*pages: tuple[str, str, bytes]) -> bytes:
    """Return a compressed archive with a response for each status, type and body."""
    records = []
    for number, (status, kind, body) in enumerate(pages, 1):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n\r\n".encode() + body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Date: 2026-05-14T09:00:00Z\r\n"
            f"WARC-Target-URI: https://www.gov.kz/{number}\r\n"
            f"WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-00000000000{number}>\r\n"
            "Content-Type: application/http; msgtype=response\r\n"
            f"Content-Length: {len(answer)}\r\n\r\n"
        )
        records.append(gzip.compress(head.encode() + answer + b"\r\n\r\n"))
    return b"".join(records)


def test_read_warc_reads_the_pages_alone() -> None:
    data = make_warc(
        ("200 OK", "image/png", b"\x89PNG"),
        ("200 OK", "text/html; charset=windows-1251", PAGE.encode("cp1251")),
        ("404 Not Found", "text/html", PAGE.encode()),
        ("200 OK", "text/html", b"<html></html>"),
    )
    release, error = read_warc(io.BytesIO(data), "a.warc.gz")
    assert isinstance(release, Release)
    assert release.reading == "Министр иностранных дел встретился с послом."
    assert (release.url, release.source.record) == ("https://www.gov.kz/2", 2)
    assert isinstance(error, ReleaseError)
    assert str(error).startswith("a.warc.gz, record 4 (https://www.gov.kz/4): no main text found")


def test_read_warc_refuses_another_file() -> None:
    with pytest.raises(SourceError, match=r"a\.warc: broken before record 1"):
        list(read_warc(io.BytesIO(b"plain text\n" * 9), "a.warc"))


@pytest.mark.parametrize(
    "data",
    [b"WARC/1.0\r\nWARC-Type: resp", make_warc(("404 Not Found", "text/html", PAGE.encode()))],
    ids=["cut off in its first line", "errors only"],
)
def test_an_archive_without_a_page_is_named(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.warc: no page answered with 200 in [01] record"):
        list(read_warc(io.BytesIO(data), "a.warc"))
