"""What an analyst has given a build beside the releases, kept beside the graph.

So the next build, and ``forget``, need not be given it again.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from graphkit.errors import StoreError
from graphkit.knowledge import find_files, load_knowledge, read_own, write_own
from graphkit.model import Kind
from graphkit.resolve import Decision, read_decisions

FOLDER: Final = "knowledge"
# Written by ``graphkit review``, and read by every build into the folder.
DECISIONS: Final = "decisions.csv"


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


def keep_ontologies(out: Path, files: Iterable[Path]) -> tuple[Path, ...]:
    """Copy further ontologies into ``out`` and return them; without files, what is there.

    :raises OntologyError: if one is wrong; the ones of before are then kept.
    :raises StoreError: if ``out`` cannot be written.
    """
    folder = out / FOLDER / "ontologies"
    given = tuple(sorted(find_files(map(Path, files)), key=lambda file: file.name))
    load_knowledge(*given)
    try:
        _recover(folder)
        if given:
            _swap(given, folder)
    except OSError as error:
        raise StoreError(f"{folder}: cannot be written: {error.strerror}") from error
    if given and all(file.exists() for file in given):  # they may be the kept ones themselves
        return given  # not the copies: messages shall name what was given
    return tuple(sorted(folder.glob("*"))) if folder.exists() else ()


def _swap(files: Iterable[Path], folder: Path) -> None:
    """Make a folder of copies. A kill at any moment leaves the old ones or all new ones."""
    draft, new, old = (folder.with_name(f"{folder.name}.{end}") for end in ("draft", "new", "old"))
    for rest in (draft, new):
        shutil.rmtree(rest, ignore_errors=True)
    draft.mkdir(parents=True)
    for number, file in enumerate(files):
        shutil.copyfile(file, draft / f"{number:03}-{file.name}")  # they stay in this order
    draft.replace(new)
    if folder.exists():
        folder.replace(old)
    new.replace(folder)
    shutil.rmtree(old, ignore_errors=True)


def _recover(folder: Path) -> None:
    """Put in place what a killed ``_swap`` has left: ``.new`` is whole, or it has another name."""
    new, old = (folder.with_name(f"{folder.name}.{end}") for end in ("new", "old"))
    for rest in (new, old):
        if rest.exists() and not folder.exists():
            rest.replace(folder)
    shutil.rmtree(old, ignore_errors=True)


def keep_decisions(out: Path, file: Path | None, base_iri: str) -> tuple[Decision, ...]:
    """Copy decisions into ``out`` and return all that count; without a file, what is there.

    Those that ``graphkit review`` has written into ``out`` come last: the last word counts.

    :raises DecisionError: if a file cannot be read; the ones of before are then kept.
    :raises StoreError: if ``out`` cannot be written.
    """
    own, kept = out / DECISIONS, [out / FOLDER / f"decisions{end}" for end in (".csv", ".ttl")]
    if file is not None and file.resolve() not in {one.resolve() for one in (own, *kept)}:
        read_decisions(file, base_iri=base_iri)
        place, other = kept if file.suffix == ".csv" else reversed(kept)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            draft = shutil.copyfile(file, place.with_name(f"{place.name}.new"))
            draft.replace(place)
            other.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError(f"{place}: cannot be written: {error.strerror}") from error
    found: dict[frozenset[str], Decision] = {}
    for one in (*kept, own):
        for decision in read_decisions(one, base_iri=base_iri) if one.exists() else ():
            if file is not None and one in kept:  # a message names the file that was given
                told = decision.place.replace(str(one), str(file), 1)
                decision = replace(decision, place=told)
            found[frozenset((decision.left, decision.right))] = decision
    return tuple(found.values())
