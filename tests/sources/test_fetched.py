"""A file that `graphkit fetch` has saved is known by the address it came from."""

from __future__ import annotations

import json
from pathlib import Path

from graphkit.sources import read_releases
from graphkit.sources.fetched import NOTE

TEXT = "Сенат Төрағасы Ерлан Бекенов Лондонда Қауымдар палатасының Спикерімен кездесті."
URL = "https://www.senate.parlam.kz/kk-KZ/news/1"


def test_a_fetched_file_has_its_address_and_publisher(tmp_path: Path) -> None:
    (tmp_path / "host").mkdir()
    (tmp_path / "host" / "news-1.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "host" / "other.txt").write_text(TEXT, encoding="utf-8")
    note = json.dumps({"url": URL, "file": "host/news-1.txt"})
    (tmp_path / NOTE).write_text(f"{note}\nhalf a li", encoding="utf-8")
    errors: list[Exception] = []
    for given in (tmp_path, tmp_path / "host", tmp_path / "host" / "news-1.txt"):
        first, *rest = read_releases([given], on_error=errors.append)
        assert (first.url, first.publisher) == (URL, "senate.parlam.kz")
        assert [release.url for release in rest] in ([], [None])
    assert not errors
