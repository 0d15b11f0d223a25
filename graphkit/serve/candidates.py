"""A name -> the entities that may bear it, each with a score and its reasons.

Labels are compared in a folded form in which Kazakh and Russian letters and the usual
transliterations meet. Trigrams choose the labels worth comparing, so the time of a
search hardly grows with the graph.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
import pyoxigraph as ox
from rapidfuzz import fuzz
from rdflib import RDF, SKOS

from graphkit.graph.terms import node, value_of
from graphkit.vocab import PREFIXES, SUPERCLASSES, shorten

# In this order: the first label of a language is the one that is shown.
_LABELS: Final = (node(str(SKOS.prefLabel)), node(str(SKOS.altLabel)))
_TYPE: Final = node(str(RDF.type))
_COMPARED: Final = 200
# From this score on two names are the same but for their spelling.
_SAME: Final = 97.0
_LEAST: Final = 45.0
# A value that a query gives and the entity lacks takes this share of the score.
_CONTRADICTED: Final = 0.35
_KAZAKH: Final = str.maketrans("әғқңөұүһі", "агкноуухи")
_LATIN: Final = {
    **dict(zip("абвгдезиклмнопрстуфхцыэьъ", "abvgdeziklmnoprstufhcie", strict=False)),
    "ж": "j", "ч": "ch", "ш": "sh", "щ": "sh", "ю": "u", "я": "a", "ь": "", "ъ": "",
}  # fmt: skip
# What Latin spellings of one sound have in common; in this order.
_SOUNDS: Final = (
    ("zh", "j"), ("kh", "h"), ("gh", "g"), ("ts", "c"), ("ye", "e"), ("yu", "u"), ("ya", "a"),
    ("iu", "u"), ("ia", "a"), ("iy", "i"), ("y", "i"), ("w", "v"), ("q", "k"), ("ii", "i"),
)  # fmt: skip
_WORD: Final = re.compile(r"\w+")
Numbers = npt.NDArray[np.int32]


def fold(name: str) -> str:
    """Return the form in which names are compared, never shown.

    >>> fold("Ермек Көшербаев") == fold("Yermek Kosherbayev")
    True
    """
    text = name.casefold().translate(_KAZAKH)
    text = unicodedata.normalize("NFKD", text)
    text = "".join(_LATIN.get(c, c) for c in text if not unicodedata.combining(c))
    for written, heard in _SOUNDS:
        text = text.replace(written, heard)
    return " ".join(_WORD.findall(re.sub(r"(.)\1", r"\1", text)))


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that a name may mean."""

    iri: str
    name: str
    types: tuple[str, ...]
    score: float
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Wish:
    """What is looked for: a name, perhaps the class and some values."""

    name: str
    types: tuple[str, ...] = ()
    values: tuple[tuple[str, tuple[str, ...]], ...] = ()
    limit: int = 10
    is_prefix: bool = False


def _grams(folded: str) -> set[str]:
    return {
        padded[i : i + 3]
        for word in folded.split()
        for padded in (f"  {word} ",)
        for i in range(len(padded) - 2)
    }


class Index:
    """The labels of a store, made to be searched."""

    def __init__(self, store: ox.Store) -> None:
        self._store = store
        self._owners: list[str] = []
        self._labels: list[tuple[str, str]] = []
        self._folded: list[str] = []
        postings: dict[str, list[int]] = defaultdict(list)
        for owner, text, language in _read_labels(store):
            folded = fold(text)
            if not folded:
                continue
            for gram in _grams(folded):
                postings[gram].append(len(self._owners))
            self._owners.append(owner)
            self._labels.append((text, language))
            self._folded.append(folded)
        self._postings: dict[str, Numbers] = {
            gram: np.array(places, dtype=np.int32) for gram, places in postings.items()
        }
        self._lengths = np.array([len(_grams(f)) for f in self._folded], dtype=np.int32)
        self._places: dict[str, list[int]] = defaultdict(list)
        for place, owner in enumerate(self._owners):
            self._places[owner].append(place)
        self._types = self._read_types()

    def _read_types(self) -> dict[str, tuple[str, ...]]:
        """Return the classes of each entity, the most specific first."""
        found: dict[str, list[str]] = defaultdict(list)
        for quad in self._store.quads_for_pattern(None, _TYPE, None):
            iri = value_of(quad.subject)
            if iri in self._places:
                found[iri].append(value_of(quad.object))
        rank = {str(cls): -len(above) for cls, above in SUPERCLASSES.items()}
        return {
            iri: tuple(map(shorten, sorted(types, key=lambda one: (rank.get(one, 0), one))))
            for iri, types in found.items()
        }

    @property
    def types(self) -> list[str]:
        """All classes of entities with a label, sorted."""
        owners = set(self._owners)
        return sorted({one for iri in owners for one in self._types.get(iri, ())})

    def name(self, iri: str, language: str = "en") -> str:
        """Return the name of an entity in a language, if it has one, else in another."""
        labels = [self._labels[place] for place in self._places.get(iri, ())]
        return next(
            (text for text, tag in labels if tag == language), labels[0][0] if labels else ""
        )

    def search(self, wish: Wish, language: str = "en") -> list[Candidate]:
        """Return the entities that fit best, the best first."""
        folded = fold(wish.name)
        best: dict[str, tuple[float, int]] = {}
        for place in self._choose(folded, wish.is_prefix):
            owner = self._owners[place]
            if wish.types and not set(wish.types) & set(self._types.get(owner, ())):
                continue
            score = _compare(folded, self._folded[place], wish)
            if score >= _LEAST and score > best.get(owner, (0.0, 0))[0]:
                best[owner] = (score, place)
        found = [self._judge(iri, score, wish, language) for iri, (score, _) in best.items()]
        return sorted(found, key=lambda one: (-one.score, one.iri))[: wish.limit]

    def _choose(self, folded: str, is_prefix: bool) -> Iterable[int]:
        grams = _grams(folded)
        if is_prefix:  # the end of what is being typed is no end of a word
            grams = {gram for gram in grams if not gram.endswith(" ")}
        lists = [self._postings[gram] for gram in grams if gram in self._postings]
        if not lists:
            return ()
        shared = np.bincount(np.concatenate(lists), minlength=len(self._owners))
        whole = len(grams) + (0 if is_prefix else self._lengths)
        likeness = shared / whole
        most = min(_COMPARED, len(likeness))
        chosen = np.argpartition(-likeness, most - 1)[:most]
        return [int(place) for place in chosen if shared[place]]

    def _judge(self, iri: str, score: float, wish: Wish, language: str) -> Candidate:
        features = {"name": round(score, 1)}
        for pid, wanted in wish.values:
            fits = self._has_value(iri, pid, wanted)
            features[pid] = 100.0 if fits else 0.0
            score *= 1.0 if fits else 1 - _CONTRADICTED
        types = self._types.get(iri, ())
        return Candidate(iri, self.name(iri, language), types, round(score, 1), features)

    def _has_value(self, iri: str, pid: str, wanted: Sequence[str]) -> bool:
        prefix, _, local = pid.partition(":")
        try:
            predicate = ox.NamedNode(PREFIXES[prefix] + local if prefix in PREFIXES else pid)
        except ValueError:
            return False
        held: set[str] = set()
        for quad in self._store.quads_for_pattern(ox.NamedNode(iri), predicate, None):
            value = value_of(quad.object)
            held.update((value, fold(value)))
            held.update(self._folded[place] for place in self._places.get(value, ()))
        return any(one in held or fold(one) in held for one in wanted)


def is_match(found: Sequence[Candidate]) -> bool:
    """Say whether the first candidate is surely meant: no other one comes near it."""
    if not found or found[0].score < _SAME:
        return False
    return len(found) == 1 or found[1].score < _SAME


def _compare(folded: str, label: str, wish: Wish) -> float:
    if wish.is_prefix:
        if label.startswith(folded):
            return 100.0 - min(len(label) - len(folded), 40) * 0.2
        if f" {folded}" in label:
            return 90.0 - min(len(label) - len(folded), 40) * 0.2
        return float(fuzz.partial_ratio(folded, label)) * 0.8
    # Order of names differs by language, but costs a little.
    in_order = float(fuzz.ratio(folded, label))
    return max(in_order, float(fuzz.token_sort_ratio(folded, label)) - 1.0)


def _read_labels(store: ox.Store) -> Iterator[tuple[str, str, str]]:
    """Yield the labels of all entities, with their languages, in an order that is always the same.

    Not by SPARQL: to sort there takes ten times as long.
    """
    for predicate in _LABELS:
        rows = [
            (value_of(quad.subject), quad.object.value, quad.object.language or "")
            for quad in store.quads_for_pattern(None, predicate, None)
            if isinstance(quad.object, ox.Literal)
        ]
        yield from sorted(rows)
