"""Sentences of words -> tags: the linear and the neural part, one decision.

The scores of both parts are added (their weights are in the file), so that the tags
are the best of a product of experts (Hinton 2002), not a vote.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np

from graphkit.languages.kazakh.model.decode import best_paths, forbid_breaks
from graphkit.languages.kazakh.model.linear import Linear
from graphkit.languages.kazakh.model.network import Network
from graphkit.languages.kazakh.model.stems import Parameters, Stems
from graphkit.languages.kazakh.model.words import make_form, normal_words

MODEL = Path(__file__).with_name("kazakh.npz")
BATCH = 64
LONGEST = 200


class Tagger:
    """Tags sentences of Kazakh words with the 25 classes of KazNERD, in IOB2."""

    def __init__(self, parameters: Parameters) -> None:
        self.labels = [str(label) for label in parameters["labels"]]
        stems = Stems(parameters)
        self._linear = Linear(parameters, stems)
        self._network = Network(parameters, stems)
        self._share = float(parameters["network_share"])
        self._transitions = np.array(parameters["transitions"], dtype=np.float32)
        self._starts = np.array(parameters["starts"], dtype=np.float32)
        self._ends = np.array(parameters["ends"], dtype=np.float32)
        forbid_breaks(self.labels, self._transitions, self._starts)

    @classmethod
    def load(cls, path: Path = MODEL) -> Tagger:
        """Read a tagger from the file that the training wrote.

        :raises OSError: if the file cannot be read.
        """
        with np.load(path, allow_pickle=False) as arrays:
            return cls({name: arrays[name] for name in arrays.files})

    def tag(self, sentences: Sequence[Sequence[str]]) -> list[list[str]]:
        """Return the tags of each sentence, a tag a word."""
        pieces = [
            (at, normal_words(words[begin : begin + LONGEST]))
            for at, words in enumerate(sentences)
            for begin in range(0, len(words), LONGEST)
        ]
        order = sorted(range(len(pieces)), key=lambda piece: -len(pieces[piece][1]))
        tags: dict[int, list[str]] = {}
        for batch in _batches(order):
            found = self._tag_batch([pieces[piece][1] for piece in batch])
            tags.update(zip(batch, found, strict=True))
        joined: list[list[str]] = [[] for _ in sentences]
        for piece, (at, _) in enumerate(pieces):
            joined[at] += tags[piece]
        return joined

    def _tag_batch(self, batch: list[list[str]]) -> list[list[str]]:
        neural = self._network.scores([[make_form(word) for word in words] for words in batch])
        share = np.float32(self._share)
        scores = [
            (1 - share) * self._linear.scores(words) + share * scored
            for words, scored in zip(batch, neural, strict=True)
        ]
        paths = best_paths(scores, self._transitions, self._starts, self._ends)
        return [[self.labels[label] for label in path] for path in paths]


def _batches(order: list[int]) -> Iterator[list[int]]:
    for begin in range(0, len(order), BATCH):
        yield order[begin : begin + BATCH]
