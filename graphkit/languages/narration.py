"""What the event extractors must know of how a language tells of events, behind one interface."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol

from graphkit.languages.document import Document
from graphkit.languages.syntax import Phrase


class Telling(StrEnum):
    """What a sentence does with the words for an event."""

    TOLD = "told"  # it says that the event took place: "met", «кездесу өткізді»
    BACK = "back"  # it speaks of one told before: "at the meeting", «в ходе беседы»
    PLANNED = "planned"  # it says that the event will take place: "will meet", «встретится»
    ASIDE = "aside"  # it modifies a noun by it: «прибывший с визитом», "the signed paper"
    NAMED = "named"  # it only names the event: "asked for a meeting", «к визиту»


class Narration(Protocol):
    """How a language tells of events. One instance a language: ``languages/<name>/narration.py``.

    ``verb_last`` says that those who take part stand before the words for an event;
    ``partner_words`` join a partner to an event ("met with the group"), ``company_words``
    one who is there ("attended by"); ``plurals`` are pronouns for all of whom the sentence
    before told.
    """

    verb_last: bool
    partner_words: frozenset[str]
    company_words: frozenset[str]
    plurals: frozenset[str]

    def telling(self, doc: Document, start: int, end: int, holds: frozenset[int]) -> Telling:
        """Return what a sentence does with the words for an event (``start`` to ``end``).

        ``holds`` are the tokens of verbs that say of a noun that it took place ("held").
        """
        ...

    def opens_clause(self, doc: Document, token: int) -> bool:
        """Say whether a token opens a clause with a subject of its own ("where", «где»)."""
        ...

    def takes_part(self, doc: Document, phrase: Phrase, start: int, end: int) -> bool:
        """Say whether a phrase may be one of those who act in an event, by its case or preposition.

        ``start`` to ``end`` are the words for the event.
        """
        ...

    def is_subject(self, doc: Document, phrase: Phrase) -> bool:
        """Say whether a phrase may be the subject of its clause."""
        ...

    def owns_clause(self, doc: Document, phrase: Phrase, start: int, end: int) -> bool:
        """Say whether a phrase is the subject of the words ``start`` to ``end`` by its genitive."""
        ...

    def event_end(self, doc: Document, start: int, end: int) -> int:
        """Return where words for an event end, with the verb that belongs to them."""
        ...

    def is_location(self, doc: Document, place: Phrase, *, goal: bool = False) -> bool:
        """Say whether a place phrase tells where something happens, or (``goal``) where to."""
        ...

    def modified_side(self, doc: Document, start: int, end: int) -> int:
        """Say where the noun stands that an event word modifies: -1 before, 1 behind, 0 unknown."""
        ...

    def is_host(self, doc: Document, body: Phrase, start: int, end: int) -> bool:
        """Say whether a body is the one whose gathering (``start`` to ``end``) a sentence names."""
        ...

    def tells_apart(self, doc: Document, start: int, end: int) -> bool:
        """Say whether words for an event tell of one with each of the partners behind them."""
        ...

    def is_denied(self, doc: Document, start: int, end: int) -> bool:
        """Say whether a sentence denies the event that the words ``start`` to ``end`` tell."""
        ...
