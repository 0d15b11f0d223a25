"""A file that one process holds: a lock that the system itself lets go when the process dies."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TextIO


class LockedError(Exception):
    """Another process holds the file; ``holder`` is its number, or "unknown"."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


def take_lock(path: Path) -> TextIO:
    """Return the file, which is held until it is closed; it tells the number of this process.

    :raises LockedError: if another process holds it.
    :raises OSError: if it cannot be written.
    """
    file = path.open("a+", encoding="ascii")
    if not _try_lock(file):
        file.seek(0)
        holder = file.read().strip() or "unknown"
        file.close()
        raise LockedError(holder)
    try:
        file.seek(0)
        file.truncate()
        file.write(str(os.getpid()))
        file.flush()
    except OSError:
        with suppress(OSError):  # it tries to write once more
            file.close()
        raise
    return file


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
