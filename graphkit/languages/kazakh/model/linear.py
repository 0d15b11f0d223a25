"""The linear part: the state weights of a conditional random field, added up by word form."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from graphkit.languages.kazakh.model.attributes import (
    NEIGHBOURS,
    neighbour_attributes,
    own_attributes,
    pair_attributes,
    quoted,
)
from graphkit.languages.kazakh.model.stems import Floats, Parameters, Stems
from graphkit.languages.kazakh.model.words import Form, make_form

CACHED_WORDS = 20_000


class Linear:
    """Scores tags by attributes (Lafferty et al. 2001); weights come from python-crfsuite."""

    def __init__(self, parameters: Parameters, stems: Stems) -> None:
        names = bytes(np.asarray(parameters["attributes"], dtype=np.uint8)).decode().split("\n")
        self._rows = {name: row for row, name in enumerate(names)}
        size = len(parameters["labels"])
        self._weights = np.zeros((len(names), size), dtype=np.float32)
        places = parameters["weight_rows"], parameters["weight_labels"]
        self._weights[places] = parameters["weights"]
        self._stems = stems
        self._sums: dict[Form, Floats] = {}

    def scores(self, words: Sequence[str]) -> Floats:
        """Return an array of words by tags for the words of one sentence."""
        sums = [self._word_sums(make_form(word)) for word in words]
        scores = np.array([own for own, *_ in sums])
        for offset, column in zip(NEIGHBOURS, range(1, 7), strict=True):
            for at in range(max(0, -offset), min(len(words), len(words) - offset)):
                scores[at] += sums[at + offset][column]
        marks = quoted(words)
        for at in range(len(words)):
            attributes = pair_attributes(words, at)
            scores[at] += self._add_up([*attributes, "inq"] if marks[at] else attributes)
        return scores

    def _word_sums(self, form: Form) -> Floats:
        """Return what the word says of its own tag, then of each neighbour's."""
        found = self._sums.get(form)
        if found is None:
            if len(self._sums) > CACHED_WORDS:
                self._sums.clear()
            groups = [own_attributes(form, self._stems)]
            groups += [neighbour_attributes(form, self._stems, offset) for offset in NEIGHBOURS]
            found = self._sums[form] = np.array([self._add_up(group) for group in groups])
        return found

    def _add_up(self, attributes: Iterable[str]) -> Floats:
        rows = [row for name in attributes if (row := self._rows.get(name)) is not None]
        summed: Floats = self._weights[rows].sum(axis=0)
        return summed
