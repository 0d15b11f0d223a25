"""The verb forms of Kazakh that carry events and speech: from a form to its root.

A verb's dictionary form is its verbal noun in -у: «кездесті», «кездесіп», «кездескен»
and «кездеседі» are forms of «кездесу».
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from graphkit.languages.kazakh.sounds import (
    UNVOICED,
    VOICED,
    VOWELS,
    Harmony,
    Sound,
    has_vowel,
)
from graphkit.languages.kazakh.suffixes import SONOROUS, Suffix, pair

CONSONANT = Sound.ANY & ~Sound.VOWEL


class Form(StrEnum):
    """A form of a verb."""

    PAST = "Past"
    PAST_PERSON = "PastP"
    PRESENT_PERSON = "PresP"
    PRESENT = "Pres"
    EVIDENTIAL = "Evid"
    CONDITIONAL = "Cond"
    IMPERATIVE = "Imp"
    CONVERB = "Conv"
    PARTICIPLE = "Part"
    FUTURE = "Fut"
    HABITUAL = "Hab"
    INTENT = "Int"


# Forms that end in these and stand alone; a person's ending may follow.
PAST = (*pair("ды", SONOROUS), *pair("ты", Sound.VOICELESS))
PAST_PERSONS = ("", "м", "ң", "қ", "к", "ңыз", "ңіз")
PRESENT_PERSONS = ("ды", "ді", "мын", "мін", "сың", "сің", "сыз", "сіз", "мыз", "міз")
CONDITIONAL = pair("са", Sound.ANY)
IMPERATIVE = pair("сын", Sound.ANY)
# Forms that decline.
PARTICIPLE = (*pair("ған", SONOROUS), *pair("қан", Sound.VOICELESS))
INTENT = (
    *pair("мақ", Sound.VOWEL | Sound.GLIDE | Sound.LATERAL),
    *pair("бақ", Sound.NASAL | Sound.VOICED),
    *pair("пақ", Sound.VOICELESS),
)
NEGATIONS = (
    *pair("ма", Sound.VOWEL | Sound.GLIDE | Sound.LATERAL),
    *pair("ба", Sound.NASAL | Sound.VOICED),
    *pair("па", Sound.VOICELESS),
)


def verbal_noun(root: str) -> str:
    """Return the dictionary form of a root.

    >>> [verbal_noun(r) for r in ("кездес", "тап", "шық", "оқы", "қой", "қабылда")]
    ['кездесу', 'табу', 'шығу', 'оқу', 'қою', 'қабылдау']
    """
    last = root[-1]
    if last in "ыі":
        return root[:-1] + "у"
    if last == "й":
        return root[:-1] + "ю"
    if last in VOICED and len(root) > 1:
        return root[:-1] + VOICED[last] + "у"
    return root + "у"


def finite_roots(word: str) -> Iterator[tuple[str, Form]]:
    """Yield the roots of a form that does not decline, with what the form is."""
    for root, form in _finite(word):
        yield from _with_negation(root, form)


def roots(stem: str) -> Iterator[tuple[str, Form]]:
    """Yield the roots of a participle, a form that declines."""
    for root, form in _participles(stem):
        yield from _with_negation(root, form)


def _finite(word: str) -> Iterator[tuple[str, Form]]:
    for person in PAST_PERSONS:
        if word.endswith(person):
            bare = word[: len(word) - len(person)]
            yield from _strip(bare, PAST, Form.PAST_PERSON if person else Form.PAST)
            yield from _strip(bare, CONDITIONAL, Form.CONDITIONAL)
    yield from _strip(word, IMPERATIVE, Form.IMPERATIVE)
    for root in _converb_roots(word):
        yield root, Form.CONVERB
    for person in PRESENT_PERSONS:
        if word.endswith(person):
            for root in _vowel_converb_roots(word[: -len(person)]):
                yield root, Form.PRESENT if person in ("ды", "ді") else Form.PRESENT_PERSON
    if word.endswith(("пты", "пті")):
        for root in _converb_roots(word[:-2]):
            yield root, Form.EVIDENTIAL


def _participles(stem: str) -> Iterator[tuple[str, Form]]:
    yield from _strip(stem, PARTICIPLE, Form.PARTICIPLE)
    yield from _strip(stem, INTENT, Form.INTENT)
    if stem.endswith(("тын", "тін")):
        for root in _vowel_converb_roots(stem[:-3]):
            yield root, Form.HABITUAL
    if stem.endswith(("ар", "ер")):
        for root in _before_vowel(stem[:-2]):
            yield root, Form.FUTURE
    elif stem.endswith("р") and stem[-2:-1] in "аеыі" and _is_root(stem[:-1]):
        yield stem[:-1], Form.FUTURE


def _converb_roots(word: str) -> Iterator[str]:
    """Yield the roots of «кездесіп», «сөйлеп», «тауып», and of «кездесе», «сөйлей»."""
    if word.endswith(("ып", "іп")):
        yield from _before_vowel(word[:-2])
        if _is_root(word[:-1]):
            yield word[:-1]
    elif word.endswith("п") and word[-2:-1] in VOWELS and _is_root(word[:-1]):
        yield word[:-1]
    yield from _vowel_converb_roots(word)


def _vowel_converb_roots(word: str) -> Iterator[str]:
    if word.endswith("й") and _is_root(word[:-1]) and word[-2] in "аеяәоөұүуи":
        yield word[:-1]
    elif word.endswith("и"):  # оқи, тани
        for vowel in "ыі":
            if _is_root(word[:-1] + vowel):
                yield word[:-1] + vowel
    elif word.endswith("я"):  # қоя
        yield word[:-1] + "й"
    elif word.endswith(("а", "е")):
        row = Harmony.BACK if word[-1] == "а" else Harmony.FRONT
        ending = Suffix(word[-1], row, CONSONANT)
        yield from (root for root in _before_vowel(word[:-1]) if ending.fits(root))


def _before_vowel(root: str) -> Iterator[str]:
    """Undo what a vowel does to the consonant before it: «шығ-» шық, «тау-» тап."""
    if not _is_root(root) or root[-1] in VOWELS - {"у", "и"}:
        return
    if root[-1] in UNVOICED:
        yield root[:-1] + UNVOICED[root[-1]]
        return
    if root[-1] == "у":
        yield root[:-1] + "п"
    yield root


def _strip(word: str, endings: tuple[Suffix, ...], form: Form) -> Iterator[tuple[str, Form]]:
    for ending in endings:
        if word.endswith(ending.text):
            root = word[: -len(ending.text)]
            if _is_root(root) and ending.fits(root):
                yield root, form


def _with_negation(root: str, form: Form) -> Iterator[tuple[str, Form]]:
    yield root, form
    for negation, _ in _strip(root, NEGATIONS, form):
        yield negation, form


def _is_root(text: str) -> bool:
    return len(text) >= 2 and has_vowel(text)
