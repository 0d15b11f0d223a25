"""The word vectors of Russian news that the package ``natasha`` carries.

Natasha itself is not imported, since its pymorphy2 breaks on Python 3.11: its files
are found beside its code and read by ``navec`` and ``slovnet``.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from navec import Navec

from graphkit.errors import LanguageError

EMBEDDING = "emb/navec_news_v1_1B_250K_300d_100q.tar"


@cache
def load_vectors() -> Navec:
    """Return 300-dimensional vectors of 250,000 word forms, shared by all who ask.

    :raises LanguageError: if the package ``natasha`` is not installed whole.
    """
    return Navec.load(find_data(EMBEDDING))


def find_data(name: str) -> Path:
    """Return the path of a data file of the package ``natasha``.

    :raises LanguageError: if the package or the file is missing.
    """
    spec = find_spec("natasha")
    for folder in (spec.submodule_search_locations or ()) if spec else ():
        path = Path(folder, "data", name)
        if path.is_file():
            return path
    raise LanguageError(f"natasha/data/{name}: not found; is the package 'natasha' installed?")
