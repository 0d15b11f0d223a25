"""The linear part: the state weights of a conditional random field, added up by word form."""

from __future__ import annotations

from collections.abc import Sequence

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
        # one row more, of zeros, so that no group is empty
        self._none = len(names)
        self._weights = np.zeros((len(names) + 1, size), dtype=np.float32)
        places = parameters["weight_rows"], parameters["weight_labels"]
        self._weights[places] = parameters["weights"]
        self._stems = stems
        self._sums: dict[str, Floats] = {}

    def scores(self, words: Sequence[str]) -> Floats:
        """Return an array of words by tags for the words of one sentence."""
        sums = np.array([self._word_sums(make_form(word)) for word in words])
        scores = sums[:, 0].copy()
        for column, offset in enumerate(NEIGHBOURS, start=1):
            begin, end = max(0, -offset), min(len(words), len(words) - offset)
            if begin < end:
                scores[begin:end] += sums[begin + offset : end + offset, column]
        marks = quoted(words)
        groups = [
            [*pair_attributes(words, at), "inq"] if marks[at] else pair_attributes(words, at)
            for at in range(len(words))
        ]
        summed: Floats = scores + self._add_up(groups)
        return summed

    def _word_sums(self, form: Form) -> Floats:
        """Return what the word says of its own tag, then of each neighbour's."""
        found = self._sums.get(form.text)
        if found is None:
            if len(self._sums) > CACHED_WORDS:
                self._sums.clear()
            groups = [own_attributes(form, self._stems)]
            groups += [neighbour_attributes(form, self._stems, offset) for offset in NEIGHBOURS]
            found = self._sums[form.text] = self._add_up(groups)
        return found

    def _add_up(self, groups: Sequence[Sequence[str]]) -> Floats:
        """Return the sum of weights of each group of attributes."""
        rows: list[int] = []
        begins = []
        for group in groups:
            begins.append(len(rows))
            rows.append(self._none)
            rows += [row for name in group if (row := self._rows.get(name)) is not None]
        return np.add.reduceat(self._weights[rows], begins, axis=0)
