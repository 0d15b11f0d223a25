"""Gold annotations -> values. Their format is told in ``ANNOTATION.md`` beside the gold."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from graphkit.errors import SourceError

CROSS: Final = "cross.json"
Fact = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """An entity that a release names."""

    id: str
    types: tuple[str, ...]
    names: tuple[str, ...]
    iso: str | None = None


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """An event that a release tells of."""

    type: str
    participants: frozenset[str]
    place: str | None = None


@dataclass(frozen=True, slots=True)
class GoldQuote:
    """A quotation by its speaker and first words."""

    speaker: str
    starts: str


@dataclass(slots=True)
class Items:
    """What a release states, by kind. Two exist of each: what is wanted and what is doubtful."""

    entities: list[GoldEntity] = field(default_factory=list)
    facts: dict[str, set[Fact]] = field(default_factory=lambda: defaultdict(set))
    events: list[GoldEvent] = field(default_factory=list)
    quotes: list[GoldQuote] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Gold:
    """The annotation of one release. Doubtful items are neither required nor an error."""

    id: str
    language: str
    wanted: Items
    doubtful: Items
    posts: tuple[tuple[str, str, str | None], ...]

    def is_wanted(self, entity: str) -> bool:
        """Say whether an entity's id is among the wanted ones."""
        return any(one.id == entity for one in self.wanted.entities)


def read_gold(folder: Path) -> Iterator[Gold]:
    """Yield the annotations of a folder in the order of their names.

    :raises SourceError: if there are none, or one is not as it should be.
    """
    files = sorted(file for file in folder.glob("*.json") if file.name != CROSS)
    if not files:
        raise SourceError(f"{folder}: holds no gold annotations (*.json)")
    for file in files:
        try:
            yield make_gold(json.loads(file.read_text(encoding="utf-8")))
        except (ValueError, KeyError, TypeError) as error:
            raise SourceError(f"{file}: is no gold annotation: {error!r}") from error


def read_cross(folder: Path) -> dict[tuple[str, str], str]:
    """Return, by release and entity, the key of the real thing; empty without ``cross.json``."""
    file = folder / CROSS
    if not file.exists():
        return {}
    return {
        (release, entity): group["key"]
        for group in json.loads(file.read_text(encoding="utf-8"))
        for release, entity in group["members"]
    }


def make_gold(data: dict[str, Any]) -> Gold:
    """Turn one annotation as it stands in JSON into a value."""
    wanted, doubtful = Items(), Items()
    _read_items(data, wanted)
    by_kind: dict[str, list[Any]] = defaultdict(list)
    for item in data.get("doubtful", []):
        if isinstance(item["item"], (dict, list)):
            by_kind[item["kind"]].append(item["item"])
    kinds = {
        "entities": "entity", "posts": "post", "members": "member",
        "structure": "structure", "events": "event", "quotes": "quote",
    }  # fmt: skip
    _read_items({key: by_kind[kind] for key, kind in kinds.items()}, doubtful)
    iso = {one.id: one.iso for one in wanted.entities}
    posts = tuple(
        (post["person"], post["role"], iso.get(post.get("country")))
        for post in data.get("posts", [])
    )
    return Gold(data["id"], data["lang"], wanted, doubtful, posts)


def _read_items(data: dict[str, Any], items: Items) -> None:
    for one in data.get("entities", []):
        types = (one["type"], *one.get("typeAlt", []))
        items.entities.append(GoldEntity(one["id"], types, tuple(one["names"]), one.get("iso")))
    for post in data.get("posts", []):
        person = post.get("person")
        items.facts["role"].add((person, post.get("role")))
        for key, kind in (
            ("org", "post body"), ("country", "post country"), ("accredited", "accredited"),
        ):  # fmt: skip
            if post.get(key):
                items.facts[kind].add((person, post[key]))
    items.facts["member"].update(map(tuple, data.get("members", [])))
    items.facts["structure"].update(map(tuple, data.get("structure", [])))
    for event in data.get("events", []):
        people = frozenset(event.get("participants", []))
        items.events.append(GoldEvent(event["type"], people, event.get("place")))
    for quote in data.get("quotes", []):
        items.quotes.append(GoldQuote(quote.get("speaker", ""), quote["starts"]))
