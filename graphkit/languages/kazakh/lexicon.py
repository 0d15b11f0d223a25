"""Which reading of a Kazakh word is likeliest: a unigram model of lemmas and suffix chains.

A reading scores log P(lemma) + log P(chain). Both are counted in ``lexicon.tsv``
(made by ``count_lexicon.py``); a lemma that is not there is spelled out by a letter
model, so that a longer unknown stem costs more than a shorter one with a suffix.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from math import exp, log
from pathlib import Path
from typing import TypeVar

from graphkit.languages.kazakh.analysis import Reading, read
from graphkit.languages.kazakh.sounds import Sound
from graphkit.languages.kazakh.suffixes import pair
from graphkit.languages.kazakh.verbs import Form
from graphkit.model import Case

LEXICON = Path(__file__).with_name("lexicon.tsv.gz")
# Pseudo-count of all unknown lemmas together, and of a label of the knowledge.
UNKNOWN_MASS = 3000.0
LABEL_COUNT = 40.0
# How much likelier a capitalised word is a form of a known place's name.
PROPER_GAIN = 11.0
CHAIN_FLOOR = 0.5
LETTERS = 40
# A derived word is about this often as frequent as its base.
DERIVED_SHARE = 0.02
DERIVATIONS = (
    *pair("лық", Sound.VOWEL | Sound.GLIDE),
    *pair("дық", Sound.LATERAL | Sound.NASAL | Sound.VOICED),
    *pair("тық", Sound.VOICELESS),
    *pair("шы", Sound.ANY),
    *pair("ғы", Sound.ANY & ~Sound.VOICELESS),
    *pair("қы", Sound.VOICELESS),
    *pair("сыз", Sound.ANY),
    *pair("лы", Sound.VOWEL | Sound.GLIDE),
)
INFLECTED_COST = 4.0
POSSESSIVE_COST = 3.0
POSSESSED_COST = 6.0
CACHED = 1 << 15
T = TypeVar("T")


@dataclass(slots=True)
class Counts:
    """What ``lexicon.tsv`` holds: expected counts of lemmas, suffix chains and letter pairs."""

    lemmas: dict[str, float] = field(default_factory=dict)
    chains: dict[str, float] = field(default_factory=dict)
    letters: dict[str, float] = field(default_factory=dict)


class Lexicon:
    """Scores readings; ``known`` words (labels of the knowledge) count as often seen.

    Those with a capital are names, which only capitalised words can be forms of.
    """

    def __init__(self, counts: Counts, known: Iterable[str] = ()) -> None:
        self._lemmas: Mapping[str, float] = counts.lemmas
        words = frozenset(known)
        self._known = frozenset(w for w in words if w == w.casefold() and not _cost(w))
        self._proper = frozenset(w.casefold() for w in words if w != w.casefold())
        self._total = log(sum(counts.lemmas.values()) + UNKNOWN_MASS)
        chains = sum(counts.chains.values()) + 1.0
        self._chains = {c: log((n + CHAIN_FLOOR) / chains) for c, n in counts.chains.items()}
        self._rare_chain = log(CHAIN_FLOOR / chains)
        firsts: dict[str, float] = {}
        for two, count in counts.letters.items():
            firsts[two[0]] = firsts.get(two[0], 0.0) + count
        self._letters = {
            two: log((count + 0.1) / (firsts[two[0]] + 0.1 * LETTERS))
            for two, count in counts.letters.items()
        }
        self._rare_letter = log(0.1 / (1000 + 0.1 * LETTERS))
        # Words come again and again: what is found once is kept, up to a bound of memory.
        self._ranked: dict[str, tuple[tuple[float, Reading], ...]] = {}
        self._scored: dict[str, float] = {}
        self._spelled: dict[str, float] = {}

    def __contains__(self, lemma: str) -> bool:
        return lemma in self._known or lemma in self._lemmas or lemma in self._proper

    def is_label(self, word: str) -> bool:
        """Say whether a word is a label of the knowledge as it stands."""
        low = word.casefold()
        return low in self._known or (low in self._proper and word != low)

    def score(self, reading: Reading) -> float:
        """Return the log probability of a reading."""
        return self.score_lemma(reading.lemma) + self.score_chain(reading.chain)

    def score_chain(self, chain: str) -> float:
        """Return the log probability of a suffix chain."""
        return self._chains.get(chain, self._rare_chain)

    def score_lemma(self, lemma: str, *, less: float = 0.0) -> float:
        """Return the log probability of a lemma; ``less`` is taken off its count."""
        if less:
            return self._score_lemma(lemma, less)
        known = self._scored.get(lemma)
        if known is None:
            known = keep(self._scored, lemma, self._score_lemma(lemma, less))
        return known

    def _score_lemma(self, lemma: str, less: float) -> float:
        seen = self._count(lemma, less)
        for base in bases(lemma):
            seen += DERIVED_SHARE * self._count(base, 0.0)
        expected = log(seen + UNKNOWN_MASS * exp(self._spell(lemma))) - self._total
        possessed = (
            lemma.endswith(("ы", "і")) and lemma[:-1] in self._known and lemma not in self._known
        )
        return expected - (POSSESSED_COST if possessed else _cost(lemma))

    def _count(self, lemma: str, less: float) -> float:
        seen = max(self._lemmas.get(lemma, 0.0) - less, 0.0)
        return seen + LABEL_COUNT if lemma in self._known else seen

    def rank(self, word: str) -> tuple[tuple[float, Reading], ...]:
        """Return the readings of a word with their scores, best first.

        A capitalised word is rather a form of a known name: «Бергенге» is no verb.
        """
        found = self._ranked.get(word)
        if found is None:
            found = keep(self._ranked, word, self._rank(word))
        return found

    def _rank(self, word: str) -> tuple[tuple[float, Reading], ...]:
        capitalised = word[:1].isupper()
        scored = [
            (self.score(reading) + (PROPER_GAIN if self._is_proper(reading) else 0.0), reading)
            if capitalised
            else (self.score(reading), reading)
            for reading in read(word.casefold())
        ]
        return tuple(sorted(scored, key=lambda pair: -pair[0]))

    def _is_proper(self, reading: Reading) -> bool:
        return reading.verb is None and reading.lemma in self._proper

    def _spell(self, lemma: str) -> float:
        known = self._spelled.get(lemma)
        if known is None:
            padded = f"^{lemma}$"
            known = sum(
                self._letters.get(padded[i : i + 2], self._rare_letter)
                for i in range(len(padded) - 1)
            )
            keep(self._spelled, lemma, known)
        return known


def keep(cache: dict[str, T], word: str, value: T) -> T:
    """Put what was found for a word into a cache, which starts anew when it is full."""
    if len(cache) >= CACHED:
        cache.clear()
    cache[word] = value
    return value


def bases(lemma: str) -> Iterator[str]:
    """Yield the words that a lemma may be derived from: «қазақстандық» from «қазақстан».

    >>> list(bases("мемлекеттік"))
    ['мемлекет']
    """
    for suffix in DERIVATIONS:
        base = lemma.removesuffix(suffix.text)
        if len(base) > 2 and base != lemma and suffix.fits(base):
            yield base


@lru_cache(maxsize=1 << 16)
def _cost(lemma: str) -> float:
    """Return what makes a stem unlikely: that it looks like a plural, possessive, participle."""
    for reading in read(lemma):
        if reading.verb in (Form.PARTICIPLE, Form.HABITUAL) and reading.chain.endswith(":Nom"):
            return INFLECTED_COST
        if reading.verb is None and reading.possessor is not None:
            oblique = reading.case not in (Case.NOM, Case.ACC)
            if reading.possessor in ("1p", "2p") or (oblique and reading.possessor == "3"):
                return POSSESSED_COST
        if reading.verb is None and reading.case is Case.NOM:
            if reading.plural:
                return INFLECTED_COST
            if reading.possessor == "3" and lemma.endswith(("сы", "сі")):
                return POSSESSIVE_COST
    return 0.0


@cache
def load_counts(path: Path = LEXICON) -> Counts:
    """Return the counts that are shipped."""
    counts = Counts()
    tables = {"lemma": counts.lemmas, "chain": counts.chains, "letters": counts.letters}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if not line.startswith("#"):
                table, name, count = line.rstrip("\n").split("\t")
                tables[table][name] = float(count)
    return counts


def write_counts(counts: Counts, path: Path, *, note: str) -> None:
    """Write counts, sorted, so that the same counts give the same bytes."""
    lines = [f"# {note}\n"]
    tables = {"chain": counts.chains, "lemma": counts.lemmas, "letters": counts.letters}
    for table, rows in tables.items():
        lines += [f"{table}\t{name}\t{rows[name]:.4g}\n" for name in sorted(rows)]
    with path.open("wb") as file, gzip.GzipFile("", "wb", fileobj=file, mtime=0) as packed:
        packed.write("".join(lines).encode("utf-8"))
