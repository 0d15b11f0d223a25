"""What the extractors must know of a language's word order, behind one interface.

Phrases (places, bodies, roles, persons) stand side by side; a language says how two
neighbours hang together and how far a body's name reaches around its generic noun.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple, Protocol

from graphkit.languages.document import Document, Token


class Link(StrEnum):
    """How one phrase modifies its neighbour."""

    OWNER = "owner"  # the Senate's chair, министр Казахстана, Қазақстанның елшісі
    AT = "at"  # ambassador to, посол в, -дағы елшісі
    IN = "in"  # a group in a parliament: Парламентінде достық тобы
    FOR = "for"  # representative for, по, жөніндегі
    AND = "and"  # coordinated


class Phrase(NamedTuple):
    """Tokens ``start`` to ``end`` (exclusive); ``head`` is the noun that carries the case."""

    start: int
    end: int
    head: int


class Bond(NamedTuple):
    """A link between two neighbouring phrases; ``head_first`` says which one is modified.

    A ``tight`` bond holds only where nothing else that modifies the head stands between.
    """

    link: Link
    head_first: bool
    tight: bool = False


class Syntax(Protocol):
    """A language's word order. One implementation a language, in ``languages/<name>/syntax.py``.

    ``home`` is the country whose releases are written in the language, where there is one;
    ``owner_words`` stand between a body and the owner that follows it ("of "),
    ``portfolio_words`` between a title and its portfolio in their stead ("for ");
    ``small_honorifics`` says that forms of address are written small («баронесса»);
    ``titles_in_rows`` says that titles of one man stand before his name with commas;
    ``pronouns`` are those that may stand for a body, ``person_pronouns`` for a person,
    ``latter_pronouns`` for the one named last; ``ranks`` stand before a deputy's title
    ("first"), ``deputising`` words make one of a minister's ("associate"), where no label has them.
    """

    home: str | None
    owner_words: str
    portfolio_words: str
    small_honorifics: bool
    titles_in_rows: bool
    pronouns: frozenset[str]
    person_pronouns: frozenset[str]
    latter_pronouns: frozenset[str]
    ranks: frozenset[str]
    deputising: frozenset[str]

    def head(self, doc: Document, start: int, end: int) -> int:
        """Return the token that carries the case of a phrase."""
        ...

    def bonds(self, doc: Document, left: Phrase, right: Phrase) -> tuple[Bond, ...]:
        """Return how two phrases may hang together, likeliest first; none if they do not."""
        ...

    def name_extent(
        self, doc: Document, start: int, end: int, closed: Callable[[int], bool]
    ) -> tuple[int, int]:
        """Return how far the proper name around a generic noun (``start``..``end``) reaches.

        ``closed(i)`` says that token ``i`` belongs to another phrase.
        """
        ...

    def is_title_before(self, doc: Document, title: Phrase, person: Phrase) -> bool:
        """Say whether a title phrase that ends before a person's name belongs to it."""
        ...

    def is_title_after(self, doc: Document, person: Phrase, title: Phrase) -> bool:
        """Say whether a title phrase that follows a person's name stands in apposition to it."""
        ...

    def agent_follows(self, doc: Document, start: int, end: int) -> bool:
        """Say whether the one who leads stands behind these words («во главе с», "headed by")."""
        ...

    def is_predicate(self, doc: Document, title: Phrase) -> bool:
        """Say whether a title is told of a subject ("was the ambassador", «елшісі болды»)."""
        ...

    def subject_follows(self, doc: Document, title: Phrase, person: Phrase) -> bool:
        """Say whether the person of whom a title is told stands behind it."""
        ...

    def marks_side(self, doc: Document, start: int, end: int) -> bool:
        """Say whether a place names the side on which people stand («с казахстанской стороны»)."""
        ...

    def compose(self, country: str, body: str) -> tuple[str, ...]:
        """Return the names of a country's body, from the nominatives of both."""
        ...

    def is_plural(self, token: Token) -> bool:
        """Say whether a noun stands in the plural."""
        ...

    def is_verb(self, token: Token) -> bool:
        """Say whether a word is a form of a verb."""
        ...

    def complement_end(self, doc: Document, title: Phrase, closed: Callable[[int], bool]) -> int:
        """Return the end of a title with the unknown name that completes it, else its own."""
        ...

    def is_owner(self, doc: Document, title: Phrase) -> bool:
        """Say whether a title stands in the form of an owner («Президенттің», «Президента»)."""
        ...

    def owned(self, owner: str, body: str) -> tuple[str, ...]:
        """Return further names of a body that another one owns, from the nominatives of both."""
        ...

    def is_tongue(self, doc: Document, start: int, end: int) -> bool:
        """Say whether an adjective of a country means its language."""
        ...

    def ends_name(self, token: Token) -> bool:
        """Say whether a word of a person's name stands in a form that only its last word has."""
        ...

    def is_home_name(self, name: str) -> bool:
        """Say whether a person may be of the home country by the form of his name."""
        ...

    def portfolio(
        self, doc: Document, start: int, end: int, closed: Callable[[int], bool]
    ) -> tuple[int, int]:
        """Return how far a minister's title reaches over the words of his portfolio."""
        ...

    def possessed(self, body: str) -> str:
        """Return a body's name in the form that it has behind an owner."""
        ...
