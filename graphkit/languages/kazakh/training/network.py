"""Sentences -> the weights of the neural part (PyTorch), as ``model.network`` reads them."""

from __future__ import annotations

import math
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from graphkit.languages.kazakh.model.network import (
    AFFIXES,
    BUCKETS,
    LETTERS,
    affix_ids,
    letter_ids,
)
from graphkit.languages.kazakh.model.stems import Parameters, Stems
from graphkit.languages.kazakh.model.words import Form, make_form, normal_words
from graphkit.languages.kazakh.training.data import Sentence

# Chosen on the held-out stretches.
EPOCHS = 12
BATCH = 16
RATE = 2e-3
HIDDEN = 128
INPUT = 160
DROPOUT = 0.5
INPUT_DROPOUT = 0.3
WORD_DROPOUT = 0.15
SEEN_OFTEN = 3
WIDTHS = dict(zip(AFFIXES, (24, 32, 24, 32, 32, 16, 16), strict=True))
WORD_WIDTH, VECTOR_WIDTH, LETTER_WIDTH, READ_WIDTH = 64, 64, 24, 64


@dataclass(frozen=True, slots=True)
class Numbers:
    """What the words of the training are numbered by."""

    words: list[str]
    letters: str
    labels: list[str]


@dataclass(frozen=True, slots=True)
class Batch:
    """Sentences as tensors, padded to the longest: sentence by word by feature."""

    words: Tensor
    affixes: Tensor
    vectors: Tensor
    letters: Tensor
    tags: Tensor
    mask: Tensor


class Model(nn.Module):
    """Inputs of words, a bidirectional LSTM, and a conditional random field above it."""

    def __init__(self, numbers: Numbers, axes: int) -> None:
        super().__init__()
        size = len(numbers.labels)
        self.word = nn.Embedding(len(numbers.words) + 1, WORD_WIDTH)
        self.affixes = nn.ModuleDict({n: nn.Embedding(BUCKETS, w) for n, w in WIDTHS.items()})
        self.vector = nn.Linear(axes, VECTOR_WIDTH)
        self.letter = nn.Embedding(len(numbers.letters) + 2, LETTER_WIDTH, padding_idx=0)
        self.conv = nn.Conv1d(LETTER_WIDTH, READ_WIDTH, 3, padding=1)
        width = WORD_WIDTH + sum(WIDTHS.values()) + VECTOR_WIDTH + READ_WIDTH
        self.input = nn.Linear(width, INPUT)
        self.lstm = nn.LSTM(INPUT, HIDDEN, bidirectional=True, batch_first=True)
        self.output = nn.Linear(2 * HIDDEN, size)
        self.transitions = nn.Parameter(torch.zeros(size, size))
        self.starts = nn.Parameter(torch.zeros(size))
        self.ends = nn.Parameter(torch.zeros(size))
        for table in (self.word, *self.affixes.values()):
            nn.init.normal_(table.weight, 0, 0.3)

    def forward(self, batch: Batch) -> Tensor:
        """Return the scores of tags: sentence by word by tag."""
        words = batch.words
        if self.training:
            words = words * (torch.rand(words.shape) > WORD_DROPOUT).long()
        parts = [self.word(words)]
        parts += [table(batch.affixes[..., at]) for at, table in enumerate(self.affixes.values())]
        parts.append(torch.relu(self.vector(batch.vectors)))
        count, length, size = batch.letters.shape
        letters = self.letter(batch.letters.view(count * length, size)).transpose(1, 2)
        parts.append(torch.relu(self.conv(letters)).amax(2).view(count, length, -1))
        joined = functional.dropout(torch.cat(parts, -1), INPUT_DROPOUT, self.training)
        inputs = torch.tanh(self.input(joined))
        packed = nn.utils.rnn.pack_padded_sequence(
            functional.dropout(inputs, INPUT_DROPOUT, self.training),
            batch.mask.sum(1).long(),
            batch_first=True,
            enforce_sorted=False,
        )
        states, _ = nn.utils.rnn.pad_packed_sequence(self.lstm(packed)[0], batch_first=True)
        return self.output(functional.dropout(states, DROPOUT, self.training))

    def loss(self, batch: Batch) -> Tensor:
        """Return the mean negative log likelihood of the expected tags."""
        scores, tags, mask = self(batch), batch.tags, batch.mask
        gold = self.starts[tags[:, 0]] + _pick(scores[:, 0], tags[:, 0])
        total = self.starts + scores[:, 0]
        for at in range(1, scores.shape[1]):
            here = mask[:, at]
            step = self.transitions[tags[:, at - 1], tags[:, at]]
            gold = gold + here * (step + _pick(scores[:, at], tags[:, at]))
            paths = total[:, :, None] + self.transitions[None] + scores[:, at][:, None, :]
            total = torch.where(here[:, None] > 0, torch.logsumexp(paths, 1), total)
        last = tags.gather(1, (mask.sum(1).long() - 1)[:, None]).squeeze(1)
        return (torch.logsumexp(total + self.ends, 1) - gold - self.ends[last]).mean()


def train_network(
    sentences: Sequence[Sentence], labels: list[str], stems: Stems, *, seed: int
) -> Parameters:
    """Return the weights of a network trained on the sentences; one thread, deterministic."""
    torch.set_num_threads(1)
    torch.manual_seed(seed)
    chance = random.Random(seed)
    forms = [[make_form(word) for word in normal_words(s.words)] for s in sentences]
    numbers = _number(forms, labels)
    encoder = _Encoder(numbers, stems)
    axes = stems.vectors([None]).shape[1]
    model = Model(numbers, axes)
    optimizer = torch.optim.AdamW(model.parameters(), lr=RATE, weight_decay=1e-2)
    steps = EPOCHS * math.ceil(len(sentences) / BATCH)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min(1.0, (step + 1) / 300) * max(0.02, 1 - step / steps)
    )
    model.train()
    for _ in range(EPOCHS):
        for chosen in _iter_batches([len(sentence) for sentence in forms], chance):
            tags = [sentences[at].tags for at in chosen]
            batch = encoder.encode([forms[at] for at in chosen], tags)
            optimizer.zero_grad()
            model.loss(batch).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            schedule.step()
    return _pack_network(model, numbers)


class _Encoder:
    """Turns sentences into tensors; remembers words."""

    def __init__(self, numbers: Numbers, stems: Stems) -> None:
        self._words = {word: at for at, word in enumerate(numbers.words, start=1)}
        self._letters = {letter: at for at, letter in enumerate(numbers.letters, start=2)}
        self._labels = {label: at for at, label in enumerate(numbers.labels)}
        self._stems = stems
        self._seen: dict[Form, tuple[int, list[int], np.ndarray, list[int]]] = {}

    def encode(self, sentences: Sequence[Sequence[Form]], tags: Sequence[Sequence[str]]) -> Batch:
        shape = len(sentences), max(len(sentence) for sentence in sentences)
        axes = self._stems.vectors([None]).shape[1]
        batch = Batch(
            words=torch.zeros(shape, dtype=torch.long),
            affixes=torch.zeros((*shape, len(AFFIXES)), dtype=torch.long),
            vectors=torch.zeros((*shape, axes)),
            letters=torch.zeros((*shape, LETTERS), dtype=torch.long),
            tags=torch.zeros(shape, dtype=torch.long),
            mask=torch.zeros(shape),
        )
        for at, (sentence, labels) in enumerate(zip(sentences, tags, strict=True)):
            words, affixes, vectors, letters = zip(*map(self._encode_word, sentence), strict=True)
            size = len(sentence)
            batch.words[at, :size] = torch.tensor(words)
            batch.affixes[at, :size] = torch.tensor(affixes)
            batch.vectors[at, :size] = torch.from_numpy(np.stack(vectors))
            batch.letters[at, :size] = torch.tensor(letters)
            batch.tags[at, :size] = torch.tensor([self._labels[label] for label in labels])
            batch.mask[at, :size] = 1
        return batch

    def _encode_word(self, form: Form) -> tuple[int, list[int], np.ndarray, list[int]]:
        if form not in self._seen:
            row, rest = self._stems.find(form.lower)
            self._seen[form] = (
                self._words.get(form.lower, 0),
                affix_ids(form, rest),
                self._stems.vectors([row])[0],
                letter_ids(form.text, self._letters),
            )
        return self._seen[form]


def _number(sentences: Sequence[Sequence[Form]], labels: list[str]) -> Numbers:
    counts = Counter(form.lower for sentence in sentences for form in sentence)
    words = sorted(word for word, count in counts.items() if count >= SEEN_OFTEN)
    letters = sorted({c for sentence in sentences for form in sentence for c in form.text})
    return Numbers(words, "".join(letters), labels)


def _iter_batches(lengths: Sequence[int], chance: random.Random) -> Iterator[list[int]]:
    """Yield all sentences in random batches of like length."""
    order = list(range(len(lengths)))
    chance.shuffle(order)
    batches = []
    for begin in range(0, len(order), BATCH * 40):
        pool = sorted(order[begin : begin + BATCH * 40], key=lambda at: lengths[at])
        batches += [pool[at : at + BATCH] for at in range(0, len(pool), BATCH)]
    chance.shuffle(batches)
    yield from batches


def _pick(scores: Tensor, tags: Tensor) -> Tensor:
    return scores.gather(1, tags[:, None]).squeeze(1)


def _pack_network(model: Model, numbers: Numbers) -> Parameters:
    weights = {name: value.detach().numpy() for name, value in model.state_dict().items()}
    packed: Parameters = {
        "net_word": weights["word.weight"],
        "net_letter": weights["letter.weight"],
        "net_vector_w": weights["vector.weight"].T,
        "net_vector_b": weights["vector.bias"],
        "net_conv_w": weights["conv.weight"].transpose(2, 1, 0),
        "net_conv_b": weights["conv.bias"],
        "net_in_w": weights["input.weight"].T,
        "net_in_b": weights["input.bias"],
        "net_out_w": weights["output.weight"].T,
        "net_out_b": weights["output.bias"],
    }
    packed |= {f"net_{name}": weights[f"affixes.{name}.weight"] for name in AFFIXES}
    for way, ending in (("fore", ""), ("back", "_reverse")):
        bias = weights[f"lstm.bias_ih_l0{ending}"] + weights[f"lstm.bias_hh_l0{ending}"]
        packed[f"net_{way}_w"] = _order_gates(weights[f"lstm.weight_ih_l0{ending}"]).T
        packed[f"net_{way}_u"] = _order_gates(weights[f"lstm.weight_hh_l0{ending}"]).T
        packed[f"net_{way}_b"] = _order_gates(bias)
    packed = {name: value.astype(np.float16) for name, value in packed.items()}
    packed["words"] = np.frombuffer("\n".join(numbers.words).encode(), dtype=np.uint8)
    packed["letters"] = np.array(numbers.letters)
    for name in ("transitions", "starts", "ends"):
        packed[name] = weights[name]
    return packed


def _order_gates(weights: np.ndarray) -> np.ndarray:
    """Put the candidate last and halve the others, whose sigmoid is taken by tanh."""
    enter, forget, candidate, leave = np.split(weights, 4)
    return np.concatenate([enter / 2, forget / 2, leave / 2, candidate])
