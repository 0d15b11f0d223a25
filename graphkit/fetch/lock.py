"""One run at a time in a folder: a lock that the system itself lets go when its process dies."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final, TextIO

from graphkit.errors import SourceError

NAME: Final = ".graphkit-fetch.lock"


def lock(folder: Path) -> TextIO:
    """Return a file that holds the right to write in ``folder`` until it is closed.

    :raises SourceError: if another run holds it.
    :raises OSError: if the folder cannot be written.
    """
    file = (folder / NAME).open("a+", encoding="ascii")
    if not _try_lock(file):
        file.seek(0)
        holder = file.read().strip() or "unknown"
        file.close()
        raise SourceError(
            f"{folder}: process {holder} is fetching into it; wait until it has ended, "
            "or choose another folder with --out"
        )
    file.seek(0)
    file.truncate()
    file.write(str(os.getpid()))
    file.flush()
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
