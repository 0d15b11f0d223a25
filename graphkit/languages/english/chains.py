"""Sentences of English -> chains of capitalised words, each word with its class."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache, lru_cache
from pathlib import Path

from lemminflect import getAllLemmas
from spacy.tokens import Doc, Token

from graphkit.knowledge import NAMES, Knowledge, Scheme, Use
from graphkit.languages.rules import is_initial

PARTICLES = frozenset(
    "van der den de del della di da dos du la le von zu bin bint ibn al el ter ten af av y e do"
    " das dello ould ul uulu kyzy uly".split()
)
GLUED = ("al-", "el-", "ad-", "ar-", "as-", "at-", "an-")  # "al-Said"
# Capitalised words that are neither names nor in the tables of ordinary words.
CALENDAR = frozenset(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday nauryz christmas easter".split()
)
FUNCTION_WORDS = frozenset(
    """
    the a an this that these those it its he she they we you i his her their our my your who
    which what when where while during after before following earlier later today yesterday
    both as at by for from in into of on to with without and or but nor if also among between
    under over since until however therefore meanwhile thus such some many most all each
    every no not there here then now speaking according addressing welcoming concluding
    """.split()
)
# Words of names of bodies, besides those that the knowledge base has as labels of types.
BODY_WORDS = frozenset(
    """
    ministry committee commission council parliament senate assembly university institute
    academy agency bank fund foundation association union society organisation organization
    department office bureau centre center court embassy consulate mission chamber house
    group company corporation holding party federation league alliance secretariat authority
    board directorate delegation club museum library school college hospital service
    administration government cabinet congress initiative network
    """.split()
)
# Not names of persons, though capitalised: documents, meetings, roads, awards, nature.
OTHER_WORDS = frozenset(
    """
    forum programme project agreement declaration treaty charter protocol memorandum
    convention partnership cooperation framework roadmap strategy plan act law summit
    conference congress dialogue
    festival games cup prize award order medal day week year decade corridor route railway
    pipeline port airport street avenue square road palace hotel hall stadium sea ocean lake
    river mountains mountain region province district oblast valley desert island islands
    gulf bay canal bridge airlines airways times news post agenda nations states republic
    kingdom federation emirates city
    """.split()
)


HONORIFICS = frozenset(
    """
    mr mr. mrs mrs. ms ms. miss dr dr. sir dame lord lady baron baroness madam madame h.e. he
    prof. prof professor hon. hon honourable honorable viscount earl count sheikh sheikha hrh
    h.r.h. prince princess excellency rev. rev gen. col. sen. rep. gov. amb. amb capt. lt. maj.
    adm. shri smt smt. eng. highness h.h. hh
    """.split()
)
EXTRA_TITLES = frozenset(
    """
    deputy vice co-chair co-chairman vice-chair vice-chairman chair mp mep td msp kc qc obe cbe kcmg
    phd vice-president vice-minister vice-speaker chargé
    """.split()
)


GIVEN_TITLES = frozenset({"sultan", "emir", "amir", "sheikha"})


class Sort(Enum):
    """What a capitalised word may be in a name."""

    TITLE = auto()  # word of a post: Minister, Speaker, Deputy
    BODY = auto()  # word of a body: Ministry, University
    PLACE = auto()  # country, town, or people: Kazakhstan, Kazakh
    WORD = auto()  # ordinary English word
    NAME = auto()  # no English word
    INITIAL = auto()


@dataclass(frozen=True, slots=True)
class Lexis:
    """Casefolded words of the knowledge base by their use in English names."""

    titles: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[str]
    honorifics: frozenset[str]
    speech: frozenset[str]
    given: frozenset[str]


def make_lexis(knowledge: Knowledge) -> Lexis:
    """Return what the chains are read with, from the labels of roles, types and places."""
    lasting = FUNCTION_WORDS | PARTICLES
    given = load_given_names()
    posts = _labels(knowledge, (Scheme.ROLE,), *NAMES, Use.HIDDEN)
    titles = frozenset(head_noun(label) for label in posts)
    places = _labels(
        knowledge,
        (Scheme.COUNTRY, Scheme.REGION, Scheme.CITY),
        *(*NAMES, Use.ADJECTIVE, Use.INHABITANT),
    )
    return Lexis(
        titles=(titles | EXTRA_TITLES) - lasting - given,
        bodies=BODY_WORDS,
        places=frozenset(_with_plurals(_lone_words(places))) - lasting - given,
        honorifics=HONORIFICS,
        speech=frozenset(_triggers(knowledge, "word/speech")),
        given=given,
    )


@cache
def load_given_names() -> frozenset[str]:
    """Return frequent given names, casefolded, less those that are months."""
    lines = Path(__file__).with_name("given_names.txt").read_text(encoding="utf-8").split("\n")
    return frozenset(name for name in lines if name and name[0] != "#") - CALENDAR


def sort_word(token: Token, lexis: Lexis) -> Sort:
    """Return what a capitalised word may be, by itself."""
    if is_initial(token):
        return Sort.INITIAL
    low = token.text.casefold()
    if low in GIVEN_TITLES and _opens_arab_name(token):
        return Sort.NAME
    if low in lexis.bodies:
        return Sort.BODY
    if low in lexis.titles:
        return Sort.TITLE
    if low in lexis.places:
        return Sort.PLACE
    if low in lexis.given:
        return Sort.NAME
    return Sort.WORD if is_ordinary(token.text) else Sort.NAME


def _opens_arab_name(token: Token) -> bool:
    """Say whether a title is a given name: "Sultan Al Mansouri", "Dr. Sultan bin Saeed"."""
    following = token.doc[token.i + 1 : token.i + 2].text.casefold()
    return following in {"al", "bin", "ibn", "bint"} or following.startswith(GLUED)


@lru_cache(maxsize=1 << 16)
def is_ordinary(word: str) -> bool:
    """Say whether a word is English though no name: in the tables, or of a closed class."""
    low = word.casefold().replace("\u2019", "'")
    if low in FUNCTION_WORDS or low in CALENDAR or low in OTHER_WORDS:
        return True
    parts = low.split("-")
    if len(parts) > 1:
        return all(_in_tables(part) for part in parts)
    return _in_tables(low)


def is_capital(token: Token) -> bool:
    """Say whether a word can be in a chain: capital first, or a glued article ("al-Said")."""
    text = token.text
    if text.startswith(GLUED) and text[3:4].isupper():
        return True
    plain = text.replace("-", "").replace("'", "").replace("\u2019", "")
    return text[:1].isupper() and (is_initial(token) or plain.isalnum())


def find_chains(doc: Doc, free: Sequence[bool]) -> Iterator[list[int]]:
    """Yield runs of capitalised words of one sentence, with particles between them.

    ``free`` says of each token whether it belongs to no name that is known already.
    An editor's bracket inside a name stands in no one's way ("Jacques] Delors").
    """
    chain: list[int] = []
    for token in doc:
        here = free[token.i] and is_capital(token)
        if chain and token.is_sent_start:
            yield chain
            chain = []
        if here:
            chain.append(token.i)
        elif not (chain and free[token.i] and _joins(doc, token.i, free)):
            if chain:
                yield chain
            chain = []
    if chain:
        yield chain


def _joins(doc: Doc, at: int, free: Sequence[bool]) -> bool:
    """Say whether a particle or bracket stands inside a name that goes on."""
    text = doc[at].text
    if text not in PARTICLES and text != "]":
        return False
    after = at + 1
    while after < len(doc) and doc[after].text in PARTICLES:
        after += 1
    if after == len(doc) or not free[after] or not is_capital(doc[after]):
        return False
    return text != "]" or any(doc[i].text == "[" for i in range(max(0, at - 8), at))


def head_noun(label: str) -> str:
    """Return the casefolded noun of a post's label that the other words belong to.

    >>> head_noun("Minister of Foreign Affairs"), head_noun("special envoy")
    ('minister', 'envoy')
    """
    before = re.split(r" (?:of|for|to|at|in|d'|ad) |, ", label.casefold())[0]
    return before.rsplit(" ", 1)[-1]


def _with_plurals(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        yield word
        yield f"{word}s"


def _in_tables(word: str) -> bool:
    if len(word) < 2:
        return False
    return bool(getAllLemmas(word)) or word in FUNCTION_WORDS


def _labels(knowledge: Knowledge, schemes: Iterable[Scheme], *uses: Use) -> Iterator[str]:
    for concept in knowledge.scheme(*schemes):
        yield from concept.names("en", *uses)


def _lone_words(labels: Iterable[str]) -> Iterator[str]:
    return (label.casefold() for label in labels if " " not in label and len(label) > 1)


def _triggers(knowledge: Knowledge, concept: str) -> tuple[str, ...]:
    found = knowledge.get(concept)
    return found.names("en", Use.TRIGGER) if found else ()
