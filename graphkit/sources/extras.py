"""Libraries that only some sources need, loaded when the first such source is read."""

from __future__ import annotations

import importlib
import logging
from types import ModuleType

from graphkit.errors import SourceError

_LONGEST = 100


def load_extra(module: str, name: str, *, extra: str = "sources") -> ModuleType:
    """Return a library that reads the file ``name``.

    :raises SourceError: if it is not installed; the message has the command that does it.
    """
    library = module.partition(".")[0]
    # Else Python prints the library's doubts about a file on stderr, line by line.
    if not logging.getLogger(library).handlers:
        logging.getLogger(library).addHandler(logging.NullHandler())
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise SourceError(
            f"{name}: needs the library {library!r}, which is not installed;"
            f" run: pip install 'graphkit-press[{extra}]'"
        ) from error


def say(error: Exception) -> str:
    """Return what a library says is wrong as one short line, for a message of ours."""
    line = " ".join("".join(c if c.isprintable() else " " for c in str(error)).split())
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1] + "…"
