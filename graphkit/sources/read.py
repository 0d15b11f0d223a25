"""Sources (files, folders, standard input) -> Releases."""

from __future__ import annotations

import gzip
import io
import os
import sys
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import BinaryIO, cast

from graphkit.errors import GraphkitError, ReleaseError, SourceError
from graphkit.model import Release, Source
from graphkit.sources.encodings import decode
from graphkit.sources.extras import say
from graphkit.sources.feed import read_feed
from graphkit.sources.fetched import find_address
from graphkit.sources.header import find_domain
from graphkit.sources.html import read_html
from graphkit.sources.jsonl import read_json, read_jsonl
from graphkit.sources.mail import read_mail
from graphkit.sources.pdf import read_pdf
from graphkit.sources.release import make_release
from graphkit.sources.storage import list_stored
from graphkit.sources.table import read_csv, read_parquet
from graphkit.sources.warc import read_warc
from graphkit.sources.word import read_docx

# A reader yields releases, and the errors that concern one release alone; what it raises
# ends its file.
Reader = Callable[[BinaryIO, str], Iterator[Release | GraphkitError]]

STDIN = "-"
_HIDDEN = (".", "__MACOSX")
# The folders in the folder of a graph that a build has made.
_MADE = frozenset({"parts", "store"})


def read_plain(stream: BinaryIO, name: str) -> Iterator[Release]:
    """Yield the one release of a text file, plain or Markdown.

    :raises SourceError: if the file is no text.
    :raises ReleaseError: if it is empty, or its language is not read.
    """
    data = stream.read()
    if not data.strip():
        raise ReleaseError(f"{name}: the file is empty; was it saved before the page had loaded?")
    try:
        text = decode(data)
    except ValueError as error:
        raise SourceError(f"{name}: {error}") from error
    try:
        yield make_release(text, source=Source(name))
    except ReleaseError as error:
        raise ReleaseError(f"{name}: {error}") from error


def read_gzip(stream: BinaryIO, name: str) -> Iterator[Release | GraphkitError]:
    """Yield the releases of a compressed file, by the ending before ``.gz``.

    :raises SourceError: if it is no gzip file, or no reader is for what is in it.
    """
    reader = _find_reader(Path(name).stem)
    if reader is None:
        raise SourceError(f"{name}: no reader for what is in it; readers are: {_endings()}")
    try:
        with gzip.GzipFile(fileobj=stream) as unpacked:
            yield from reader(cast(BinaryIO, unpacked), name)
    except (gzip.BadGzipFile, EOFError, zlib.error) as error:
        raise SourceError(f"{name}: cannot be unpacked ({say(error)}); was it cut off?") from error


def read_zip(stream: BinaryIO, name: str) -> Iterator[Release | GraphkitError]:
    """Yield the releases of the files in a ZIP archive, in sorted order, as of a folder.

    :raises SourceError: if it is no ZIP archive, or has no releases.
    """
    try:
        archive = zipfile.ZipFile(stream)
    except (zipfile.BadZipFile, NotImplementedError) as error:
        raise SourceError(f"{name}: cannot be unpacked ({say(error)})") from error
    with archive:
        members = [member for member in sorted(archive.namelist()) if _is_wanted(member)]
        if not members:
            raise SourceError(f"{name}: no releases in it; readers are: {_endings()}")
        for member in members:
            yield from _read_member(archive, member, f"{name}/{member}")


def _read_member(
    archive: zipfile.ZipFile, member: str, name: str
) -> Iterator[Release | GraphkitError]:
    reader = _find_reader(member)
    try:
        stream = io.BytesIO(archive.read(member))
    except (zipfile.BadZipFile, EOFError, RuntimeError, zlib.error) as error:
        yield SourceError(f"{name}: cannot be unpacked ({say(error)})")
    else:
        if reader is not None:
            yield from _guard(reader, stream, name)


READERS: dict[str, Reader] = {
    ".txt": read_plain,
    ".md": read_plain,
    ".html": read_html,
    ".htm": read_html,
    ".jsonl": read_jsonl,
    ".ndjson": read_jsonl,
    ".json": read_json,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".parquet": read_parquet,
    ".xml": read_feed,
    ".rss": read_feed,
    ".atom": read_feed,
    ".eml": read_mail,
    ".docx": read_docx,
    ".pdf": read_pdf,
    ".warc": read_warc,
    ".warc.gz": read_warc,
    ".gz": read_gzip,
    ".zip": read_zip,
}


def read_releases(
    paths: Iterable[str | Path], *, on_error: Callable[[GraphkitError], None]
) -> Iterator[Release]:
    """Yield the releases of files, of folders with all below them, and of ``-``, in order.

    A file or folder may stand at a URL that fsspec has a driver for (``s3://``, ``hdfs://``).

    ``on_error`` is called with a SourceError for each source that cannot be read and a
    ReleaseError for each release; the rest goes on. Files of a folder come sorted by
    their paths; those that no reader is for, and hidden ones, are passed over.
    A release that stands in two sources is yielded twice, with the same ``id``.
    """
    for path in paths:
        for found in _read_source(path):
            if isinstance(found, GraphkitError):
                on_error(found)
            else:
                yield found


def _read_source(path: str | Path) -> Iterator[Release | GraphkitError]:
    if str(path) == STDIN:
        yield from _read_stdin()
        return
    if "://" in str(path):
        yield from _read_stored(str(path))
        return
    path = Path(path)
    if path.is_dir():
        yield from _read_folder(path)
    elif path.exists():
        yield from _read_file(path)
    else:
        yield SourceError(f"{path}: no such file or folder; is the path right?")


def _read_stored(url: str) -> Iterator[Release | GraphkitError]:
    try:
        stored = list(list_stored(url))
    except SourceError as error:
        yield error
        return
    if stored[:1] and stored[0].path.parts:  # a folder
        wanted = _choose_all([file.path for file in stored])
        stored = [file for file in stored if file.path in wanted]
    if not stored:
        yield SourceError(f"{url}: no releases in this folder; readers are: {_endings()}")
    for file in stored:
        reader = _find_reader(file.path.name or file.url)
        if reader is None:
            yield SourceError(f"{url}: no reader for it; readers are: {_endings()}")
            continue
        try:
            with file.open() as stream:
                yield from _guard(reader, stream, file.url)
        except OSError as error:
            yield SourceError(f"{file.url}: cannot be read ({say(error)})")


def _read_stdin() -> Iterator[Release | GraphkitError]:
    # Whatever stands in for standard input need not be able to peek.
    stream = io.BufferedReader(cast(io.RawIOBase, sys.stdin.buffer))
    try:
        yield from _guard(_sniff(stream), stream, STDIN)
    finally:
        stream.detach()


def _read_folder(folder: Path) -> Iterator[Release | GraphkitError]:
    files = sorted(list_files(folder), key=lambda path: path.relative_to(folder).parts)
    if not files:
        yield SourceError(f"{folder}: no releases in this folder; readers are: {_endings()}")
    for file in files:
        yield from _read_file(file)


def list_files(folder: Path) -> Iterator[Path]:
    """Yield the files below a folder that are read, in no order."""
    for parent, folders, names in os.walk(folder):
        folders[:], wanted = _choose(folders, names)
        for file in (Path(parent, name) for name in wanted):
            # A named pipe would be waited for without end; what cannot be opened is told later.
            if file.is_file() or not file.exists():
                yield file


def _choose(folders: Iterable[str], names: Collection[str]) -> tuple[list[str], list[str]]:
    """Return which folders and files in a folder are read."""
    folders = list(folders)
    # `build . --out out` must not read at the second run what the first has made.
    if set(folders) >= _MADE:
        return [], []
    # Browsers save what a page is made of beside it: page.html, page_files/.
    pages = {Path(name).stem + "_files" for name in names}
    within = [name for name in folders if not name.startswith(_HIDDEN) and name not in pages]
    return within, [name for name in names if _is_wanted(name)]


def _choose_all(files: Iterable[PurePosixPath]) -> set[PurePosixPath]:
    """Return which of all the files below a folder are read."""
    folders: defaultdict[PurePosixPath, set[str]] = defaultdict(set)
    names: defaultdict[PurePosixPath, set[str]] = defaultdict(set)
    for file in files:
        names[file.parent].add(file.name)
        for folder in list(file.parents)[:-1]:
            folders[folder.parent].add(folder.name)
    found: set[PurePosixPath] = set()
    todo = [PurePosixPath()]
    while todo:
        at = todo.pop()
        within, wanted = _choose(folders[at], names[at])
        todo += [at / name for name in within]
        found.update(at / name for name in wanted)
    return found


def _read_file(path: Path) -> Iterator[Release | GraphkitError]:
    reader, name = _find_reader(path.name), _say_name(path)
    if reader is None:
        yield SourceError(f"{name}: no reader for {path.suffix!r}; readers are: {_endings()}")
        return
    try:
        with path.open("rb") as stream:
            yield from _place(_guard(reader, stream, name), find_address(path))
    except OSError as error:
        yield SourceError(f"{name}: cannot be read ({error.strerror}); may this user read it?")


def _say_name(path: Path) -> str:
    """Return a path as text: a name may be of bytes that no text has, and a graph is text."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def _place(
    found: Iterator[Release | GraphkitError], url: str | None
) -> Iterator[Release | GraphkitError]:
    """Give releases the address that their file was fetched from, unless they tell their own."""
    for one in found:
        if url and isinstance(one, Release) and one.url is None:
            yield replace(one, url=url, publisher=one.publisher or find_domain(url))
        else:
            yield one


def _guard(reader: Reader, stream: BinaryIO, name: str) -> Iterator[Release | GraphkitError]:
    try:
        yield from reader(stream, name)
    except (SourceError, ReleaseError) as error:
        yield error


def _sniff(stream: io.BufferedReader[io.RawIOBase]) -> Reader:
    """Choose the reader of standard input by how it begins, without taking from it."""
    begin = stream.peek(1024).lstrip(b"\xef\xbb\xbf \r\n\t")[:1024].lower()
    if begin.startswith(b"{"):
        return read_jsonl
    if begin.startswith((b"<!doctype html", b"<html", b"<?xml")):
        return read_html
    return read_plain


def _find_reader(name: str) -> Reader | None:
    suffixes = [suffix.lower() for suffix in Path(name).suffixes]
    return READERS.get("".join(suffixes[-2:])) or READERS.get("".join(suffixes[-1:]))


def _is_wanted(name: str) -> bool:
    """Say whether a file of a folder is read: one that is not hidden and has a reader."""
    hidden = any(part.startswith(_HIDDEN) for part in Path(name).parts)
    return not hidden and _find_reader(name) is not None


def _endings() -> str:
    return ", ".join(READERS)
