"""The neural part: word forms -> inputs -> bidirectional LSTM -> scores of tags, in numpy.

The architecture is that of Lample et al. 2016 (arXiv:1603.01360) with the characters read
by a convolution (Ma and Hovy 2016, arXiv:1603.01354); it is trained by
``graphkit.languages.kazakh.training`` with PyTorch, which is not needed here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from zlib import crc32

import numpy as np

from graphkit.languages.kazakh.model.stems import Floats, Parameters, Stems
from graphkit.languages.kazakh.model.words import Form

BUCKETS = 4000
AFFIXES = ("prefix3", "prefix5", "suffix2", "suffix3", "suffix5", "shape", "rest")
LETTERS = 18
PAD, UNKNOWN = 0, 1
CACHED_WORDS = 20_000


def affix_ids(form: Form, suffix: str) -> list[int]:
    """Return the bucket of each affix of a word, in the order of ``AFFIXES``."""
    lower = form.lower
    texts = (lower[:3], lower[:5], lower[-2:], lower[-3:], lower[-5:], form.shape, suffix)
    pairs = zip(AFFIXES, texts, strict=True)
    return [crc32(f"{name}={text}".encode()) % BUCKETS for name, text in pairs]


def letter_ids(text: str, letters: Mapping[str, int]) -> list[int]:
    """Return the numbers of a word's letters, the middle of a long word left out."""
    if len(text) > LETTERS:
        text = text[: LETTERS // 2] + text[-LETTERS // 2 :]
    found = [letters.get(letter, UNKNOWN) for letter in text]
    return found + [PAD] * (LETTERS - len(found))


class Network:
    """Scores tags; holds the inputs of the words it has seen, since they never change."""

    def __init__(self, parameters: Parameters, stems: Stems) -> None:
        names = [name for name in parameters if name.startswith("net_")]
        self._p: dict[str, Floats] = {
            name.removeprefix("net_"): np.asarray(parameters[name], dtype=np.float32)
            for name in names
        }
        self._both = {
            way: np.concatenate([self._p.pop(f"{way}_w"), self._p.pop(f"{way}_u")])
            for way in ("fore", "back")
        }
        words = bytes(np.asarray(parameters["words"], dtype=np.uint8)).decode().split("\n")
        self._words = {word: number for number, word in enumerate(words, start=1)}
        self._letters = {c: n for n, c in enumerate(str(parameters["letters"]), start=2)}
        self._stems = stems
        self._inputs: dict[str, Floats] = {}

    def scores(self, sentences: Sequence[Sequence[Form]]) -> list[Floats]:
        """Return for each sentence an array of words by tags.

        Sentences must come longest first.
        """
        self._add_inputs({form.text: form for sentence in sentences for form in sentence})
        lengths = [len(sentence) for sentence in sentences]
        inputs = np.zeros((lengths[0], len(sentences), self._p["in_b"].size), dtype=np.float32)
        for at, sentence in enumerate(sentences):
            inputs[: lengths[at], at] = [self._inputs[form.text] for form in sentence]
        states = np.concatenate(
            [self._run(inputs, lengths, "fore"), self._run(inputs, lengths, "back")], axis=-1
        )
        scores = states @ self._p["out_w"] + self._p["out_b"]
        return [scores[:length, at] for at, length in enumerate(lengths)]

    def _run(self, inputs: Floats, lengths: Sequence[int], way: str) -> Floats:
        both = self._both[way]
        bias = self._p[f"{way}_b"]
        width = inputs.shape[-1]
        size = len(both) - width
        hidden = np.zeros((len(lengths), size), dtype=np.float32)
        cell = np.zeros_like(hidden)
        states = np.zeros((*inputs.shape[:2], size), dtype=np.float32)
        steps = range(lengths[0])
        for step in steps if way == "fore" else reversed(steps):
            active = sum(length > step for length in lengths)
            raw = np.concatenate([inputs[step, :active], hidden[:active]], axis=1) @ both + bias
            # sigmoid(x) is (1 + tanh(x / 2)) / 2; the halves are in the weights
            squashed = np.tanh(raw)
            gate = (squashed[:, : 3 * size] + 1) * np.float32(0.5)
            cell[:active] *= gate[:, size : 2 * size]
            cell[:active] += gate[:, :size] * squashed[:, 3 * size :]
            hidden[:active] = gate[:, 2 * size :] * np.tanh(cell[:active])
            states[step, :active] = hidden[:active]
        return states

    def _add_inputs(self, forms: Mapping[str, Form]) -> None:
        if len(self._inputs) > CACHED_WORDS:
            self._inputs.clear()
        new = [form for text, form in forms.items() if text not in self._inputs]
        if new:
            texts = (form.text for form in new)
            self._inputs.update(zip(texts, self._make_inputs(new), strict=True))

    def _make_inputs(self, forms: Sequence[Form]) -> Floats:
        found = [self._stems.find(form.lower) for form in forms]
        affixes = np.array(
            [affix_ids(form, rest) for form, (_, rest) in zip(forms, found, strict=True)]
        )
        parts = [self._p["word"][[self._words.get(form.lower, 0) for form in forms]]]
        parts += [self._p[name][affixes[:, at]] for at, name in enumerate(AFFIXES)]
        vectors = self._stems.vectors([row for row, _ in found])
        parts.append(np.maximum(vectors @ self._p["vector_w"] + self._p["vector_b"], 0))
        parts.append(self._read_letters(forms))
        joined = np.concatenate(parts, axis=1)
        inputs: Floats = np.tanh(joined @ self._p["in_w"] + self._p["in_b"])
        return inputs

    def _read_letters(self, forms: Sequence[Form]) -> Floats:
        ids = np.array([letter_ids(form.text, self._letters) for form in forms])
        letters = np.pad(self._p["letter"][ids], ((0, 0), (1, 1), (0, 0)))
        kernel = self._p["conv_w"]
        spread = sum(
            letters[:, shift : shift + LETTERS] @ kernel[shift] for shift in range(len(kernel))
        )
        read: Floats = np.maximum(spread + self._p["conv_b"], 0).max(axis=1)
        return read
