"""Files at a URL (s3://, hdfs://, gs://, memory://, file://) by fsspec, which has the drivers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, BinaryIO, cast

from graphkit.errors import SourceError
from graphkit.sources.extras import load_extra, say

WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class Stored:
    """A file in a storage; ``path`` is relative to what was asked for, empty for that itself."""

    url: str
    path: PurePosixPath
    files: Any

    def open(self) -> BinaryIO:
        """Open the file for reading.

        :raises OSError: if the storage refuses.
        """
        return cast(BinaryIO, self.files.open(self.url, "rb"))


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
    except (ImportError, OSError, ValueError) as error:
        raise SourceError(f"{url}: cannot be read ({say(error)})") from error
    for path in found:
        yield Stored(files.unstrip_protocol(str(path)), path.relative_to(root), files)
