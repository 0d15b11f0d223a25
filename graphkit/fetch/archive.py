"""Answers -> a web archive (WARC 1.1), for those who must show what a server said."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Final, TextIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from graphkit.errors import SourceError
from graphkit.fetch.manners import Manners
from graphkit.fetch.transfer import Answer
from graphkit.lock import LockedError, take_lock

# What told of the transfer, which the archive does not repeat.
_HOP: Final = frozenset({"transfer-encoding", "connection", "keep-alive"})


class Archive:
    """A WARC file to which answers are appended, each in one piece, by one run at a time."""

    def __init__(self, path: Path, manners: Manners) -> None:
        """Open the file, and begin it where it is new.

        :raises SourceError: if it cannot be written, or another run writes into it.
        """
        self._path = path
        self._packed = path.suffix == ".gz"
        self._lock = _lock(path)
        if not path.exists() or not path.stat().st_size:
            buffer, writer = self._begin()
            told = {"software": manners.agent, "format": "WARC File Format 1.1"}
            writer.write_record(writer.create_warcinfo_record(path.name, told))
            self._append(buffer.getvalue())

    def add(self, answer: Answer) -> None:
        """Append the response record of an answer, with its body as it came.

        :raises SourceError: if the file cannot be written.
        """
        buffer, writer = self._begin()
        headers = [pair for pair in answer.headers if pair[0].lower() not in _HOP]
        line = f"{answer.status} {answer.reason}".strip()
        record = writer.create_warc_record(
            answer.url, "response", payload=io.BytesIO(answer.raw), length=len(answer.raw),
            http_headers=StatusAndHeaders(line, headers, protocol="HTTP/1.1"),
        )  # fmt: skip
        writer.write_record(record)
        self._append(buffer.getvalue())

    def close(self) -> None:
        """Let another run write into the file."""
        self._lock.close()

    def _begin(self) -> tuple[io.BytesIO, WARCWriter]:
        buffer = io.BytesIO()
        return buffer, WARCWriter(buffer, gzip=self._packed, warc_version="1.1")

    def _append(self, data: bytes) -> None:
        try:
            with self._path.open("ab") as stream:
                stream.write(data)
        except OSError as error:
            raise SourceError(f"{self._path}: cannot be written ({error.strerror})") from error


def _lock(path: Path) -> TextIO:
    """Return what holds the right to write into the archive until it is closed."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return take_lock(path.with_name(f".{path.name}.lock"))
    except LockedError as error:
        raise SourceError(
            f"{path}: process {error.holder} is writing into this archive; wait until it has "
            "ended, or choose another file with --warc"
        ) from error
    except OSError as error:
        raise SourceError(f"{path}: cannot be written ({error.strerror})") from error
