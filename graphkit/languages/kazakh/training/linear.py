"""Sentences -> the weights of the linear part (python-crfsuite)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pycrfsuite

from graphkit.languages.kazakh.model.attributes import sentence_attributes
from graphkit.languages.kazakh.model.stems import Floats, Parameters, Stems
from graphkit.languages.kazakh.model.words import normal_words
from graphkit.languages.kazakh.training.data import Sentence

# Chosen on the held-out stretches; L1 keeps 60,000 of some millions of weights.
SETTINGS = {
    "c1": 0.1,
    "c2": 0.01,
    "max_iterations": 80,
    "feature.possible_transitions": True,
}


def train_linear(
    sentences: Sequence[Sentence], labels: Sequence[str], stems: Stems
) -> tuple[Parameters, Floats]:
    """Return the state weights as ``Linear`` reads them, and the transitions."""
    trainer = pycrfsuite.Trainer(verbose=False)
    for sentence in sentences:
        trainer.append(sentence_attributes(normal_words(sentence.words), stems), sentence.tags)
    trainer.set_params(SETTINGS)
    with TemporaryDirectory() as folder:
        path = str(Path(folder, "linear.crfsuite"))
        trainer.train(path)
        tagger = pycrfsuite.Tagger()
        tagger.open(path)
        info = tagger.info()
        tagger.close()
    return _pack_weights(info.state_features, labels), _pack_transitions(info.transitions, labels)


def _pack_weights(weights: dict[tuple[str, str], float], labels: Sequence[str]) -> Parameters:
    names = sorted({name for name, _ in weights})
    rows = {name: row for row, name in enumerate(names)}
    columns = {label: column for column, label in enumerate(labels)}
    places = sorted((rows[name], columns[label], w) for (name, label), w in weights.items())
    return {
        "attributes": np.frombuffer("\n".join(names).encode(), dtype=np.uint8),
        "weight_rows": np.array([row for row, _, _ in places], dtype=np.int32),
        "weight_labels": np.array([column for _, column, _ in places], dtype=np.uint8),
        "weights": np.array([weight for _, _, weight in places], dtype=np.float16),
    }


def _pack_transitions(weights: dict[tuple[str, str], float], labels: Sequence[str]) -> Floats:
    table = np.zeros((len(labels), len(labels)), dtype=np.float32)
    for (origin, to), weight in weights.items():
        table[labels.index(origin), labels.index(to)] = weight
    return table
