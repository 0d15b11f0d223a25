"""Parts are complete or absent, and hold each release once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import factory
import pytest

from graphkit.errors import StoreError
from graphkit.model import Claim, Extraction, Kind, Mention, Name, Referent, Relation, Source
from graphkit.pipeline.parts import (
    drop_outdated,
    drop_releases,
    fingerprint,
    index_parts,
    list_parts,
    read_part,
    read_parts,
    write_part,
)


def make_extraction(text: str, source: str = "a.txt") -> Extraction:
    release = replace(factory.make_release("kk", text), source=Source(source))
    person = Referent("p1", Kind.PERSON, (Name("Әлия", "kk"),))
    post = Referent("x1", Kind.POST, role="role/minister")
    mention = Mention(0, 4, "p1", "Әлия")
    claim = Claim("p1", Relation.HOLDS, "x1", 0, 4, 0.9, "posts")
    return Extraction(release, (person, post), (mention,), (claim,))


def test_a_part_gives_back_what_was_written(tmp_path: Path) -> None:
    one = make_extraction("Әлия министр болды")
    path = write_part(tmp_path, [one], "v1")
    assert path is not None
    header, (back,) = read_part(path)
    assert header.made_by == "v1"
    assert back == replace(one, release=replace(one.release, reading="", offsets=()))


def test_writing_twice_makes_one_file(tmp_path: Path) -> None:
    two = [make_extraction("бір"), make_extraction("екі")]
    assert write_part(tmp_path, two, "v1") == write_part(tmp_path, two[::-1], "v1")
    assert len(list_parts(tmp_path)) == 1


def test_nothing_makes_no_file(tmp_path: Path) -> None:
    assert write_part(tmp_path, [], "v1") is None
    assert list_parts(tmp_path) == []


def test_what_a_killed_build_left_is_cleared_away(tmp_path: Path) -> None:
    write_part(tmp_path, [make_extraction("бір")], "v1")
    (tmp_path / "abc.123.new").write_text("half")
    assert len(list_parts(tmp_path)) == 1
    assert not list(tmp_path.glob("*.new"))


def test_of_two_copies_of_a_release_the_first_source_counts(tmp_path: Path) -> None:
    write_part(tmp_path, [make_extraction("бір", "b.txt")], "v1")
    write_part(tmp_path, [make_extraction("бір", "a.txt")], "v1")
    index = index_parts(tmp_path)
    assert [str(known.source) for known in index.values()] == ["a.txt"]
    assert [str(one.release.source) for one in read_parts(index)] == ["a.txt"]


def test_dropping_a_release_keeps_the_others(tmp_path: Path) -> None:
    one, two = make_extraction("бір"), make_extraction("екі")
    write_part(tmp_path, [one, two], "v1")
    write_part(tmp_path, [make_extraction("үш")], "v1")
    drop_releases(tmp_path, [one.release.id])
    assert set(index_parts(tmp_path)) == {two.release.id, make_extraction("үш").release.id}
    drop_releases(tmp_path, list(index_parts(tmp_path)))
    assert list_parts(tmp_path) == []


@pytest.mark.parametrize("data", [b"", b"{}\n", b'{"made_by": "v1"}\n{"release": 1}\n', b"\xff\n"])
def test_a_damaged_part_is_named_with_what_to_do(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "part.jsonl"
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"part\.jsonl: is damaged .* delete it and build again"):
        read_part(path)


def test_the_fingerprint_changes_with_further_ontologies(tmp_path: Path) -> None:
    more = tmp_path / "more.ttl"
    more.write_text("# one")
    assert fingerprint() == fingerprint()
    assert fingerprint([more]) != fingerprint()


def test_a_copy_of_an_ontology_has_its_fingerprint(tmp_path: Path) -> None:
    more, copy = tmp_path / "more.ttl", tmp_path / "1-more.ttl"
    more.write_text("# one")
    copy.write_text("# one")
    before = fingerprint([more])
    assert fingerprint([copy]) == before
    more.write_text("# another")  # in a process that runs on, as a notebook does
    assert fingerprint([more]) != before


def test_what_is_read_anew_takes_the_place_of_its_old_reading(tmp_path: Path) -> None:
    again, other = make_extraction("бір"), make_extraction("екі")
    write_part(tmp_path, [again, other], "v1")
    write_part(tmp_path, [again], "v2")
    drop_outdated(tmp_path, "v2")
    index = index_parts(tmp_path)
    assert index[again.release.id].made_by == "v2"
    assert index[other.release.id].made_by == "v1"
    assert sum(len(read_part(path)[1]) for path in list_parts(tmp_path)) == 2


def test_another_source_keeps_its_own_reading(tmp_path: Path) -> None:
    """Of two sources with one text the first counts, whichever was read anew."""
    write_part(tmp_path, [make_extraction("бір", "a.txt")], "v1")
    write_part(tmp_path, [make_extraction("бір", "b.txt")], "v2")
    drop_outdated(tmp_path, "v2")
    [known] = index_parts(tmp_path).values()
    assert known.source.uri == "a.txt"
