"""The component ``sentences``: where sentences begin in a press release.

A rule for each thing that misleads a splitter there: titles, list items, initials,
abbreviations, quotations whose closing mark is missing, and lines that were wrapped by hand.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc, Token

if not Doc.has_extension("title_end"):
    Doc.set_extension("title_end", default=0)

FACTORY = "graphkit_sentences"
TERMINATORS = frozenset({".", "!", "?", "…", "...", "?!", "!!", "!..", "?.."})
CLOSERS = frozenset("»”\"'’)]“")
OPENERS = frozenset("«“„\"'‘([")
DASHES = frozenset({"-", "–", "—", "―", "−"})
BULLETS = frozenset({"•", "·", "*", "▪", "●"})
LIST_ENDS = (";",)

# A text is taken as wrapped by hand when most of its lines are about this long.
WRAPPED_LINE = range(50, 101)


@Language.factory(
    FACTORY,
    default_config={"never_end": [], "may_end": [], "starters": []},
    assigns=["token.is_sent_start"],
)
def make_sentences(
    nlp: Language, name: str, never_end: list[str], may_end: list[str], starters: list[str]
) -> Sentences:
    """Return the component; the lists are casefolded and carry their full stops."""
    return Sentences(never_end=never_end, may_end=may_end, starters=starters)


class Sentences:
    """Sets ``token.is_sent_start``.

    ``never_end``: abbreviations that stand before what they belong to ("Mr.", «г.»);
    ``may_end``: those that end a sentence when a capital follows («т.б.», "etc.");
    ``starters``: words that begin a sentence even after a ``never_end`` of initials ("U.S.").
    """

    def __init__(
        self, *, never_end: Iterable[str], may_end: Iterable[str], starters: Iterable[str]
    ) -> None:
        self._never_end = frozenset(never_end)
        self._may_end = frozenset(may_end)
        self._starters = frozenset(starters)

    def __call__(self, doc: Doc) -> Doc:
        marks = np.full(len(doc), -1, dtype=np.int64)
        marks[list(self._find_starts(doc))] = 1
        # Set at once: a token that is asked to begin a sentence looks through its whole Doc.
        return doc.from_array(["SENT_START"], marks.view(np.uint64))  # type: ignore[arg-type]

    def _find_starts(self, doc: Doc) -> set[int]:
        starts: set[int] = set()
        wrapped = _is_wrapped(doc.text)
        title_end = doc._.title_end
        at_start = True  # the next word begins a sentence, whatever it is
        pending = False  # a sentence has ended if what follows may begin one
        for token in doc:
            if token.is_space:
                if "\n" in token.text and self._ends_line(doc, token, wrapped):
                    at_start = True
                continue
            if title_end and token.idx >= title_end and token.i:
                at_start, title_end = True, 0
            if pending and not at_start:
                if token.text in CLOSERS and not doc[token.i - 1].whitespace_:
                    continue
                at_start = _may_begin(token)
            if at_start:
                starts.add(token.i)
            at_start = False
            pending = self._ends_sentence(token, starts)
        return starts

    def _ends_sentence(self, token: Token, starts: set[int]) -> bool:
        text = token.text
        if text in TERMINATORS:
            return text != "." or not self._is_abbreviated(token, starts)
        if not text.endswith(".") or len(text) < 2:
            return False
        return self._ends_with(token, text)

    def _is_abbreviated(self, dot: Token, starts: set[int]) -> bool:
        if dot.i == 0 or dot.nbor(-1).whitespace_:
            return False
        before = dot.nbor(-1)
        if not before.text[-1].isalnum():
            return False
        if before.is_digit:  # «1. Item» counts; «… в 2026. Он» ends
            return before.i in starts or before.i == 0 or before.nbor(-1).is_space
        return not self._ends_with(dot, before.text + ".")

    def _ends_with(self, token: Token, text: str) -> bool:
        """Say whether a sentence may end with an abbreviation."""
        after = _next_word(token)
        if text.casefold() in self._may_end:
            return True
        if text.casefold() in self._never_end or _is_initial(text):
            return after is not None and after.text.casefold() in self._starters
        return len(text) > 2 and not (text[:-1].isdigit() and token.i == 0)

    @staticmethod
    def _ends_line(doc: Doc, space: Token, wrapped: bool) -> bool:
        """Say whether a line break ends a sentence."""
        if space.i + 1 == len(doc) or "\n\n" in space.text.replace(" ", "").replace("\r", ""):
            return True
        after = _next_word(space)
        if after is None or space.i == 0:
            return True
        before = doc[space.i - 1]
        if after.text in DASHES or after.text in BULLETS or before.text in LIST_ENDS:
            return True
        if before.text in TERMINATORS or before.text in CLOSERS:
            return True
        return not (wrapped or after.text[:1].islower())


def _may_begin(token: Token) -> bool:
    """Say whether a word after the end of a sentence begins the next one."""
    if token.text in DASHES or token.text in OPENERS:
        after = _next_word(token)
        if after is not None and after.text in OPENERS:
            after = _next_word(after)
        return after is not None and not after.text[:1].islower()
    return not token.text[:1].islower() and token.text[:1].isalnum()


def _next_word(token: Token) -> Token | None:
    following = token.i + 1
    doc = token.doc
    while following < len(doc):
        if not doc[following].is_space:
            return doc[following]
        following += 1
    return None


def _is_initial(text: str) -> bool:
    """Say whether a text is an initial or several («Қ.», «Дж.», "D.W.", «Қ.-Ж.»)."""
    parts = text.replace("-", "").split(".")
    return all(len(part) <= 2 and part[:1].isupper() for part in parts[:-1]) and not parts[-1]


def _is_wrapped(text: str) -> bool:
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) < 4:
        return False
    inner = sum(
        len(line) in WRAPPED_LINE and not line.rstrip().endswith((".", "!", "?", "»", '"', ";"))
        for line in lines
    )
    return inner >= 0.6 * len(lines)
