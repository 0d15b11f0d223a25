"""JSON lines and JSON -> Releases: one object a line, or a list of them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

import msgspec

from graphkit.errors import ReleaseError, SourceError
from graphkit.model import Release, Source
from graphkit.sources.encodings import decode
from graphkit.sources.records import make_record_release

_EXPECTED = 'each line must be one JSON object such as {"text": "…", "date": "2026-02-28"}'
_WHOLE = '{"text": "…"} or a list of such objects is expected'


def read_jsonl(stream: BinaryIO, name: str) -> Iterator[Release | ReleaseError]:
    """Yield the release of each line, or the error that is the line's alone.

    Empty lines are passed over. The fields are ``text`` and where known ``title``,
    ``date``, ``url``, ``lang``, ``publisher``.

    :raises SourceError: if the file is no text at all.
    """
    for number, line in enumerate(_read_lines(stream, name), 1):
        if line.strip():
            yield _read_record(line, Source(name, number), f"{name}:{number}")


def read_json(stream: BinaryIO, name: str) -> Iterator[Release | ReleaseError]:
    """Yield the releases of a JSON file that is one object or a list of objects.

    :raises SourceError: if it is no JSON, or JSON of another form.
    """
    try:
        found = msgspec.json.decode(decode(stream.read()))
    except ValueError as error:  # msgspec's own error is one too
        raise SourceError(f"{name}: not JSON ({error}); {_WHOLE}") from error
    if not isinstance(found, dict | list):
        raise SourceError(f"{name}: not an object or a list; {_WHOLE}")
    records = [found] if isinstance(found, dict) else found
    for number, record in enumerate(records, 1):
        source = Source(name) if isinstance(found, dict) else Source(name, number)
        yield _make(record, source, str(source))


def _read_lines(stream: BinaryIO, name: str) -> Iterator[bytes]:
    first = stream.readline()
    try:
        text = decode(first + (stream.read() if b"\x00" in first else b""))
    except ValueError as error:
        if first.lstrip()[:1] != b"{":
            raise SourceError(f"{name}: {error}") from error
        yield first
    else:
        yield from (
            line.encode("utf-8", "surrogatepass") for line in text.removesuffix("\n").split("\n")
        )
    yield from stream


def _read_record(line: bytes, source: Source, place: str) -> Release | ReleaseError:
    try:
        record = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return ReleaseError(f"{place}: not JSON ({error}); {_EXPECTED}")
    return _make(record, source, place)


def _make(record: object, source: Source, place: str) -> Release | ReleaseError:
    if not isinstance(record, dict):
        return ReleaseError(f"{place}: not a JSON object but {type(record).__name__}; {_EXPECTED}")
    try:
        return make_record_release(record, source)
    except ReleaseError as error:
        return ReleaseError(f"{place}: {error}")
