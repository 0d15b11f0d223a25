from __future__ import annotations

import io

import pytest

from graphkit.errors import ReleaseError, SourceError
from graphkit.model import Release
from graphkit.sources.jsonl import read_json, read_jsonl

LINES = [
    '{"text": "Тараптар ынтымақтастықты талқылады."}',
    '{"text": "Стороны обсудили сотрудничество.", "lang": "ru", "publisher": "МИД"}',
    '{"text": "Ministers met',
    "",
    '{"title": "A visit", "text": "The ministers met in Astana."}',
]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_read_jsonl_goes_on_after_a_broken_line(encoding: str) -> None:
    found = list(read_jsonl(io.BytesIO("\n".join(LINES).encode(encoding)), "r.jsonl"))
    releases = [item for item in found if isinstance(item, Release)]
    assert [(r.language, r.source.record) for r in releases] == [("kk", 1), ("ru", 2), ("en", 5)]
    assert releases[2].reading == "A visit\nThe ministers met in Astana."
    (error,) = [item for item in found if isinstance(item, ReleaseError)]
    assert str(error).startswith("r.jsonl:3: not JSON (")
    assert "each line must be one JSON object" in str(error)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("[1]", "r.jsonl:2: not a JSON object but list; each line"),
        ('{"title": "x"}', "r.jsonl:2: the record has no field 'text'"),
        ('{"text": "Die Ministerin traf den Botschafter."}', "r.jsonl:2: the text is in German"),
    ],
)
def test_read_jsonl_names_the_line(line: str, message: str) -> None:
    _, error = read_jsonl(io.BytesIO(f"{LINES[0]}\n{line}\n".encode()), "r.jsonl")
    assert isinstance(error, ReleaseError)
    assert str(error).startswith(message)


def test_read_jsonl_bears_one_line_that_is_not_utf8() -> None:
    data = LINES[0].encode() + b'\n{"text": "\xcd\xe5\xf2"}\n' + LINES[1].encode()
    kinds = [type(item) for item in read_jsonl(io.BytesIO(data), "r.jsonl")]
    assert kinds == [Release, ReleaseError, Release]


def test_read_jsonl_refuses_a_picture() -> None:
    with pytest.raises(SourceError, match=r"r.jsonl: it is a PNG picture"):
        list(read_jsonl(io.BytesIO(b"\x89PNG\r\n\x1a\n\x00"), "r.jsonl"))


@pytest.mark.parametrize(("data", "record"), [("[{}]", 1), ("{}", None)], ids=["list", "object"])
def test_read_json_takes_one_object_or_a_list(data: str, record: int | None) -> None:
    data = data.replace("{}", LINES[1])
    (release,) = read_json(io.BytesIO(data.encode()), "r.json")
    assert isinstance(release, Release)
    assert release.source.record == record


@pytest.mark.parametrize("data", ["5", "{", '"text"'])
def test_read_json_refuses_other_json(data: str) -> None:
    with pytest.raises(SourceError, match=r"r\.json: not .*a list of such objects is expected"):
        list(read_json(io.BytesIO(data.encode()), "r.json"))
