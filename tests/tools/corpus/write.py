"""A whole corpus: in memory, as files with gold, or as one file of JSON lines."""

from __future__ import annotations

import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Final

from .english import English
from .kazakh import Kazakh
from .plots import make_plots
from .russian import Russian
from .tell import Story, tell

_TELLERS: Final = (Kazakh(), Russian(), English())


@dataclass(frozen=True, slots=True)
class Corpus:
    """Releases with gold. ``cross`` says which persons of different releases are one."""

    stories: tuple[Story, ...]

    @property
    def cross(self) -> list[dict[str, object]]:
        """The groups of persons, as ``cross.json`` has them."""
        members: dict[int, list[list[str]]] = {}
        for story in self.stories:
            for entity, number in story.people.items():
                members.setdefault(number, []).append([story.id, entity])
        return [
            {"key": f"person{number}", "type": "Person", "members": found}
            for number, found in sorted(members.items())
            if len(found) > 1
        ]


def make_stories(count: int, *, seed: int = 1, language: str | None = None) -> Iterator[Story]:
    """Yield ``count`` releases; a plot is told in one, two or three languages.

    The same count, seed and language give the same releases.
    """
    return islice(_tell_all(count, seed, language), count)


def _tell_all(count: int, seed: int, language: str | None) -> Iterator[Story]:
    chance = random.Random(f"tellers {seed}")
    # At least one release is told of each plot; two of three plots are told in one language.
    for plot in make_plots(count if language is None else 2 * count + 50, seed):
        for teller in chance.sample(_TELLERS, chance.choice((1, 2, 3))):
            if language in (None, teller.code):
                yield tell(plot, teller)


def make_corpus(count: int, *, seed: int = 1, language: str | None = None) -> Corpus:
    """Return ``count`` releases in memory."""
    return Corpus(tuple(make_stories(count, seed=seed, language=language)))


def write_corpus(corpus: Corpus, folder: Path) -> None:
    """Write ``texts/ID.txt``, ``gold/ID.json`` and ``gold/cross.json``."""
    texts, gold = folder / "texts", folder / "gold"
    for made in (texts, gold):
        made.mkdir(parents=True, exist_ok=True)
    for story in corpus.stories:
        (texts / f"{story.id}.txt").write_text(story.text, encoding="utf-8")
        (gold / f"{story.id}.json").write_text(_dump(story.gold), encoding="utf-8")
    (gold / "cross.json").write_text(_dump(corpus.cross), encoding="utf-8")


def write_lines(stories: Iterable[Story], path: Path) -> None:
    """Write releases as JSON lines, which is how an archive of many is kept."""
    with path.open("w", encoding="utf-8") as file:
        for story in stories:
            row = {"title": story.title, "date": story.date, "text": story.body}
            file.write(
                json.dumps(row | {"url": f"https://example.org/{story.id}"}, ensure_ascii=False)
                + "\n"
            )


def _dump(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
