"""A file that `graphkit fetch` has saved is known by the address it came from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from graphkit.sources import read_releases
from graphkit.sources.fetched import NOTE, read_note

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


def test_the_note_is_found_from_within_the_folder_and_by_any_way_to_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    below = tmp_path / "host" / "below"
    below.mkdir(parents=True)
    (tmp_path / "host" / "news-1.txt").write_text(TEXT, encoding="utf-8")
    note = json.dumps({"url": URL, "file": "host/news-1.txt"})
    (tmp_path / NOTE).write_text(f"{note}\n", encoding="utf-8")
    ways = {tmp_path: "host", tmp_path / "host": ".", below: ".."}
    for start, way in ways.items():
        monkeypatch.chdir(start)
        releases = list(read_releases([way], on_error=lambda error: None))
        assert [release.url for release in releases] == [URL], way


def test_a_line_of_the_note_ends_only_where_its_writer_ended_it(tmp_path: Path) -> None:
    noted = {"url": f"{URL}?a=\u2028b", "file": "host/news-1.txt"}
    written = json.dumps(noted, ensure_ascii=False)
    (tmp_path / NOTE).write_text(f"{written}\n", encoding="utf-8")
    assert list(read_note(tmp_path / NOTE)) == [noted]
