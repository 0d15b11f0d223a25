"""A person's name in Russian -> its nominative: one case and gender for all its words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache

from graphkit.languages.russian.declension import FIXED, Form, declines, forms
from graphkit.languages.russian.lemmas import CASES, parses
from graphkit.model import Case

# How likely a case of a person's name is, by natural logarithm.
CASE_GAINS = {
    Case.NOM: 0.0,
    Case.GEN: -0.8,
    Case.DAT: -1.0,
    Case.ACC: -1.3,
    Case.INS: -0.6,
    Case.LOC: -3.0,
}
CONTEXT_GAIN = 2.5
CONTEXT_LOSS = -1.5
EVIDENCE_GAIN = 2.0
# A man's name in a consonant that stands undeclined, a name in -а likewise.
UNDECLINED = -5.0
INDECLINABLE = -0.2
UNKNOWN_READING = -2.0
HOMOGRAPH = -2.0
GIVEN_LAST = 0.3
OBLIQUE_ENDINGS = ("ом", "ем", "ой", "ей", "ого", "ому", "ым")
# Endings of men's names of the region, where -а at the end is a genitive.
MEN = (
    "бек бай хан жан дин мурат берген болат тай али одир адир дияр рустам улла ильяс темир султан "
    "шах назар орхан ислам хамит хмет ахмед гельды кул"
).split()
# Endings of women's given names; any other unknown name in -а is rather a man's genitive.
WOMEN = tuple(
    """
    ира ина лина рина ила ия лла нна ида ода ора иза ика уза дана жана гуля мила ета эта оза
    ия ея ая ья аля оля
    """.split()
)
MEN_IN_IY = frozenset(
    """
    дмитрий юрий виталий анатолий валерий евгений геннадий аркадий василий григорий георгий
    алексий валентий терентий игнатий савелий макарий антоний
    """.split()
)
SYLLABLE = 4
# Longer syllables of Vietnamese and Chinese names, which do not decline inside a name.
SYLLABLES = frozenset("тхань нгуен хоанг фыонг хыонг куанг чыонг тхинь кхань тхуан чжуан".split())
PREPOSITIONS = {
    "с": {Case.INS},
    "со": {Case.INS},
    "к": {Case.DAT},
    "ко": {Case.DAT},
    "у": {Case.GEN},
    "от": {Case.GEN},
    "для": {Case.GEN},
    "вместо": {Case.GEN},
    "кроме": {Case.GEN},
    "о": {Case.LOC},
    "об": {Case.LOC},
    "при": {Case.LOC},
    "между": {Case.INS},
}


class Place(Enum):
    """Where a word stands in a name; ``SYLLABLE`` is the last of a Korean one."""

    FIRST = 1
    LAST = 2
    SYLLABLE = 3
    ALONE = 4


@dataclass(frozen=True, slots=True)
class Choice:
    """The reading of a whole name."""

    case: Case
    gender: str
    words: tuple[str, ...]
    score: float


def read_person(
    words: Sequence[str], cases: Iterable[Case] = (), seen: frozenset[str] = frozenset()
) -> Choice:
    """Return the likeliest reading of a name's words, which keep their capitals.

    ``cases``: those that the words before the name allow; ``seen``: casefolded words of
    the release, among which a nominative may stand.

    >>> read_person(["Гельмутом", "Колем"]).words
    ('Гельмут', 'Коль')
    """
    allowed = frozenset(cases)
    lows = [word.casefold() for word in words]
    korean = len(words) > 1 and all(
        (len(low) <= SYLLABLE or low in SYLLABLES)
        and low.isalpha()
        and (len(words) > 2 or not _is_known(low))
        for low in lows[:-1]
    )
    choices = []
    for case, gain in CASE_GAINS.items():
        context = 0.0 if not allowed else CONTEXT_GAIN if case in allowed else CONTEXT_LOSS
        for gender in "MF":
            found, total = [], gain + context
            for i, (_, low) in enumerate(zip(words, lows, strict=True)):
                fixed = korean and i < len(words) - 1 and (len(words) > 2 or not _is_known(low))
                place = _place(i, len(words), korean=korean)
                nominative, score = (
                    (low, 0.0) if fixed else _read_word(low, case, gender, seen, place)
                )
                found.append(nominative)
                total += score
            choices.append(Choice(case, gender, tuple(found), total))
    best = max(choices, key=lambda choice: choice.score)
    return replace(best, words=tuple(map(recase, words, best.words)))


def _read_word(
    low: str, case: Case, gender: str, seen: frozenset[str], place: Place
) -> tuple[str, float]:
    """Return the nominative of one word under a case and gender, and how well it fits."""
    if low.endswith(".") or low in FIXED or not low.replace("-", "").isalpha():
        return low, 0.0
    first = place in (Place.FIRST, Place.ALONE)
    known = known_nominatives(low) if first else frozenset()
    options = [
        (f.nominative, _score(low, f, seen, place)) for f in forms(low) if _fits(f, case, gender)
    ]
    if not declines(low, gender) or case is Case.NOM:
        options.append((low, _score_same(low, case, gender, place, declined=bool(options))))
    if known:  # what the dictionary does not know of a name that it has
        options = [
            (word, score + _known_score(low, (word, case, gender), known))
            for word, score in options
        ]
    return max(options, key=lambda option: option[1], default=(low, UNDECLINED))


def _known_score(
    low: str, option: tuple[str, Case, str], known: frozenset[tuple[str, Case, str]]
) -> float:
    """Return how well an option goes with the dictionary's readings.

    It has women's names such as «Дмитрия» and «Анне»: rarer than the forms of a common name.
    """
    if option not in known:
        return UNKNOWN_READING
    others = {nominative for nominative, _, _ in known} - {low}
    if option[0] != low or not others or (low.endswith("ия") and others.isdisjoint(MEN_IN_IY)):
        return 0.0
    return HOMOGRAPH


def _score_same(low: str, case: Case, gender: str, place: Place, *, declined: bool) -> float:
    """Return how well a word fits a case as it stands."""
    if case is Case.NOM:
        if low.endswith(OBLIQUE_ENDINGS) and len(low) > 3:
            return -2.5
        if gender == "F" and low[-1] in "ая" and place is Place.FIRST:
            return 0.0 if low.endswith(WOMEN) else -1.5
        if gender == "F" and low[-1] in "ая" and place is Place.LAST:
            return 0.0 if low.endswith(("ова", "ева", "ина", "ая")) else -1.0
        if gender == "M" and low[-1] in "ая":
            return -1.0
        return {"е": -1.2, "у": -0.8, "ю": -0.8, "ы": -2.0}.get(low[-1], 0.0)
    if place is not Place.LAST and low[-1] in "еыуюи":
        return -0.3 if low[-1] == "и" else -1.0
    if low[-1] == "ы" or (declined and low[-1] in "еую"):
        return -1.5
    return -0.8 if low[-1] == "е" else INDECLINABLE


def _place(i: int, length: int, *, korean: bool) -> Place:
    if korean and i == length - 1:
        return Place.SYLLABLE
    if length == 1:
        return Place.ALONE
    return Place.FIRST if i == 0 else Place.LAST


def _fits(form: Form, case: Case, gender: str) -> bool:
    return form.case is case and form.gender == gender


def _score(low: str, form: Form, seen: frozenset[str], place: Place) -> float:
    score = GIVEN_LAST if form.given and place is Place.LAST else form.score
    if place is Place.SYLLABLE and form.gender == "M" and form.nominative == low[:-1]:
        score += 2.0
    if place is Place.SYLLABLE and form.case is Case.INS and form.nominative == low[:-2]:
        score += 2.0
    if form.nominative != low and form.nominative in seen:
        score += EVIDENCE_GAIN
    if low.endswith("а") and form.case is not Case.NOM and low[:-1].endswith(tuple(MEN)):
        score += 2.0
    return score


@lru_cache(maxsize=1 << 14)
def known_nominatives(low: str) -> frozenset[tuple[str, Case, str]]:
    """Return (nominative, case, gender) of what the dictionary knows as a given name."""
    found = set()
    for reading in parses(low):
        tag = reading.tag
        if reading.is_known and "Name" in tag and tag.number == "sing" and tag.case in CASES:
            nominative = low if "Fixd" in tag else str(reading.normal_form)
            for gender in {"masc": "M", "femn": "F"}.get(tag.gender, "MF"):
                found.add((nominative, Case(CASES[tag.case]), gender))
    return frozenset(found)


def _is_known(low: str) -> bool:
    return any("Name" in r.tag and r.is_known for r in parses(low))


@lru_cache(maxsize=1 << 14)
def title_cases(word: str) -> frozenset[Case]:
    """Return the cases in which a noun for a person may stand («министром»), if it is one."""
    return frozenset(
        Case(CASES[reading.tag.case])
        for reading in parses(word)
        if reading.tag.POS == "NOUN"
        and reading.tag.animacy == "anim"
        and reading.is_known
        and reading.tag.case in CASES
        and not any(grammeme in reading.tag for grammeme in ("Name", "Surn", "Patr", "Geox"))
        and reading.tag.number == "sing"
    )


def recase(word: str, low: str) -> str:
    """Return a casefolded form with the capitals of the word it was made from.

    >>> recase("ВАН-ДЕРОМ", "ван-дер"), recase("МИДом", "мид")
    ('ВАН-ДЕР', 'МИД')
    """
    if word.isupper() and len(word) > 1:
        return low.upper()
    parts, lows = word.split("-"), low.split("-")
    if len(parts) == len(lows) > 1:
        return "-".join(map(recase, parts, lows))
    folded = word.casefold()
    same = 0
    while same < min(len(low), len(word)) and low[same] == folded[same]:
        same += 1
    return word[:same] + low[same:]
