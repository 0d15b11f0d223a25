"""Gold annotations -> Extractions, as a perfect extract stage would make them.

Identity can so be measured without the stages before it. Bodies are linked to the
knowledge by their labels and country, as the extract stage does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Set
from functools import lru_cache
from itertools import combinations
from pathlib import Path
from typing import Any

from graphkit.knowledge import Knowledge, Scheme
from graphkit.model import (
    BODIES,
    Claim,
    Extraction,
    Kind,
    Mention,
    Name,
    Referent,
    Relation,
    Release,
    Resolution,
    Source,
    Status,
)
from graphkit.resolve.names import fold_name

STRUCTURE = {
    "partOf": Relation.PART_OF,
    "ofCountry": Relation.OF_COUNTRY,
    "concerns": Relation.CONCERNS,
}
PLACES = {"Region": Scheme.REGION, "City": Scheme.CITY}


def read_gold(folder: Path) -> list[dict[str, Any]]:
    """Return the annotations of all releases in a folder."""
    files = sorted(folder.glob("*.json"))
    return [json.loads(f.read_text("utf-8")) for f in files if f.stem != "cross"]


def make_extraction(gold: dict[str, Any], text: str, knowledge: Knowledge) -> Extraction:
    """Return what a stage without errors would extract from one release."""
    digest = hashlib.sha256(text.encode()).hexdigest()[:16]
    release = Release(
        digest, text, "", (), Source(f"{gold['id']}.txt"), gold["lang"], date=gold["date"]
    )
    maker = _Maker(gold, text, knowledge)
    maker.add_entities()
    maker.add_posts()
    maker.add_structure()
    maker.add_events()
    maker.add_quotes()
    return Extraction(release, tuple(maker.referents), tuple(maker.mentions()), tuple(maker.claims))


class _Maker:
    def __init__(self, gold: dict[str, Any], text: str, knowledge: Knowledge) -> None:
        self.gold, self.text, self.knowledge = gold, text, knowledge
        self.referents: list[Referent] = []
        self.claims: list[Claim] = []
        self.entities = {e["id"]: e for e in gold["entities"]}
        self.types = read_labels(knowledge, Scheme.TYPE)

    def add_entities(self) -> None:
        for entity in self.entities.values():
            names = tuple(Name(text, self.gold["lang"]) for text in entity["names"])
            link = self.link(entity)
            concept = self.knowledge.get(link)
            kind = concept.kind if concept and concept.kind else Kind(entity["type"])
            sort = self.sort(entity) if kind in BODIES else None
            self.referents.append(Referent(entity["id"], kind, names, link, sort))

    def sort(self, entity: dict[str, Any]) -> str | None:
        """Return the type in a body's name, which is not that of what it is part of."""
        above = {
            self.types.longest(self.entities[b]["names"])
            for a, r, b in self.gold["structure"]
            if r == "partOf" and a == entity["id"]
        }
        return self.types.longest(entity["names"], above)

    def country(self, entity: str) -> str | None:
        """Return the country of a body: its own, or that of what it is part of."""
        above = {a: b for a, r, b in self.gold["structure"] if r == "partOf"}
        own = {a: b for a, r, b in self.gold["structure"] if r == "ofCountry"}
        while entity not in own and entity in above:
            entity = above[entity]
        return f"country/{self.entities[own[entity]]['iso']}" if entity in own else None

    def link(self, entity: dict[str, Any]) -> str | None:
        if entity["type"] == "Country":
            return f"country/{entity['iso']}"
        if entity["type"] == "Person":
            return None
        schemes = (PLACES.get(entity["type"], Scheme.BODY),)
        country = self.country(entity["id"])
        found = read_labels(self.knowledge, *schemes).exact(entity["names"])
        if schemes == (Scheme.BODY,):
            found = {c for c in found if self.knowledge[c].country == country}
        return min(found) if len(found) == 1 else None

    def claim(self, subject: str, relation: Relation, value: str, *, former: bool = False) -> None:
        names = self.entities[subject]["names"] if subject in self.entities else ()
        begin = max((self.text.find(name) for name in names), default=0)
        status = Status.FORMER if former else Status.ASSERTED
        begin = max(0, begin)
        end = min(len(self.text), begin + 40)
        self.claims.append(Claim(subject, relation, value, begin, end, 1.0, "oracle", status))

    def add_posts(self) -> None:
        for number, post in enumerate(self.gold["posts"]):
            made = f"post{number}"
            self.referents.append(Referent(made, Kind.POST, role=f"role/{post['role']}"))
            self.claim(post["person"], Relation.HOLDS, made, former=bool(post.get("former")))
            for key, relation in (
                ("org", Relation.POST_IN),
                ("country", Relation.OF_COUNTRY),
                ("accredited", Relation.ACCREDITED_TO),
            ):
                if post.get(key):
                    self.claim(made, relation, post[key])
        for person, body in self.gold["members"]:
            self.claim(person, Relation.MEMBER_OF, body)

    def add_structure(self) -> None:
        for subject, relation, value in self.gold["structure"]:
            self.claim(subject, STRUCTURE[relation], value)

    def add_events(self) -> None:
        for number, event in enumerate(self.gold["events"]):
            made = f"event{number}"
            kind = Kind(event["type"])
            self.referents.append(Referent(made, kind, date=event.get("date")))
            for participant in event["participants"]:
                self.claim(made, Relation.ATTENDEE, participant)
            if event.get("place"):
                self.claim(made, Relation.LOCATION, event["place"])

    def add_quotes(self) -> None:
        for number, quote in enumerate(self.gold["quotes"]):
            made = f"quote{number}"
            self.referents.append(
                Referent(made, Kind.QUOTATION, text=quote["starts"], language=self.gold["lang"])
            )
            self.claim(made, Relation.CREATOR, quote["speaker"])

    def mentions(self) -> Iterator[Mention]:
        """Yield where each entity is named, and an empty mention that only marks which it is."""
        for number, entity in enumerate(self.entities.values()):
            yield Mention(number, number, entity["id"])
            for name in entity["names"]:
                begin = self.text.find(name)
                if begin >= 0:
                    yield Mention(begin, begin + len(name), entity["id"], name)


class Labels:
    """Labels of some schemes by their folded stems."""

    def __init__(self, knowledge: Knowledge, *schemes: Scheme) -> None:
        self.by_stems: dict[tuple[str, ...], set[str]] = {}
        for concept in knowledge.scheme(*schemes):
            for label in concept.labels:
                self.by_stems.setdefault(_stems(label.text), set()).add(concept.id)

    def exact(self, names: list[str]) -> set[str]:
        """Return the concepts of the first name that has any."""
        return next((found for n in names if (found := self.by_stems.get(_stems(n)))), set())

    def longest(self, names: list[str], without: Set[str | None] = frozenset()) -> str | None:
        """Return the concept whose label is the longest inside one of the names."""
        stems = [set(_stems(name)) for name in names]
        found = [
            (len(label), min(concepts))
            for label, concepts in self.by_stems.items()
            if any(set(label) <= name for name in stems) and min(concepts) not in without
        ]
        return max(found)[1] if found else None


@lru_cache(maxsize=8)
def read_labels(knowledge: Knowledge, *schemes: Scheme) -> Labels:
    """Return the labels of some schemes, read once."""
    return Labels(knowledge, *schemes)


def _stems(text: str) -> tuple[str, ...]:
    return tuple(sorted(word[:6] for word in fold_name(text).split()))


Ids = dict[tuple[str, str], str]


def ids_of(resolution: Resolution, extractions: list[Extraction]) -> Ids:
    """Return the id that each entity of the gold got, by the mentions that mark it."""
    stems = {e.release.id: Path(e.release.source.uri).stem for e in extractions}
    marks = {
        (at.release, at.begin): entity.id
        for entity in resolution.entities
        for at in entity.mentions
        if at.begin == at.end
    }
    return {
        (stems[e.release.id], m.referent): marks[e.release.id, m.begin]
        for e in extractions
        for m in e.mentions
        if m.begin == m.end
    }


def score_identity(
    ids: Ids, cross: list[dict[str, Any]], kinds: frozenset[str] | None = None
) -> tuple[float, float, float, list[str]]:
    """Return precision, recall and F1 over pairs of some kinds (all by default), and the errors."""
    key = {
        tuple(member): cluster["key"]
        for cluster in cross
        if kinds is None or cluster["type"] in kinds
        for member in cluster["members"]
        if tuple(member) in ids
    }
    right = wrong = missed = 0
    errors = []
    for one, other in combinations(sorted(key), 2):
        same, joined = key[one] == key[other], ids[one] == ids[other]
        right += same and joined
        wrong += joined and not same
        missed += same and not joined
        if same != joined:
            errors.append(f"{'split' if same else 'merged'} {key[one]} {one} {key[other]} {other}")
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    return precision, recall, 2 * precision * recall / (precision + recall), errors
