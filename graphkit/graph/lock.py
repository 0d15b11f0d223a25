"""One writer at a time in the folder of a graph."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from graphkit.errors import StoreError
from graphkit.lock import LockedError, take_lock

NAME: Final = "lock"


@contextmanager
def write_lock(folder: Path) -> Iterator[None]:
    """Hold the right to write in ``folder``, which is made where it is missing.

    :raises StoreError: if another process holds it, or the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = take_lock(folder / NAME)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {error.strerror}") from error
    except LockedError as error:
        raise StoreError(
            f"{folder}: process {error.holder} is writing here; wait until it has ended, "
            "or choose another folder with --out"
        ) from error
    with file:
        yield
