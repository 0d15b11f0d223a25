"""A folder at a URL (s3://, hdfs://, gs://, file://, ...) by fsspec."""

from __future__ import annotations

import hashlib
import os
import tempfile
import uuid
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import Any, Final

from graphkit.errors import GraphkitError, StoreError
from graphkit.pipeline import (
    DECISIONS,
    FOLDER,
    KNOWLEDGE,
    REPORT,
    Done,
    Job,
    Runner,
    count_cores,
    run_chunks,
)

# What a build leaves beside its results and another machine cannot use.
_LOCAL: Final = frozenset({"lock"})
# What a build goes on from: what was extracted, and what it was built with.
_KEPT: Final = (FOLDER, KNOWLEDGE, DECISIONS, REPORT)
# Stores without folders: there "making" one would make a bucket of a mistyped name.
_BUCKETS: Final = frozenset({"s3", "gs", "abfs", "oss"})
_PARTS: Final = "*.jsonl"
_ON_DISK: Final = frozenset({"file", "local"})


@contextmanager
def open_folder(out: str) -> Iterator[Path]:
    """Yield a folder here for ``out``; if that is a URL, a copy that is sent back at the end.

    Whoever gives the URL sees to it that one build at a time writes there.

    :raises GraphkitError: as ``RemoteFolder``.
    """
    if "://" not in out:
        yield Path(out)
        return
    remote = RemoteFolder(out)
    with tempfile.TemporaryDirectory(prefix="graphkit-") as scratch:
        folder = Path(scratch)
        remote.pull(folder, *_KEPT)
        yield folder
        remote.push(folder, FOLDER)


def run_here(folder: Path, url: str, *, processes: int | None = None) -> Runner:
    """Return a runner on this machine that sends each part to ``url`` as soon as it is made.

    So a build that is killed leaves at the URL what it has read.

    :raises GraphkitError: as ``RemoteFolder``.
    """
    remote = RemoteFolder(url)

    def run(jobs: Iterable[Job]) -> Iterator[Done]:
        sent = {path.name for path in (folder / FOLDER).glob(_PARTS)}
        for done in run_chunks(jobs, processes or count_cores()):
            for path in sorted((folder / FOLDER).glob(_PARTS)):
                if path.name not in sent:
                    remote.write(f"{FOLDER}/{path.name}", path.read_bytes())
                    sent.add(path.name)
            yield done

    return run


class RemoteFolder:
    """Files below a URL. Parts are told apart by name, for the name follows from the content."""

    def __init__(self, url: str) -> None:
        """Open the folder, which need not be there yet.

        :raises GraphkitError: if the extra, or the driver for the protocol, is missing.
        """
        try:
            from fsspec.core import url_to_fs
        except ImportError as error:
            raise GraphkitError(
                f"{url}: needs fsspec; install it with: pip install 'graphkit-press[cluster]'"
            ) from error
        try:
            files, root = url_to_fs(url)
        except Exception as error:  # drivers raise what they like, here and below
            raise GraphkitError(f"{url}: cannot be opened: {error}") from error
        self.url = url
        self._files: Any = files
        self._root = str(root).rstrip("/")
        self._pulled: dict[str, str] = {}  # digests by name

    def write(self, name: str, data: bytes) -> None:
        """Write a file, whole or not at all.

        :raises StoreError: if the storage refuses.
        """
        path = f"{self._root}/{name}"
        try:
            if not self._is_one_of(_BUCKETS):
                self._files.makedirs(str(PurePosixPath(path).parent), exist_ok=True)
            if not self._is_one_of(_ON_DISK):  # object stores show a file when it is complete
                self._files.pipe_file(path, data)
                return
            draft = f"{path}.{uuid.uuid4().hex}.new"
            self._files.pipe_file(draft, data)
            os.replace(draft, path)
        except Exception as error:
            raise StoreError(f"{self.url}/{name}: cannot be written: {error}") from error

    def pull(self, folder: Path, *below: str) -> None:
        """Fetch what is in folders (or files) below the URL and not here, in ``folder``.

        :raises StoreError: if the storage refuses.
        """
        for name in sorted({name for one in below for name in self._list(one)}):
            target = folder / name
            if name.endswith(".new") or target.exists():
                continue
            try:
                data: bytes = self._files.cat_file(f"{self._root}/{name}")
            except Exception as error:
                raise StoreError(f"{self.url}/{name}: cannot be read: {error}") from error
            target.parent.mkdir(parents=True, exist_ok=True)
            draft = target.with_suffix(f".{os.getpid()}.new")
            draft.write_bytes(data)
            draft.replace(target)
            self._pulled[name] = _digest(data)

    def push(self, folder: Path, below: str) -> None:
        """Make the URL hold what ``folder`` holds: parts by name, all else where it changed.

        The parts come first and are cleared last: with a kill in between the next build
        finds all releases.

        :raises StoreError: if the storage refuses.
        """
        here = {
            path.relative_to(folder).as_posix(): path
            for path in sorted(folder.rglob("*"))
            if path.is_file() and path.name not in _LOCAL
        }
        there = self._list("")
        for name in sorted(here, key=lambda name: (not name.startswith(f"{below}/"), name)):
            if name.startswith(f"{below}/") and name in there:
                continue
            data = here[name].read_bytes()
            # Unchanged, it may by now be newer there: a review goes on while a build runs.
            if self._pulled.get(name) != _digest(data):
                self.write(name, data)
        # Only what a build makes and unmakes itself: the URL may be a place of others too.
        own = tuple(f"{folder}/" for folder in (below, KNOWLEDGE, "store"))
        for name in sorted(name for name in there - here.keys() if name.startswith(own)):
            try:
                self._files.rm_file(f"{self._root}/{name}")
            except Exception as error:
                raise StoreError(f"{self.url}/{name}: cannot be removed: {error}") from error

    def _list(self, below: str) -> set[str]:
        root = f"{self._root}/{below}".rstrip("/")
        try:
            self._files.invalidate_cache()
            found = self._files.find(root)
        except FileNotFoundError as error:
            if self._is_one_of(_BUCKETS):
                raise StoreError(f"{self.url}: no such bucket; make it first ({error})") from error
            found = ()
        except Exception as error:
            advice = "; may this login use it?" if isinstance(error, PermissionError) else ""
            raise StoreError(f"{self.url}: cannot be listed: {error}{advice}") from error
        return {str(path).removeprefix(f"{self._root}/") for path in found}

    def _is_one_of(self, protocols: frozenset[str]) -> bool:
        own = self._files.protocol
        return not protocols.isdisjoint({own} if isinstance(own, str) else set(own))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
