"""The languages that are read: each a folder of ``graphkit/languages/`` with a ``language.toml``.

Every stage asks here which there are, so that a new folder is enough for one more.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Final

_FOLDERS: Final = Path(__file__).parent / "languages"
_FILE: Final = "language.toml"


@dataclass(frozen=True, slots=True)
class Tongue:
    """A language that is read.

    ``tag`` is its language tag (BCP 47), ``iso`` its code of three letters (ISO 639-2/T),
    ``codes`` are what metadata call it besides, ``package`` is the module that reads it and
    ``place`` its place where languages are listed.
    """

    tag: str
    name: str
    iso: str
    package: str
    codes: tuple[str, ...] = ()
    place: int = 100


def find_tongues(folders: Path = _FOLDERS) -> Iterator[Tongue]:
    """Yield the languages of the folders that have a ``language.toml``.

    :raises ValueError: if such a file is no TOML, or lacks ``tag``, ``name`` or ``iso``.
    """
    for file in sorted(folders.glob(f"*/{_FILE}")):
        try:
            said = tomllib.loads(file.read_text(encoding="utf-8"))
            yield Tongue(
                tag=said["tag"],
                name=said["name"],
                iso=said["iso"],
                package=f"graphkit.languages.{file.parent.name}",
                codes=tuple(said.get("codes", ())),
                place=said.get("place", 100),
            )
        except (KeyError, tomllib.TOMLDecodeError) as error:
            raise ValueError(f"{file}: {error}; it needs tag, name and iso") from error


TONGUES: Final[Mapping[str, Tongue]] = MappingProxyType(
    {tongue.tag: tongue for tongue in sorted(find_tongues(), key=lambda t: (t.place, t.tag))}
)
# In the order in which pages list them and in which a label stands in for a missing one.
TAGS: Final = tuple(TONGUES)
