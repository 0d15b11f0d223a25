"""A Document and its phrases from one line: «[АҚШ-тың/Case=Gen] [Қазақстандағы] [елшісі]»."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc

from graphkit.languages.document import Document
from graphkit.languages.syntax import Phrase, Syntax

# A vocabulary of no language knows small letters, spaces and numbers, and nothing else.
VOCAB = spacy.blank("xx").vocab


def read(line: str, syntax: Syntax) -> tuple[Document, list[Phrase]]:
    """Return the words of a line as one sentence, and what stands in square brackets.

    A word may carry features behind a slash: ``дел/Case=Gen|Number=Plur``, ``келді/VERB``.
    """
    words: list[str] = []
    notes: list[str] = []
    spans: list[tuple[int, int]] = []
    begin = 0
    for piece in line.replace("[", " [ ").replace("]", " ] ").split():
        if piece == "[":
            begin = len(words)
        elif piece == "]":
            spans.append((begin, len(words)))
        else:
            word, _, note = piece.partition("/")
            words.append(word)
            notes.append(note)
    doc = Doc(
        VOCAB,
        words=words,
        lemmas=[word.casefold().rstrip("s") for word in words],
        morphs=[note if "=" in note else "" for note in notes],
        pos=[note if note.isupper() else "" for note in notes],
        sent_starts=[i == 0 for i in range(len(words))],
    )
    document = Document(doc)
    return document, [Phrase(a, b, syntax.head(document, a, b)) for a, b in spans]


def extent(line: str, syntax: Syntax) -> str:
    """Return the name around the first phrase of a line; the other phrases are closed."""
    doc, (noun, *others) = read(line, syntax)
    closed = {i for other in others for i in range(other.start, other.end)}
    start, end = syntax.name_extent(doc, noun.start, noun.end, closed.__contains__)
    return " ".join(token.text for token in doc[start:end])
