"""Labels of the ontologies, found in a Doc whatever their inflection.

Labels and text meet in their lemmas: a trie over lemma sequences is walked from every
token, so the cost does not grow with the number of labels (the idea of Aho and Corasick,
"Efficient string matching", 1975, without failure links: labels are short).
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from graphkit.extract.senses import Sense, Senses
from graphkit.knowledge import Concept, Knowledge, Label, Scheme, Use
from graphkit.languages.document import Document
from graphkit.languages.grammar import Grammar

EXACT = frozenset({Use.ABBREVIATION})


@dataclass(slots=True)
class Hit:
    """Tokens ``start`` to ``end`` (exclusive) that are a label, with all its meanings."""

    start: int
    end: int
    senses: Senses

    def __len__(self) -> int:
        return self.end - self.start


@dataclass(slots=True)
class _Node:
    children: dict[str, _Node] = field(default_factory=dict)
    senses: list[Sense] = field(default_factory=list)
    is_exact: bool = False  # some of the labels must be written as they are
    whole: Senses | None = None  # the senses, once a text has them


PLACES = frozenset({Scheme.COUNTRY, Scheme.REGION, Scheme.CITY})


def _keys(grammar: Grammar, concept: Concept, label: Label) -> Iterator[tuple[str, ...]]:
    """Yield the lemmas of a label, also those that its words may have in another reading.

    A plural name of a place is read as singular; in a label of several words the nominative
    may look like another word («Великое», «Великого национального собрания»).
    """
    key, words = grammar.lemmas(label.text), label.text.split()
    yield key
    if (concept.scheme in PLACES or len(words) > 1) and len(words) == len(key):
        for i, word in enumerate(words):
            for other in grammar.candidates(word):
                # «су» (water) is no Sudan, «тау» (mountain) no Thai: what is left must be long.
                if concept.scheme not in PLACES and len(word) - len(other) > 2:
                    continue  # «әкімдігі» (office) is not «әкім» (its head)
                if other != key[i] and len(other) > 3:
                    yield (*key[:i], other, *key[i + 1 :])


class Lexicon:
    """The labels of one language, ready to be found."""

    def __init__(self, knowledge: Knowledge, language: str, grammar: Grammar) -> None:
        self._root = _Node()
        self._known: dict[Senses, Senses] = {}
        for concept in knowledge:
            if concept.scheme is Scheme.PERSON:
                continue  # names of persons are compared when they are resolved
            for label in dict.fromkeys(concept.labels):
                if label.language == language:
                    sense = Sense(concept, label)
                    for key in _keys(grammar, concept, label):
                        self._add(key, sense)

    def _add(self, key: tuple[str, ...], sense: Sense) -> None:
        at = self._root
        for lemma in key:
            at = at.children.setdefault(lemma, _Node())
        if key:
            at.senses.append(sense)
            at.is_exact |= sense.label.use in EXACT

    def lookup(self, key: tuple[str, ...]) -> tuple[Sense, ...]:
        """Return the meanings of a label by its lemmas."""
        at: _Node | None = self._root
        for lemma in key:
            at = at.children.get(lemma) if at is not None else None
        return tuple(at.senses) if at is not None else ()

    def find(self, doc: Document) -> Iterator[Hit]:
        """Yield the hits that start at each token, longest first; they may overlap."""
        keys = [token.key for token in doc]
        opens = self._root.children
        for start, key in enumerate(keys):
            at, end, found = opens.get(key), start + 1, []
            while at is not None:
                if at.senses:
                    found.append((end, at))
                at = at.children.get(keys[end]) if end < len(keys) else None
                end += 1
            for end, node in reversed(found):
                if fitting := self._fitting(doc, start, end, node):
                    yield Hit(start, end, fitting)

    def _fitting(self, doc: Document, start: int, end: int, node: _Node) -> Senses:
        if not node.is_exact:
            if node.whole is None:
                node.whole = self._shared(node.senses)
            return node.whole
        text = doc.text_of(start, end)
        return self._shared(
            sense
            for sense in node.senses
            if sense.label.use not in EXACT or _fits(text, sense.label)
        )

    def _shared(self, senses: Iterable[Sense]) -> Senses:
        """Return the meanings as they were found before, so that what is known of them stays."""
        made = Senses(dict.fromkeys(senses))
        return self._known.setdefault(made, made)


def _fits(text: str, label: Label) -> bool:
    """Capitals of an abbreviation, and of a label's first letter in a name, must be kept."""
    letters = [c for c in label.text if c.isalpha()]
    shared = sum(1 for a, b in zip(text, label.text, strict=False) if a == b)
    return bool(letters) and shared >= min(2, len(label.text)) and text[:1] == label.text[:1]


def without_overlap(hits: Iterable[Hit], *, rank: Callable[[Hit], int]) -> list[Hit]:
    """Choose hits that do not overlap and together cover most, in few and long pieces.

    «National Assembly» and «Republic of Korea» win over «Assembly of the Republic». This is
    weighted interval scheduling (Kleinberg and Tardos, "Algorithm Design", 6.1) with the
    length of a hit less a half as its weight; a smaller rank wins between equals.
    """
    ordered = sorted(hits, key=lambda h: (h.end, h.start))
    best: list[tuple[float, tuple[Hit, ...]]] = [(0.0, ())]
    ends = [hit.end for hit in ordered]
    for at, hit in enumerate(ordered):
        fitting = bisect_right(ends, hit.start, 0, at)
        weight = len(hit) - 0.5 - rank(hit) / 1000
        with_hit = best[fitting][0] + weight
        if with_hit > best[-1][0]:
            best.append((with_hit, (*best[fitting][1], hit)))
        else:
            best.append(best[-1])
    return list(best[-1][1])
