"""An analyst's own persons and bodies, kept beside the graph that is linked to them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from graphkit.knowledge import find_files, load_knowledge, read_own, write_own
from graphkit.model import Kind

FOLDER: Final = "knowledge"


@dataclass(frozen=True, slots=True)
class Kept:
    """The ontologies made of own knowledge.

    Bodies are looked up in the texts, so that releases are read anew when ``bodies``
    change; ``persons`` count only when names are resolved.
    """

    bodies: tuple[Path, ...] = ()
    persons: tuple[Path, ...] = ()


def keep_known(out: Path, files: Iterable[Path], base_iri: str) -> Kept:
    """Write own knowledge as ontologies into ``out``; without files, return what is there.

    :raises OntologyError: if a file cannot be read, or ``out`` not written.
    """
    bodies, persons = (out / FOLDER / f"{name}.ttl" for name in ("bodies", "persons"))
    given = tuple(files)
    if given:
        own = read_own(find_files(given), load_knowledge(), base_iri=base_iri)
        write_own([one for one in own if one.kind is not Kind.PERSON], bodies)
        write_own([one for one in own if one.kind is Kind.PERSON], persons)
    # An empty file would pass for other ontologies than none, and all be read anew.
    return Kept(
        *((file,) if file.exists() and file.stat().st_size else () for file in (bodies, persons))
    )
