"""Words a second of the Kazakh recogniser beside a plain spaCy CNN's, both in one run.

Run it as ``python tests/benchmarks/bench_recognition.py [FOLDER]``, where FOLDER holds
KazNERD (default: ``GRAPHKIT_KAZNERD``, or ``shared/kaznerd`` beside the repository). Both
read the same Docs of about 20 sentences, one thread each, the better of three runs.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from graphkit.languages.kazakh.recognizer import make_recognizer
from graphkit.languages.kazakh.training.data import Sentence, find_spans, read_sentences

SENTENCES_A_DOC = 20
RUNS = 3
CNN = {
    "model": {
        "@architectures": "spacy.TransitionBasedParser.v2",
        "state_type": "ner",
        "extra_state_tokens": False,
        "hidden_width": 64,
        "maxout_pieces": 2,
        "use_upper": True,
        "tok2vec": {
            "@architectures": "spacy.HashEmbedCNN.v2",
            "width": 96,
            "depth": 4,
            "embed_size": 2000,
            "window_size": 1,
            "maxout_pieces": 3,
            "subword_features": True,
            "pretrained_vectors": None,
        },
    }
}


def make_docs(nlp: Language, sentences: list[Sentence]) -> list[Doc]:
    """Return Docs of some sentences each, sentence bounds set."""
    return [_make_doc(nlp, sentences[i : i + SENTENCES_A_DOC]) for i in _steps(len(sentences))]


def train_cnn(nlp: Language, sentences: list[Sentence]) -> Callable[[Iterable[Doc]], Iterator[Doc]]:
    """Return a plain CNN after some updates: its speed is that of a trained one."""
    ner = nlp.add_pipe("ner", config=CNN)
    examples = []
    for sentence in sentences:
        gold = Doc(nlp.vocab, words=list(sentence.words))
        spans = sorted(find_spans(sentence.tags))
        gold.ents = tuple(Span(gold, start, end, label=label) for start, end, label in spans)
        examples.append(Example(Doc(nlp.vocab, words=list(sentence.words)), gold))
    nlp.initialize(lambda: examples)
    for begin in range(0, len(examples), 64):
        nlp.update(examples[begin : begin + 64])
    return ner.pipe


def words_a_second(pipe: Callable[[Iterable[Doc]], Iterator[Doc]], docs: list[Doc]) -> float:
    """Return the better speed of some runs over copies of the Docs."""
    words = sum(len(doc) for doc in docs)
    speeds = []
    for _ in range(RUNS):
        copies = [doc.copy() for doc in docs]
        began = time.perf_counter()
        for _ in pipe(copies):
            pass
        speeds.append(words / (time.perf_counter() - began))
    return max(speeds)


def compare(folder: Path) -> dict[str, float]:
    """Return words a second by recogniser."""
    nlp = spacy.blank("xx")
    sentences = read_sentences(folder / "test.iob2")
    docs = make_docs(nlp, sentences[:4000])
    recognizer = make_recognizer(nlp, "recognizer", {})
    cnn = train_cnn(nlp, read_sentences(folder / "train.iob2")[:1000])
    next(recognizer.pipe([nlp.make_doc("Қазақстан")]))  # reads the model
    return {
        "graphkit": words_a_second(recognizer.pipe, docs),
        "spaCy CNN": words_a_second(cnn, docs),
    }


def _steps(length: int) -> range:
    return range(0, length, SENTENCES_A_DOC)


def _make_doc(nlp: Language, sentences: list[Sentence]) -> Doc:
    words = [word for sentence in sentences for word in sentence.words]
    starts = [at == 0 for sentence in sentences for at in range(len(sentence.words))]
    return Doc(nlp.vocab, words=words, sent_starts=starts)


def _find_folder() -> Path:
    given = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("GRAPHKIT_KAZNERD")
    return Path(given) if given else Path(__file__).resolve().parents[3] / "shared" / "kaznerd"


if __name__ == "__main__":
    for name, speed in compare(_find_folder()).items():
        print(f"{name:10} {speed:10,.0f} words a second")
