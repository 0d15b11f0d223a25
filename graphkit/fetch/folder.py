"""Answers -> files, and a note of where each came from that a later run goes on from."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final, TextIO
from urllib.parse import unquote, urlsplit

from graphkit.errors import SourceError
from graphkit.fetch.transfer import Answer, netloc
from graphkit.lock import LockedError, take_lock
from graphkit.sources.fetched import NOTE, read_note

_BEGUN, _DONE, _RUN = "begun", "done", "run"
_ODD: Final = re.compile(r"[^\w.-]+")
_LONGEST: Final = 48
LOCK: Final = ".graphkit-fetch.lock"


class Change(StrEnum):
    """What an answer did to the folder."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "unchanged"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept of an address: its file, and by what its server tells a newer one."""

    url: str
    file: str
    etag: str = ""
    modified: str = ""

    def validators(self) -> Mapping[str, str]:
        """Return the headers of a conditional request (RFC 9110)."""
        asked = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in asked.items() if value}


class Folder:
    """A folder of fetched files, with one line in its note for each address that is done.

    The line is written after the file, so that a run that was killed knows only whole
    files. ``done`` has the addresses that an unfinished run has dealt with.
    """

    def __init__(self, path: Path) -> None:
        """Open or make the folder.

        :raises SourceError: if it cannot be made or written, or another run writes in it.
        """
        self.path = path
        self._entries: dict[str, Entry] = {}
        self.done: set[str] = set()
        try:
            path.mkdir(parents=True, exist_ok=True)
            self._lock = _lock(path)
            self._note = _open_note(path / NOTE)
        except OSError as error:
            raise SourceError(f"{path}: cannot be written ({error.strerror})") from error
        self._read()
        if not self.done:
            self._write({_RUN: _BEGUN})

    def entry(self, url: str) -> Entry | None:
        """Return what is kept of an address, None if there is nothing, or its file is gone."""
        entry = self._entries.get(url)
        return entry if entry and (self.path / entry.file).is_file() else None

    def keep(self, answer: Answer, data: bytes, ending: str) -> Change:
        """Write an answer's file, whole or not at all.

        :raises SourceError: if it cannot be written.
        """
        before = self.entry(answer.url)
        entry = Entry(
            answer.url, _name(answer.url, ending), answer.header("etag"),
            answer.header("last-modified"),
        )  # fmt: skip
        path = self.path / entry.file
        change = Change.NEW if before is None else Change.CHANGED
        if before == entry or (before and before.file == entry.file):
            change = Change.SAME if path.read_bytes() == data else Change.CHANGED
        if change is not Change.SAME:
            self._save(path, data)
        if before and before.file != entry.file:
            (self.path / before.file).unlink(missing_ok=True)
        self._entries[entry.url] = entry
        self._write(_line(entry))
        return change

    def finish_one(self, *urls: str) -> None:
        """Note that addresses are dealt with in this run."""
        for url in dict.fromkeys(urls):
            if url not in self.done:
                self.done.add(url)
                self._write({"done": url})

    def close(self, *, whole: bool) -> None:
        """End the run; a ``whole`` one is forgotten, the next asks for everything again."""
        with self._lock:
            self._close(whole)

    def _close(self, whole: bool) -> None:
        if whole:
            self._write({_RUN: _DONE})
        self._note.close()
        if whole:
            kept = sorted(self._entries.values(), key=lambda entry: entry.url)
            text = "".join(json.dumps(_line(one), ensure_ascii=False) + "\n" for one in kept)
            self._save(self.path / NOTE, text.encode())

    def _read(self) -> None:
        for noted in read_note(self.path / NOTE):
            if _RUN in noted:
                self.done.clear()
            elif "done" in noted:
                self.done.add(str(noted["done"]))
            elif "url" in noted and "file" in noted:
                fields = (str(noted.get(n, "")) for n in ("url", "file", "etag", "modified"))
                entry = Entry(*fields)
                self._entries[entry.url] = entry

    def _write(self, noted: Mapping[str, str]) -> None:
        self._note.write(json.dumps(noted, ensure_ascii=False) + "\n")
        self._note.flush()

    def _save(self, path: Path, data: bytes) -> None:
        draft = path.with_name(f".{path.name}.new")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(data)
            os.replace(draft, path)
        except OSError as error:
            raise SourceError(f"{path}: cannot be written ({error.strerror})") from error


def _open_note(path: Path) -> TextIO:
    """Open the note for new lines, none of which is glued to one that a kill has cut off."""
    with path.open("a+b") as stream:
        if stream.tell():
            stream.seek(-1, os.SEEK_END)
            if stream.read(1) != b"\n":
                stream.write(b"\n")
    return path.open("a", encoding="utf-8")


def _line(entry: Entry) -> dict[str, str]:
    told = {
        "url": entry.url, "file": entry.file, "etag": entry.etag, "modified": entry.modified
    }  # fmt: skip
    return {name: value for name, value in told.items() if value}


def _name(url: str, ending: str) -> str:
    """Return the file of an address: its host, what its path says, and a digest.

    >>> _name("https://www.gov.kz/жаңалық/1?lang=kk", ".html")
    'www.gov.kz/жаңалық-1-lang-kk-49797863.html'
    """
    parts = urlsplit(url)
    said = unquote(parts.path + (f"-{parts.query}" if parts.query else ""))
    said = re.sub(r"\.(html?|pdf|docx|txt|php|aspx?)$", "", said)
    slug = _ODD.sub("-", said).strip("-.")[:_LONGEST].rstrip("-.") or "index"
    digest = hashlib.sha256(url.encode()).hexdigest()[:8]
    host = _ODD.sub("_", netloc(url)).strip(".")
    return f"{host}/{slug}-{digest}{ending}"


def _lock(folder: Path) -> TextIO:
    """Return what holds the right to fetch into a folder until it is closed."""
    try:
        return take_lock(folder / LOCK)
    except LockedError as error:
        raise SourceError(
            f"{folder}: process {error.holder} is fetching into it; wait until it has ended, "
            "or choose another folder with --out"
        ) from error
