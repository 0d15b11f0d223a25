"""Libraries that only some sources need, loaded when the first such source is read."""

from __future__ import annotations

import importlib
from types import ModuleType

from graphkit.errors import SourceError


def load_extra(module: str, name: str, *, extra: str = "sources") -> ModuleType:
    """Return a library that reads the file ``name``.

    :raises SourceError: if it is not installed; the message has the command that does it.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        library = module.partition(".")[0]
        raise SourceError(
            f"{name}: needs the library {library!r}, which is not installed;"
            f" run: pip install 'graphkit-press[{extra}]'"
        ) from error
