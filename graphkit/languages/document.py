"""A Doc as the extractors read it: its tokens once, in plain Python.

The extractors ask for the same few words again and again, and each ``doc[i].lower_`` of spaCy
makes a token and looks a string up. Read once into slots, a release is extracted in half the
time. The names are those of spaCy, so that its documentation holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

if not Doc.has_extension("title_end"):  # a Doc that no pipeline has made has none
    Doc.set_extension("title_end", default=0)

COLUMNS: list[int | str] = ["ORTH", "LEMMA", "POS", "MORPH", "SENT_START", "IDX", "SPACY"]
MAX_REMEMBERED = 1 << 17
INITIAL = re.compile(r"^(?:[^\W\d_][^\W\d_]?\.(?:-[^\W\d_]\.)?)+$")
Form = tuple[str, str, bool, bool, bool, bool, bool, bool, bool]


def _is_capital(text: str) -> bool:
    """Say whether a word can be a part of a name by its letters."""
    head, dash, rest = text.partition("-")
    if dash and len(head) <= 3 and rest[:1].isupper() and rest.isalpha():
        return True  # «әл-Мутлақ», "al-Said"
    return (
        text[:1].isupper()
        and len(text) > 1
        and text.replace("-", "").replace("’", "").replace("'", "").isalpha()
        and not (text.isupper() and len(text) < 4 and text.isalpha() and len(text) > 1)
    )


class _Forms(dict[int, Form]):
    """What is known of a word by its letters, by spaCy's number for it: once a process."""

    def __init__(self, vocab: Vocab) -> None:
        self._vocab = vocab

    def __missing__(self, orth: int) -> Form:
        lexeme = self._vocab[orth]
        text = lexeme.text
        is_initial = text[:1].isupper() and INITIAL.match(text) is not None
        form = (
            text, lexeme.lower_, text.isalpha(), text.isdigit(), lexeme.is_punct, text.isspace(),
            lexeme.is_stop, is_initial, _is_capital(text),
        )  # fmt: skip
        if len(self) < MAX_REMEMBERED:
            self[orth] = form
        return form


class _Words(dict[int, str]):
    """Lemmas and parts of speech by spaCy's numbers."""

    def __init__(self, vocab: Vocab) -> None:
        self._strings = vocab.strings
        self[0] = ""

    def __missing__(self, number: int) -> str:
        word = self._strings[number]
        if len(self) < MAX_REMEMBERED:
            self[number] = word
        return word


class _Analyses(dict[int, "Features"]):
    """Sets of features by spaCy's numbers; a language has some hundreds."""

    def __init__(self, vocab: Vocab) -> None:
        self._strings = vocab.strings
        self[0] = Features("")

    def __missing__(self, number: int) -> Features:
        found = self[number] = Features(self._strings[number])
        return found


@dataclass(frozen=True, slots=True)
class _Memory:
    """What is known of the words of one vocabulary."""

    vocab: Vocab
    forms: _Forms
    words: _Words
    features: _Analyses


@lru_cache(maxsize=8)
def _memory(vocab: Vocab) -> _Memory:
    return _Memory(vocab, _Forms(vocab), _Words(vocab), _Analyses(vocab))


class Features:
    """The morphological features of a token (Universal Dependencies), by name."""

    __slots__ = ("_values", "case")

    def __init__(self, written: str) -> None:
        """Read ``written`` in the form of UD: ``Case=Gen|Number=Plur,Sing``."""
        pairs = (pair.partition("=") for pair in written.split("|") if pair)
        self._values = {name: values.split(",") for name, _, values in pairs}
        self.case = next(iter(self.get("Case")), None)

    def get(self, name: str) -> list[str]:
        """Return the values of a feature, none if the token has none."""
        return self._values.get(name, _NONE)


_NONE: list[str] = []


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """Tokens ``start`` to ``end`` (exclusive), and the first character and the text of them."""

    start: int
    end: int
    start_char: int
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Entity:
    """Tokens ``start`` to ``end`` (exclusive) to which the recogniser gives a label."""

    start: int
    end: int
    label: str

    def __len__(self) -> int:
        return self.end - self.start


class Token:
    """One token: the attributes of spaCy's that the extractors ask for.

    ``key`` is its lemma, or where the pipeline gives none the casefolded word, by which labels
    are found; ``case`` is its case (UD), if it has one; ``is_initial`` says that it is one or
    more initials («Е.», "D.W."), ``is_capital`` that it can be a part of a name by its letters.
    """

    __slots__ = (
        "case",
        "doc",
        "i",
        "idx",
        "is_alpha",
        "is_capital",
        "is_digit",
        "is_initial",
        "is_punct",
        "is_sent_start",
        "is_space",
        "is_stop",
        "key",
        "lemma_",
        "lower_",
        "morph",
        "pos_",
        "sent",
        "text",
        "whitespace_",
    )

    sent: Sentence

    def __init__(self, doc: Document, i: int, row: Sequence[int], known: _Memory) -> None:
        """Read one row of numbers that stand for ``COLUMNS``."""
        orth, lemma, pos, morph, sent_start, self.idx, is_spaced = row
        self.doc = doc
        self.i = i
        (
            self.text, self.lower_, self.is_alpha, self.is_digit, self.is_punct, self.is_space,
            self.is_stop, self.is_initial, self.is_capital,
        ) = known.forms[orth]  # fmt: skip
        self.lemma_ = known.words[lemma]
        self.key = self.lemma_ or self.lower_
        self.pos_ = known.words[pos]
        self.morph = known.features[morph]
        self.case = self.morph.case
        self.whitespace_ = " " if is_spaced else ""
        self.is_sent_start = sent_start == 1

    def __len__(self) -> int:
        return len(self.text)

    def __repr__(self) -> str:
        return self.text

    @property
    def like_num(self) -> bool:
        """Say whether it is a number, in digits or words."""
        return bool(self.doc.spacy[self.i].like_num)

    def nbor(self, offset: int = 1) -> Token:
        """Return the token ``offset`` places on."""
        return self.doc[self.i + offset]


class Document(list[Token]):
    """The tokens of a Doc, with its sentences and entities; slices are lists of tokens."""

    def __init__(self, doc: Doc) -> None:
        rows: list[list[int]] = doc.to_array(COLUMNS).tolist()
        known = _memory(doc.vocab)
        super().__init__(Token(self, i, row, known) for i, row in enumerate(rows))
        self.spacy = doc
        self.text: str = doc.text
        self.title_end: int = doc._.title_end
        self.ents = tuple(Entity(ent.start, ent.end, ent.label_) for ent in doc.ents)
        spans = doc.sents if doc.has_annotation("SENT_START") else [doc[:]]
        self.sents = tuple(Sentence(s.start, s.end, s.start_char, s.text) for s in spans)
        for sent in self.sents:
            for token in self[sent.start : sent.end]:
                token.sent = sent

    def span(self, start: int, end: int) -> Span:
        """Return tokens ``start`` to ``end`` as spaCy has them."""
        return self.spacy[start:end]

    def text_of(self, start: int, end: int) -> str:
        """Return the text of tokens ``start`` to ``end``, without the blank that follows it."""
        begin, stop = self.characters(start, end)
        return self.text[begin:stop]

    def characters(self, start: int, end: int) -> tuple[int, int]:
        """Return the characters of tokens ``start`` to ``end``."""
        start, end = min(start, len(self)), min(end, len(self))
        if start < end:
            last = self[end - 1]
            return self[start].idx, last.idx + len(last.text)
        at = self[start].idx if start < len(self) else len(self.text)
        return at, at
