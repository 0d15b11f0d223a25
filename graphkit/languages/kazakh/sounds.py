"""The sounds of Kazakh that decide which suffix may follow: vowel harmony, assimilation.

After the school grammar (Қазақ грамматикасы, Астана 2002): a suffix takes back or front
vowels after the last vowel of the stem, and its first consonant follows the last sound.
"""

from __future__ import annotations

from enum import IntFlag
from functools import lru_cache

BACK_VOWELS = frozenset("аоұыя")
FRONT_VOWELS = frozenset("әөүіеэ")
# и, у, ю are written alike in both rows; ё stands in loans only.
NEUTRAL_VOWELS = frozenset("иуюё")
VOWELS = BACK_VOWELS | FRONT_VOWELS | NEUTRAL_VOWELS
VOICELESS = frozenset("пфкқтсшщчхцһбвгғд")
UNVOICED = {"б": "п", "г": "к", "ғ": "қ"}
VOICED = {unvoiced: voiced for voiced, unvoiced in UNVOICED.items()}
SIGNS = "ьъ"
# Surnames follow the vowels before their ending: «Назарбаевтан», «Өтегеновті», «Петровке».
SURNAMES = ("ов", "ев")

# Stems that lose their last vowel before a possessive: халық, халқы.
SYNCOPE = {
    "ауыз": "ауз",
    "бөрік": "бөрк",
    "ерін": "ерн",
    "ерік": "ерк",
    "құлық": "құлқ",
    "ғұрып": "ғұрп",
    "қарын": "қарн",
    "көрік": "көрк",
    "қырық": "қырқ",
    "мойын": "мойн",
    "мұрын": "мұрн",
    "орын": "орн",
    "парық": "парқ",
    "қалып": "қалп",
    "халық": "халқ",
    "қойын": "қойн",
    "ғарып": "ғарп",
    "әріп": "әрп",
    "қауіп": "қауп",
    "нарық": "нарқ",
    "сырық": "сырқ",
    "тұрық": "тұрқ",
    "құрық": "құрқ",
    "бұрын": "бұрн",
    "көңіл": "көңл",
}
UNSYNCOPATED = {short: full for full, short in SYNCOPE.items() if full != short}


class Harmony(IntFlag):
    """The row of vowels that a suffix may have."""

    BACK = 1
    FRONT = 2
    BOTH = 3


class Sound(IntFlag):
    """The last sound of a stem, by what it does to the consonant after it."""

    VOWEL = 1
    GLIDE = 2  # и у ю й р
    LATERAL = 4  # л
    NASAL = 8  # м н ң
    VOICED = 16  # з ж
    VOICELESS = 32  # and б в г д, which end loans and names only
    ANY = 63


@lru_cache(maxsize=1 << 16)
def harmony(stem: str) -> Harmony:
    """Return the vowels that suffixes of a casefolded stem may have.

    >>> harmony("обама") is Harmony.BACK, harmony("меркель") is Harmony.BOTH
    (True, True)
    """
    neutral = stem[-1:] in SIGNS or stem.endswith(SURNAMES)
    for letter in reversed(stem.removesuffix("ов").removesuffix("ев")):
        if letter in NEUTRAL_VOWELS:
            neutral = True
        elif letter in BACK_VOWELS:
            # Loans in к and г take front suffixes as well: банкке, округіне, Нью-Йоркте.
            loan = stem[-1] in "кг"
            return Harmony.BOTH if neutral or loan else Harmony.BACK
        elif letter in FRONT_VOWELS:
            # Қазіргі «қатер», but Arabic loans such as «кінә» vary before қ and ғ.
            return Harmony.BOTH if neutral or stem[-1] in "қғ" else Harmony.FRONT
    return Harmony.BOTH


def preferred_harmony(stem: str) -> Harmony:
    """Return the one row of vowels that a suffix takes when Kazakh is written with care."""
    allowed = harmony(stem)
    if allowed is not Harmony.BOTH:
        return allowed
    if stem[-1:] in "кг" or stem[-1:] in SIGNS:
        return Harmony.FRONT
    last = ""
    for letter in reversed(stem[:-2] if stem.endswith(SURNAMES) else stem):
        if letter in BACK_VOWELS:
            return Harmony.FRONT if last in ("и", "ё") else Harmony.BACK
        if letter in FRONT_VOWELS:
            return Harmony.FRONT
        if letter in NEUTRAL_VOWELS:
            last = last or letter
    return Harmony.FRONT if last in ("и", "ё", "") else Harmony.BACK


@lru_cache(maxsize=1 << 16)
def last_sound(stem: str) -> Sound:
    """Return what the last sound of a casefolded stem may count as.

    >>> last_sound("көшербаев") is Sound.VOICELESS, last_sound("абай") is Sound.GLIDE
    (True, True)
    """
    bare = stem.rstrip(SIGNS)
    letter = bare[-1:]
    if letter in "иуюйр" and letter:
        return Sound.GLIDE
    if letter in VOWELS:
        return Sound.VOWEL
    if letter == "л":
        return Sound.LATERAL
    if letter in "мнң":
        return Sound.NASAL
    if letter in "зж":
        return Sound.VOICED
    # A softened consonant sounds on: «Надьмен».
    return Sound.VOICELESS | Sound.LATERAL if bare != stem else Sound.VOICELESS


def has_vowel(stem: str) -> bool:
    """Say whether a text can be a stem: a word has a vowel."""
    return not VOWELS.isdisjoint(stem)
