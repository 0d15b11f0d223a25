"""Makes ``lexicon.tsv.gz``: ``python -m graphkit.languages.kazakh.count_lexicon train.iob2``.

Expectation-maximisation over the word forms of a text (no labelled stems are needed):
each form is shared out among its readings by the present model, and the model is
counted anew from the shares. Stems that stand in several forms win over chance ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import exp, log
from pathlib import Path

import click

from graphkit.languages.kazakh.analysis import Reading, read
from graphkit.languages.kazakh.lexicon import LEXICON, Counts, Lexicon, write_counts

ROUNDS = 10
KEPT = 0.4
NOTE = "Counted from KazNERD (Yeshpanov et al., LREC 2022), CC BY 4.0"


def read_words(path: Path) -> Iterator[str]:
    """Yield the words of an IOB2 file: one token and its tag a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            word = line.split(" ")[0].strip()
            if word.replace("-", "").isalpha():
                yield word.casefold()


def count_lexicon(words: Iterable[str], *, rounds: int = ROUNDS) -> Counts:
    """Return the expected counts of lemmas and chains in the words of a text."""
    forms = {word: 1.0 + log(n) for word, n in Counter(words).items()}
    readings = {word: read(word) for word in forms}
    shares = {word: [1.0 / len(found)] * len(found) for word, found in readings.items()}
    counts = _count(forms, shares, readings)
    for _ in range(rounds):
        model = Lexicon(counts)
        shares = {
            word: _share(model, word_weight, readings[word], shares[word])
            for word, word_weight in forms.items()
        }
        counts = _count(forms, shares, readings)
    counts.lemmas = {lemma: n for lemma, n in counts.lemmas.items() if n >= KEPT}
    return counts


def _share(
    model: Lexicon, weight: float, found: tuple[Reading, ...], before: list[float]
) -> list[float]:
    """Share a form out by what the *other* forms say of its stems.

    With its own weight counted in, each form would make itself a stem.
    """
    own: defaultdict[str, float] = defaultdict(float)
    for share, reading in zip(before, found, strict=True):
        own[reading.lemma] += weight * share
    return _normalise(
        [
            model.score_lemma(reading.lemma, less=own[reading.lemma])
            + model.score_chain(reading.chain)
            for reading in found
        ]
    )


def _normalise(scores: list[float]) -> list[float]:
    top = max(scores)
    weights = [exp(score - top) for score in scores]
    total = sum(weights)
    return [weight / total for weight in weights]


def _count(
    forms: dict[str, float],
    shares: dict[str, list[float]],
    readings: dict[str, tuple[Reading, ...]],
) -> Counts:
    lemmas: defaultdict[str, float] = defaultdict(float)
    chains: defaultdict[str, float] = defaultdict(float)
    for word, weight in forms.items():
        for share, reading in zip(shares[word], readings[word], strict=True):
            if share > 1e-4:
                lemmas[reading.lemma] += weight * share
                chains[reading.chain] += weight * share
    letters: defaultdict[str, float] = defaultdict(float)
    for lemma, n in lemmas.items():
        padded = f"^{lemma}$"
        for i in range(len(padded) - 1):
            letters[padded[i : i + 2]] += min(n, 1.0)
    return Counts(dict(lemmas), dict(chains), dict(letters))


@click.command()
@click.argument("path", type=click.Path(exists=True, path_type=Path))
@click.option("--out", type=click.Path(path_type=Path), default=LEXICON, show_default=True)
def main(path: Path, out: Path) -> None:
    """Count the lexicon from the words of PATH, an IOB2 file.

    Example: python -m graphkit.languages.kazakh.count_lexicon train.iob2
    """
    counts = count_lexicon(read_words(path))
    write_counts(counts, out, note=NOTE)
    click.echo(f"wrote {out}: {len(counts.lemmas):,} lemmas, {len(counts.chains):,} chains")


if __name__ == "__main__":
    main()
