"""A build holds of each release only what tells things apart: archives outgrow memory."""

from __future__ import annotations

import gc
import tracemalloc
from pathlib import Path

import pytest

from graphkit.graph import lines, sort_lines
from graphkit.model import (
    Claim,
    Extraction,
    Kind,
    Mention,
    Name,
    Referent,
    Relation,
    Release,
    Source,
)
from graphkit.pipeline import FOLDER, build_graph, fingerprint
from graphkit.pipeline.parts import write_part

FEW, MANY = 60, 240
GIVEN = ("Асқар", "Дина")
SYLLABLES = ("бар", "ген", "дил", "жол", "кум", "лан", "мер", "нур", "пет", "сат")
# Less than the text alone of a release below would take.
MOST_EACH = 25_000


def make_extraction(number: int) -> Extraction:
    """Return a release in which a minister of his own country meets guests that nobody else has."""
    host = f"Министр {number} қонақтармен кездесті. "
    text = host + "Олар ынтымақтастықты талқылады. " * 500
    release = Release(f"{number:016x}", text, "", (), Source("archive.jsonl", number), "kk")
    referents = [
        Referent("meeting", Kind.MEETING, date="2026-05-14"),
        Referent("land", Kind.COUNTRY, (Name("Қазақстан", "kk"),), link="country/KZ"),
        Referent("quote", Kind.QUOTATION, text=text[:200], language="kk"),
    ]
    claims = []
    for i in range(len(GIVEN)):
        name = Name(f"{GIVEN[i]} {make_family(number)}", "kk")
        referents += [
            Referent(f"who{i}", Kind.PERSON, (name,)),
            Referent(f"post{i}", Kind.POST, role="minister"),
        ]
        for subject, relation, value in (
            (f"who{i}", Relation.HOLDS, f"post{i}"),
            (f"post{i}", Relation.OF_COUNTRY, "land"),
            ("meeting", Relation.ATTENDEE, f"who{i}"),
        ):
            claims.append(Claim(subject, relation, value, 0, len(host), 0.9, "test"))
    claims.append(Claim("quote", Relation.CREATOR, "who0", 0, 200, 0.9, "test"))
    mentions = tuple(Mention(0, 7, referent.id) for referent in referents)
    return Extraction(release, tuple(referents), mentions, tuple(claims))


def make_family(number: int) -> str:
    return "".join(SYLLABLES[int(digit)] for digit in f"{number:03}"[::-1]).capitalize() + "ов"


def measure(out: Path, count: int) -> int:
    """Return the peak in bytes of a build of ``count`` releases that have been extracted."""
    for begin in range(0, count, 20):
        numbers = range(begin, min(begin + 20, count))
        write_part(out / FOLDER, map(make_extraction, numbers), fingerprint())
    gc.collect()
    tracemalloc.start()
    try:
        report = build_graph([], out)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert report.releases == count
    assert report.classes["Person"] > count
    return peak


def test_memory_hardly_grows_with_the_number_of_releases(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What is in memory at a time does not grow; made small, it is full with few releases too.
    monkeypatch.setitem(sort_lines.__kwdefaults__, "run", 1000)
    monkeypatch.setattr(lines, "_PIECE", 1 << 16)
    monkeypatch.setattr(lines, "_BATCH", 1 << 8)
    measure(tmp_path / "first", 20)  # which reads the ontologies and fills what is kept of them
    few, many = (measure(tmp_path / str(count), count) for count in (FEW, MANY))
    assert (many - few) / (MANY - FEW) < MOST_EACH
