"""IOB2 files -> sentences; parts of them held out; sentences with initials made from them."""

from __future__ import annotations

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from graphkit.errors import SourceError

# KazNERD holds many sentences twice in a row, numbers once in words and once in digits:
# only whole stretches of the file can be held out.
BLOCK = 80
EVERY = 8
HELD_OUT = 3

Span = tuple[int, int, str]


@dataclass(frozen=True, slots=True)
class Sentence:
    """Words and their IOB2 tags."""

    words: tuple[str, ...]
    tags: tuple[str, ...]


def read_sentences(path: Path) -> list[Sentence]:
    """Read a file of one word and its tag a line, a blank line between sentences.

    :raises SourceError: if the file cannot be read or a line has no tag.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise SourceError(f"{path}: cannot be read: {error}") from error
    found = []
    words: list[str] = []
    tags: list[str] = []
    for number, line in enumerate([*text.splitlines(), ""], start=1):
        if line.strip():
            word, _, tag = line.strip().rpartition(" ")
            if not word:
                raise SourceError(f"{path}:{number}: no tag after the word; a line is 'WORD TAG'")
            words.append(word)
            tags.append(tag)
        elif words:
            found.append(Sentence(tuple(words), tuple(tags)))
            words, tags = [], []
    return found


def hold_out(sentences: Sequence[Sentence]) -> tuple[list[Sentence], list[Sentence]]:
    """Return the sentences to train on, and every eighth stretch of 80 to decide by."""
    kept: list[Sentence] = []
    held: list[Sentence] = []
    for at, sentence in enumerate(sentences):
        (held if at // BLOCK % EVERY == HELD_OUT else kept).append(sentence)
    return kept, held


def find_spans(tags: Iterable[str]) -> set[Span]:
    """Return begin, end and class of each span.

    >>> sorted(find_spans(["B-PERSON", "I-PERSON", "O", "B-GPE"]))
    [(0, 2, 'PERSON'), (3, 4, 'GPE')]
    """
    found: set[Span] = set()
    begin, label = 0, ""
    for at, tag in enumerate([*tags, "O"]):
        if label and (tag[:2] != "I-" or tag[2:] != label):
            found.add((begin, at, label))
            label = ""
        if tag != "O" and not label:
            begin, label = at, tag[2:]
    return found


def add_initials(sentences: Sequence[Sentence], *, seed: int) -> list[Sentence]:
    """Return the sentences and, for half of those with a full name, one with initials.

    KazNERD's news are spoken and have no initials; written releases are full of
    «Е. Көшербаев» and «Е.Көшербаев».
    """
    chance = random.Random(seed)
    made = list(sentences)
    for sentence in sentences:
        full = sorted(span for span in find_spans(sentence.tags) if _is_full_name(sentence, span))
        if full and chance.random() < 0.5:
            made.append(_abbreviate(sentence, full, fused=chance.random() < 0.5))
    return made


def _is_full_name(sentence: Sentence, span: Span) -> bool:
    begin, end, label = span
    return (
        label == "PERSON"
        and end - begin == 2
        and all(word[:1].isupper() and word.isalpha() for word in sentence.words[begin:end])
    )


def _abbreviate(sentence: Sentence, spans: Sequence[Span], *, fused: bool) -> Sentence:
    words, tags = list(sentence.words), list(sentence.tags)
    for begin, _, _ in reversed(spans):
        initial = f"{words[begin][0]}."
        if fused:
            words[begin : begin + 2] = [initial + words[begin + 1]]
            del tags[begin + 1]
        else:
            words[begin] = initial
    return Sentence(tuple(words), tuple(tags))
