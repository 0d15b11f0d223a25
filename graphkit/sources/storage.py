"""Files at a URL (s3://, hdfs://, gs://, memory://, file://) by fsspec, which has the drivers."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from graphkit.errors import SourceError
from graphkit.sources.extras import load_extra, say

WEB = ("http://", "https://")
_BUFFER = 1 << 16


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in a storage; ``path`` is relative to what was asked for, empty for that itself."""

    url: str
    path: PurePosixPath
    files: Any

    def open(self) -> BinaryIO:
        """Open the file for reading.

        :raises OSError: if the storage refuses, now or while it is read.
        """
        try:
            file = self.files.open(self.url, "rb")
        except Exception as error:  # drivers raise what they like
            raise _refusal(error) from error
        return cast(BinaryIO, io.BufferedReader(_Raw(file), _BUFFER))


class _Raw(io.RawIOBase):
    """A file of a driver whose errors are all OSErrors."""

    def __init__(self, file: Any) -> None:
        super().__init__()
        self._file = file

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return bool(self._file.seekable())

    def readinto(self, buffer: Any) -> int:
        try:
            data: bytes = self._file.read(len(buffer))
        except Exception as error:
            raise _refusal(error) from error
        buffer[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        try:
            return int(self._file.seek(offset, whence))
        except Exception as error:
            raise _refusal(error) from error

    def close(self) -> None:
        if not self.closed:
            self._file.close()
        super().close()


def _refusal(error: Exception) -> OSError:
    return error if isinstance(error, OSError) else OSError(say(error) or type(error).__name__)


def list_stored(url: str) -> Iterator[Stored]:
    """Yield the file at a URL, or those of the folder there with all below it, sorted.

    :raises SourceError: if the URL is of the web, the driver for it is missing, nothing is
        there, or the storage refuses.
    """
    if url.startswith(WEB):
        raise SourceError(f"{url}: is of the web; bring it here first with 'graphkit fetch'")
    core = load_extra("fsspec.core", url, extra="cluster")
    try:
        files, root = core.url_to_fs(url)
        if not files.isdir(root):
            if not files.exists(root):
                raise SourceError(f"{url}: no such file or folder; is the URL right?")
            yield Stored(url, PurePosixPath(), files)
            return
        found = sorted(PurePosixPath(path) for path in files.find(root))
    except SourceError:
        raise
    except Exception as error:  # such as botocore's, which are no OSErrors
        reason = say(error) or type(error).__name__
        raise SourceError(f"{url}: cannot be read ({reason})") from error
    for path in found:
        yield Stored(files.unstrip_protocol(str(path)), path.relative_to(root), files)
