"""Extractions on disk, in files that are complete or absent.

They are what a store can be rebuilt from. A part is JSON lines: the first says which code
and ontologies made it, each further one is the Extraction of one release. Its name is the
digest of what it holds, so writing one twice changes nothing.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from graphkit.errors import StoreError
from graphkit.knowledge import ONTOLOGIES
from graphkit.model import Extraction, Release, Source

T = TypeVar("T")
FOLDER: Final = "parts"
_SUFFIX: Final = ".jsonl"
_PACKAGE: Final = Path(__file__).parent.parent
# What decides the extraction of a release beside its text.
_DECIDING: Final = ("sources", "languages", "extract", "knowledge")
_ENCODER: Final = msgspec.json.Encoder()
_DECODER: Final = msgspec.json.Decoder(Extraction)


@dataclass(frozen=True, slots=True)
class Header:
    """The first line of a part."""

    made_by: str


@dataclass(frozen=True, slots=True)
class Part:
    """A part before it is written; ``name`` follows from ``data``."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class _Origin:
    """What the index needs of a release: decoding only that takes a tenth of the time."""

    id: str
    source: Source


@dataclass(frozen=True, slots=True)
class _Stub:
    release: _Origin


@dataclass(frozen=True, slots=True)
class Known:
    """A release that some part holds."""

    part: Path
    source: Source
    made_by: str


@dataclass(frozen=True, slots=True)
class _Text:
    release: Release


_INDEXER: Final = msgspec.json.Decoder(_Stub)
_TEXTS: Final = msgspec.json.Decoder(_Text)


def fingerprint(extra: Iterable[Path] = ()) -> str:
    """Return a digest of the code, models and ontologies that extractions depend on.

    ``extra`` count by what is in them, not by name: a copy is the same ontology.

    :raises StoreError: if one cannot be read.
    """
    digest = hashlib.sha256(_own_fingerprint().encode())
    for content in sorted(hashlib.sha256(_read_bytes(file)).hexdigest() for file in extra):
        digest.update(content.encode())
    return digest.hexdigest()[:16]


def _read_bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise StoreError(f"{file}: cannot be read: {error.strerror}") from error


@cache
def _own_fingerprint() -> str:
    digest = hashlib.sha256(version("graphkit-press").encode())
    files = [path for name in _DECIDING for path in (_PACKAGE / name).rglob("*")]
    files += ONTOLOGIES.rglob("*.ttl")
    for file in sorted(files):
        if not file.is_file() or file.suffix == ".pyc":
            continue
        digest.update(f"\x1f{file.name}\x1f{file.stat().st_size}\x1f".encode())
        if file.suffix in (".py", ".ttl", ".txt", ".json", ".cfg", ".toml"):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def make_part(extractions: Iterable[Extraction], made_by: str) -> Part | None:
    """Return extractions as a part, None when there are none; their order does not matter."""
    # Offsets into the reading serve the extraction only and would be half of the file.
    slim = (
        replace(one, release=replace(one.release, reading="", offsets=())) for one in extractions
    )
    lines = [_ENCODER.encode(one) for one in sorted(slim, key=lambda one: one.release.id)]
    if not lines:
        return None
    data = b"\n".join([_ENCODER.encode(Header(made_by)), *lines, b""])
    return Part(hashlib.sha256(data).hexdigest()[:24] + _SUFFIX, data)


def save_part(folder: Path, part: Part) -> Path:
    """Write a part, whole or not at all, and return its path.

    :raises StoreError: if the disk refuses.
    """
    path = folder / part.name
    draft = path.with_suffix(f".{os.getpid()}.new")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as file:
            file.write(part.data)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise StoreError(f"{path}: cannot be written: {error.strerror}") from error
    return path


def write_part(folder: Path, extractions: Iterable[Extraction], made_by: str) -> Path | None:
    """Write extractions as one part and return its path, None when there are none.

    :raises StoreError: if the disk refuses.
    """
    part = make_part(extractions, made_by)
    return None if part is None else save_part(folder, part)


def read_part(path: Path) -> tuple[Header, list[Extraction]]:
    """Return what a part holds.

    :raises StoreError: if it is damaged.
    """
    return _read(path, _DECODER)


def _read(path: Path, decoder: msgspec.json.Decoder[T]) -> tuple[Header, list[T]]:
    try:
        first, *lines = path.read_bytes().splitlines()
        return msgspec.json.decode(first, type=Header), [decoder.decode(line) for line in lines]
    except (OSError, ValueError) as error:
        raise StoreError(f"{path}: is damaged ({error}); delete it and build again") from error


def list_parts(folder: Path) -> list[Path]:
    """Return the parts of a folder, and clear away what a killed build has left half done."""
    for draft in folder.glob("*.new"):
        draft.unlink(missing_ok=True)
    return sorted(folder.glob(f"*{_SUFFIX}"))


def index_parts(folder: Path) -> dict[str, Known]:
    """Return the releases of all parts by id; the one that ``read_parts`` would choose."""
    index: dict[str, Known] = {}
    same: dict[str, str] = {}  # many releases are of one file: its name need not stand in each
    for path in list_parts(folder):
        header, stubs = _read(path, _INDEXER)
        made_by = same.setdefault(header.made_by, header.made_by)
        for one in stubs:
            uri = same.setdefault(one.release.source.uri, one.release.source.uri)
            known = Known(path, Source(uri, one.release.source.record), made_by)
            other = index.get(one.release.id)
            if other is None or source_rank(known.source) < source_rank(other.source):
                index[one.release.id] = known
    return index


def read_parts(index: Mapping[str, Known]) -> Iterator[Extraction]:
    """Yield the extraction of each indexed release once, one part in memory at a time.

    :raises StoreError: if a part is damaged.
    """
    for path in _parts_of(index):
        for one in read_part(path)[1]:
            if _is_chosen(one.release, path, index):
                yield one


def read_texts(index: Mapping[str, Known]) -> Iterator[Release]:
    """Yield the release of each extraction, in the order of ``read_parts``.

    :raises StoreError: if a part is damaged.
    """
    for path in _parts_of(index):
        for one in _read(path, _TEXTS)[1]:
            if _is_chosen(one.release, path, index):
                yield one.release


def _is_chosen(release: Release, path: Path, index: Mapping[str, Known]) -> bool:
    known = index.get(release.id)
    return known is not None and known.part == path and known.source == release.source


def _parts_of(index: Mapping[str, Known]) -> list[Path]:
    return sorted({known.part for known in index.values()})


def find_extractions(folder: Path, releases: Collection[str]) -> dict[str, Extraction]:
    """Return some releases' extractions by id; unlike an index it may run beside a build.

    :raises StoreError: if a part is damaged.
    """
    found: dict[str, Extraction] = {}
    for path in sorted(folder.glob(f"*{_SUFFIX}")) if releases else ():
        for one in read_part(path)[1]:
            if one.release.id in releases:
                found.setdefault(one.release.id, one)
    return found


def drop_releases(folder: Path, releases: Collection[str]) -> None:
    """Take releases out of all parts that hold them."""
    gone = set(releases)
    for path in list_parts(folder) if gone else ():
        _drop(path, gone)


def drop_outdated(folder: Path, made_by: str) -> None:
    """Take out of other parts what a part of ``made_by`` holds from the same source, or a first.

    Else the two extractions of a release would be level, and the old one might count.
    """
    fresh: dict[str, tuple[str, int]] = {}
    old: list[tuple[Path, list[_Stub]]] = []
    for path in list_parts(folder):
        header, stubs = _read(path, _INDEXER)
        if header.made_by != made_by:
            old.append((path, stubs))
            continue
        for one in stubs:
            rank = source_rank(one.release.source)
            fresh[one.release.id] = min(rank, fresh.get(one.release.id, rank))
    for path, stubs in old:
        releases = [one.release for one in stubs if one.release.id in fresh]
        gone = {one.id for one in releases if fresh[one.id] <= source_rank(one.source)}
        if gone:
            _drop(path, gone)


def _drop(path: Path, gone: set[str]) -> None:
    header, extractions = read_part(path)
    left = [one for one in extractions if one.release.id not in gone]
    if len(left) == len(extractions):
        return
    # First the new part, then the end of the old one: a kill between the two
    # leaves the release in place, never half of the others lost.
    if write_part(path.parent, left, header.made_by) != path:
        path.unlink()


def source_rank(source: Source) -> tuple[str, int]:
    """Return the order of sources: of two with one text the first one counts."""
    return source.uri, source.record or 0
