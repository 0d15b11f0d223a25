"""One writer at a time: a lock that the system itself lets go when its process dies."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final, TextIO

from graphkit.errors import StoreError

NAME: Final = "lock"


@contextmanager
def write_lock(folder: Path) -> Iterator[None]:
    """Hold the right to write in ``folder``, which is made where it is missing.

    :raises StoreError: if another process holds it, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / NAME).open("a+", encoding="ascii")
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {error.strerror}") from error
    with file:
        if not _try_lock(file):
            file.seek(0)
            holder = file.read().strip() or "unknown"
            raise StoreError(
                f"{folder}: process {holder} is writing here; wait until it has ended, "
                "or choose another folder with --out"
            )
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
        yield


if sys.platform == "win32":
    import msvcrt

    def _try_lock(file: TextIO) -> bool:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_lock(file: TextIO) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True
