from __future__ import annotations

import gzip
import io
import json
import re
import sys
import zipfile
from pathlib import Path

import pytest

from graphkit.errors import GraphkitError, ReleaseError, SourceError
from graphkit.model import Release
from graphkit.sources import read_releases

KK = "Тараптар ынтымақтастықты талқылады."
RU = "Стороны обсудили сотрудничество."
EN = "The ministers met in Astana."


def read(*paths: str | Path) -> tuple[list[Release], list[GraphkitError]]:
    errors: list[GraphkitError] = []
    return list(read_releases(paths, on_error=errors.append)), errors


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_read_releases_walks_a_folder_in_sorted_order(tmp_path: Path) -> None:
    write(tmp_path, b_txt=RU, a__z_md=KK, a__b__c_txt=EN, page_css="p {}", _hidden_txt=RU)
    releases, errors = read(tmp_path)
    names = [Path(r.source.uri).relative_to(tmp_path).as_posix() for r in releases]
    assert names == ["a/b/c.txt", "a/z.md", "b.txt"]
    assert errors == []


def test_read_releases_leaves_out_the_folder_of_a_graph_among_the_releases(tmp_path: Path) -> None:
    write(tmp_path, a_txt=RU, out__graph_html=EN, out__parts__p_jsonl="{}", out__store__1_txt=KK)
    releases, errors = read(tmp_path)
    assert [r.language for r in releases] == ["ru"]
    assert errors == []


def test_read_releases_reports_each_bad_source_and_goes_on(tmp_path: Path) -> None:
    write(tmp_path, empty_txt="", good_txt=KK, list_xlsx="x", r_jsonl="")
    lines = [json.dumps({"text": text}) for text in (KK, RU, "", EN, KK)]
    lines[2] = '{"text": '
    write(tmp_path, r_jsonl="\n".join(lines))
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    (tmp_path / "nothing").mkdir()
    releases, errors = read(
        tmp_path / "missing.txt", tmp_path / "nothing", tmp_path / "list.xlsx", tmp_path
    )
    assert [r.language for r in releases] == ["kk", "kk", "ru", "en", "kk"]
    told = [(type(e), str(e).replace(f"{tmp_path}/", "")) for e in errors]
    expected = [
        (SourceError, "missing.txt: no such file or folder; is the path right?"),
        (SourceError, "nothing: no releases in this folder; readers are: .txt, .md, .html"),
        (SourceError, "list.xlsx: no reader for '.xlsx'; readers are: .txt, .md, .html"),
        (ReleaseError, "empty.txt: the file is empty; was it saved before"),
        (SourceError, "picture.txt: it is a PNG picture, not text; save the text itself"),
        (ReleaseError, "r.jsonl:3: not JSON ("),
    ]
    assert len(told) == len(expected)
    for (kind, message), (expected_kind, begin) in zip(told, expected, strict=True):
        assert kind is expected_kind
        assert message.startswith(begin)
        assert "\n" not in message


@pytest.mark.parametrize(
    ("data", "languages"),
    [
        pytest.param(f"{KK}\n", ["kk"], id="plain"),
        pytest.param(f'{{"text": "{RU}"}}\n{{"text": "{EN}"}}\n', ["ru", "en"], id="jsonl"),
        pytest.param(f"<html><body><p>{EN}</p></body></html>", ["en"], id="html"),
    ],
)
def test_read_releases_tells_what_standard_input_is(
    data: str, languages: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    stdin = io.TextIOWrapper(io.BytesIO(data.encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    releases, errors = read("-")
    assert [r.language for r in releases] == languages
    assert {r.source.uri for r in releases} == {"-"}
    assert errors == []
    assert not stdin.buffer.closed


def test_read_releases_reads_one_record_a_call(tmp_path: Path) -> None:
    write(tmp_path, r_jsonl=json.dumps({"text": KK}) + "\n{\n")
    errors: list[GraphkitError] = []
    releases = read_releases([tmp_path / "r.jsonl"], on_error=errors.append)
    assert next(releases).language == "kk"
    assert errors == []
    assert list(releases) == []
    assert len(errors) == 1


def test_read_releases_leaves_the_same_text_in_twice(tmp_path: Path) -> None:
    write(tmp_path, a_txt=KK, b_txt=KK)
    releases, _ = read(tmp_path)
    assert len(releases) == 2
    assert len({r.id for r in releases}) == 1


def test_read_releases_reads_the_seed() -> None:
    (release,), errors = read(Path(__file__).parents[2] / "seeds")
    assert errors == []
    assert (release.language, release.date, release.publisher) == ("kk", "2026-02-28", "gov.kz")
    assert release.reading.count("СІМ") == 4
    assert release.text.count("СІМ") == 3


def test_read_releases_unpacks_archives(tmp_path: Path) -> None:
    with gzip.open(tmp_path / "r.jsonl.gz", "wt", encoding="utf-8") as stream:
        stream.write(json.dumps({"text": KK}) + "\n{\n" + json.dumps({"text": RU}))
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as archive:
        archive.writestr("b/two.txt", EN)
        archive.writestr("a.txt", RU)
        archive.writestr("__MACOSX/a.txt", "x")
    releases, errors = read(tmp_path)
    names = [str(r.source).removeprefix(f"{tmp_path}/") for r in releases]
    assert names == ["r.jsonl.gz#1", "r.jsonl.gz#3", "z.zip/a.txt", "z.zip/b/two.txt"]
    assert [str(e).split(": ")[0] for e in errors] == [f"{tmp_path / 'r.jsonl.gz'}:2"]


@pytest.mark.parametrize("name", ["a.txt.gz", "a.zip", "a.tar.gz"])
def test_read_releases_reports_a_broken_archive(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(b"no archive")
    releases, (error,) = read(tmp_path / name)
    assert releases == []
    assert isinstance(error, SourceError)
    assert re.search("cannot be unpacked|no reader for what is in it", str(error))


def test_read_releases_passes_over_what_a_saved_page_is_made_of(tmp_path: Path) -> None:
    write(tmp_path, page_html=f"<html><body><p>{EN}</p></body></html>")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page_files" / "frame.html").write_text("<html></html>", encoding="utf-8")
    releases, errors = read(tmp_path)
    assert len(releases) == 1
    assert errors == []


def test_an_address_is_told_from_a_file() -> None:
    errors: list[GraphkitError] = []
    assert not list(read_releases(["https://example.org/a.html"], on_error=errors.append))
    assert [str(error) for error in errors] == [
        "https://example.org/a.html: is of the web; bring it here first with 'graphkit fetch'"
    ]


def test_a_folder_at_a_url_is_read_like_one_here(tmp_path: Path) -> None:
    fsspec = pytest.importorskip("fsspec")
    store = fsspec.filesystem("memory")
    texts = {
        "kk": "Сенат депутаттары Астанада кездесті.",
        "ru": "Министр прибыл в Баку.",
    }
    for name, text in texts.items():
        store.pipe_file(f"/press/2026/{name}.txt", text.encode())
    store.pipe_file("/press/photo.jpg", b"\xff\xd8")
    store.pipe_file("/press/out/parts/old.txt", b"Made by a build.")
    store.pipe_file("/press/out/store/data.txt", b"Made by a build.")
    store.pipe_file("/press/2026/empty.txt", b"")
    store.pipe_file("/press/2026/kk_files/advert.txt", b"Saved beside a page.")
    store.pipe_file("/press/.trash/old.txt", b"Hidden.")
    errors: list[GraphkitError] = []
    found = list(read_releases(["memory://press"], on_error=errors.append))
    assert [(one.text, one.source.uri) for one in found] == [
        (text, f"memory:///press/2026/{name}.txt") for name, text in texts.items()
    ]
    assert [str(error).partition(":")[0] for error in errors] == ["memory"]
    assert "2026/empty.txt: the file is empty" in str(errors[0])
    one = read_releases(["memory://press/2026/ru.txt"], on_error=errors.append)
    assert [release.language for release in one] == ["ru"]


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("memory://nowhere", "no such file or folder; is the URL right?"),
        ("s4://press", "Protocol not known: s4"),
        ("s3://press", "Install s3fs to access S3"),
    ],
)
def test_a_url_that_cannot_be_read_is_named_with_the_reason(url: str, message: str) -> None:
    pytest.importorskip("fsspec")
    errors: list[GraphkitError] = []
    assert not list(read_releases([url], on_error=errors.append))
    assert len(errors) == 1
    assert str(errors[0]).startswith(f"{url}: ")
    assert message in str(errors[0])


class NoCredentialsError(Exception):
    """As botocore's: no OSError."""


@pytest.mark.parametrize("at", ["find", "open", "read"])
def test_whatever_a_driver_raises_is_told_and_the_rest_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at: str
) -> None:
    memory = pytest.importorskip("fsspec.implementations.memory")
    store, text = memory.MemoryFileSystem(), "Министр прибыл в Баку."
    store.pipe_file("/locked/a.txt", text.encode())
    (tmp_path / "b.txt").write_text(text, encoding="utf-8")

    def refuse(*_: object, **__: object) -> None:
        raise NoCredentialsError("Unable to locate credentials")

    owner = memory.MemoryFile if at == "read" else memory.MemoryFileSystem
    monkeypatch.setattr(owner, at, refuse)
    errors: list[GraphkitError] = []
    found = list(read_releases(["memory://locked", tmp_path], on_error=errors.append))
    assert [release.text for release in found] == [text]
    assert len(errors) == 1
    assert "cannot be read (Unable to locate credentials)" in str(errors[0])
    assert str(errors[0]).startswith("memory:")
