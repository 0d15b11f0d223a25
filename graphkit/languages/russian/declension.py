"""A word of a Russian person's name -> the nominatives it may stand for, by case and gender.

Known names come from pymorphy3's dictionary; foreign ones by their endings, after the rules
of «Справочник по фамилиям» in Zaliznyak's classes: men's names in a consonant
decline, women's do not, names in -о -е -и -у -ы -э never do.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from graphkit.languages.russian.lemmas import CASES, parses
from graphkit.model import Case

VOWELS = frozenset("аеёиоуыэюя")
SIBILANTS = frozenset("жшчщц")
VELARS = frozenset("гкх")
OBLIQUE = (Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC)
# Words in names that never decline.
FIXED = frozenset(
    """
    ван дер ден де да ди ла ле фон цу аль эль бин бен ибн ог оглы оглу улы уулу кызы кизи заде
    ага бей паша хан-заде сен-жюст дос дус и
    """.split()
)
FIXED_ENDINGS = ("оглы", "оглу", "кызы", "кизи", "улы", "уулу", "заде", "ых", "их", "ко")


@dataclass(frozen=True, slots=True)
class Form:
    """What a word may be: its case, the gender of the person, its nominative, how likely."""

    case: Case
    gender: str  # "M" or "F"
    nominative: str
    score: float
    given: bool = False  # the dictionary has it as a given name


# (ending, nominative's ending, case, gender, score), after any stem in a consonant.
# Surnames in -ов, -ин and adjectives; the longest ending that fits counts most.
SURNAMES = (
    *[
        row
        for base in ("ов", "ев", "ёв", "ин", "ын")
        for row in (
            (base, base, Case.NOM, "M", 0.0),
            (base + "а", base, Case.GEN, "M", 0.0),
            (base + "а", base, Case.ACC, "M", 0.0),
            (base + "у", base, Case.DAT, "M", 0.0),
            (base + "ым", base, Case.INS, "M", 0.5),
            (base + "е", base, Case.LOC, "M", 0.0),
            (base + "а", base + "а", Case.NOM, "F", 0.0),
            (base + "у", base + "а", Case.ACC, "F", 0.0),
            *[(base + "ой", base + "а", c, "F", 0.5) for c in (Case.GEN, Case.DAT, Case.INS)],
            (base + "ой", base + "а", Case.LOC, "F", 0.0),
        )
    ],
    *[
        row
        for base in ("ск", "цк")
        for row in (
            (base + "ий", base + "ий", Case.NOM, "M", 0.5),
            (base + "ого", base + "ий", Case.GEN, "M", 0.5),
            (base + "ого", base + "ий", Case.ACC, "M", 0.5),
            (base + "ому", base + "ий", Case.DAT, "M", 0.5),
            (base + "им", base + "ий", Case.INS, "M", 0.5),
            (base + "ом", base + "ий", Case.LOC, "M", 0.5),
            (base + "ая", base + "ая", Case.NOM, "F", 0.5),
            (base + "ую", base + "ая", Case.ACC, "F", 0.5),
            *[(base + "ой", base + "ая", c, "F", 0.5) for c in (Case.GEN, Case.DAT, Case.INS)],
            (base + "ой", base + "ая", Case.LOC, "F", 0.0),
        )
    ],
    # Patronymics, which the dictionary lacks for the names of the region («Ержановна»).
    *[
        row
        for base in ("ович", "евич")
        for row in (
            (base, base, Case.NOM, "M", 2.0),
            *[(base + "а", base, c, "M", 2.0) for c in (Case.GEN, Case.ACC)],
            (base + "у", base, Case.DAT, "M", 2.0),
            (base + "ем", base, Case.INS, "M", 2.0),
        )
    ],
    *[
        row
        for base in ("овн", "евн")
        for row in (
            (base + "а", base + "а", Case.NOM, "F", 2.0),
            (base + "ы", base + "а", Case.GEN, "F", 2.0),
            *[(base + "е", base + "а", c, "F", 2.0) for c in (Case.DAT, Case.LOC)],
            (base + "у", base + "а", Case.ACC, "F", 2.0),
            (base + "ой", base + "а", Case.INS, "F", 2.0),
        )
    ],
    ("ого", "ый", Case.GEN, "M", -1.0),
    ("ого", "ый", Case.ACC, "M", -1.0),
    ("ому", "ый", Case.DAT, "M", -1.0),
    ("ым", "ый", Case.INS, "M", -1.0),
    ("ую", "ая", Case.ACC, "F", -1.0),
)


@lru_cache(maxsize=1 << 14)
def forms(word: str) -> tuple[Form, ...]:
    """Return what a casefolded word may be, the likeliest of each case and gender.

    >>> [f.nominative for f in forms("гельмутом")]
    ['гельмут']
    """
    if is_fixed(word):
        return ()
    head, hyphen, last = word.rpartition("-")
    found: dict[tuple[Case, str, str], Form] = {}
    for form in (*_known(word), *_by_surname(last), *_by_ending(last)):
        nominative = form.nominative
        if hyphen and not nominative.startswith(head + hyphen):
            nominative = _first_half(head, form) + hyphen + nominative
        key = (form.case, form.gender, nominative)
        if key not in found or found[key].score < form.score:
            found[key] = Form(*key, form.score, form.given)
    for twin in _by_surname(head) if hyphen else ():  # «Новицкой-Велгош»
        key = (twin.case, twin.gender, twin.nominative + hyphen + last)
        if twin.gender == "F" and not declines(last, "F"):
            found.setdefault(key, Form(*key, twin.score))
    return tuple(found.values())


def is_fixed(word: str) -> bool:
    """Say whether a casefolded word never declines by what it is: «оглы», «Шевченко»."""
    return word in FIXED or (word.endswith(FIXED_ENDINGS) and not _known(word))


def declines(word: str, gender: str) -> bool:
    """Say whether a casefolded name of its form changes in the oblique cases."""
    if is_fixed(word) or not word[-1:].isalpha():
        return False
    if word[-1] in VOWELS:
        return word[-1] in "ая"
    return gender == "M"


def _first_half(head: str, form: Form) -> str:
    """Return the first half of a double name: «Новицкой-» follows its second half."""
    for twin in _by_surname(head):
        if twin.score > 0.0 and (twin.case, twin.gender) == (form.case, form.gender):
            return twin.nominative
    return head


def _known(word: str) -> list[Form]:
    """Return the readings of the dictionary as a name, not those it guesses."""
    found = []
    for reading in parses(word):
        tag = reading.tag
        named = "Name" in tag or "Surn" in tag or "Patr" in tag
        if not (named and reading.is_known and tag.case in CASES and tag.number == "sing"):
            continue
        nominative = reading.inflect({"nomn", "sing"})
        if nominative is None:
            continue
        genders = {"masc": "M", "femn": "F"}.get(tag.gender, "MF")
        score = 2.0 if "Surn" not in tag else 1.5
        found += [
            Form(Case(CASES[tag.case]), g, str(nominative.word), score, "Name" in tag)
            for g in genders
        ]
    return found


def _by_surname(word: str) -> list[Form]:
    return [
        Form(case, gender, word.removesuffix(ending) + base, 1.0 + score)
        for ending, base, case, gender, score in SURNAMES
        if word.endswith(ending) and len(word) - len(ending) >= 2
    ]


def _by_ending(word: str) -> list[Form]:
    """Return what a foreign name may be by its last letters, if not a nominative."""
    if len(word) < 3 or not word.isalpha():
        return []
    last, stem = word[-1], word[:-1]
    found: list[Form] = []
    if last not in VOWELS:
        found += _consonant_final(word)
    elif last in "ая":
        if base := _masculine(stem, soft=last == "я"):
            found += [Form(c, "M", base, -0.3) for c in (Case.GEN, Case.ACC)]
    elif last in "ую":
        if base := _masculine(stem, soft=last == "ю"):
            found.append(Form(Case.DAT, "M", base, 0.0))
        if stem[-1] not in VOWELS or last == "ю":
            feminine = stem + ("а" if last == "у" else "я")
            found += [Form(Case.ACC, "F", feminine, 0.0), Form(Case.ACC, "M", feminine, -1.5)]
    elif last in "еыи":
        found += _soft_vowel_final(stem, last)
    return found


def _consonant_final(word: str) -> list[Form]:
    """Instrumentals: -ом, -ем of men, -ой, -ей of women."""
    found: list[Form] = []
    stem = word[:-2]
    if len(stem) < 2:
        return found
    if word.endswith("ом"):
        if stem[-1] not in VOWELS:
            found.append(Form(Case.INS, "M", stem, 0.5))
    elif word.endswith("ем"):
        base = _masculine(stem, soft=True)
        found.append(Form(Case.INS, "M", base or stem, 0.5))
    elif word.endswith(("ой", "ей")):
        soft = word[-2] == "е" and stem[-1] not in SIBILANTS
        nominative = stem + ("я" if soft else "а")
        cases = OBLIQUE if word.endswith(("овой", "евой", "ской")) else (Case.INS,)
        found += [Form(c, "F", nominative, 0.0) for c in cases if c is not Case.ACC]
        found += [Form(c, "M", nominative, -1.5) for c in cases if c is not Case.ACC]
    return found


def _soft_vowel_final(stem: str, last: str) -> list[Form]:
    found: list[Form] = []
    if last == "е":
        if stem[-1] not in VOWELS:
            found.append(Form(Case.LOC, "M", stem, 0.0))
        feminine = stem + ("я" if stem[-1] in VOWELS else "а")
        found += [Form(c, "F", feminine, -0.5) for c in (Case.DAT, Case.LOC)]
        found += [Form(c, "M", feminine, -1.0) for c in (Case.DAT, Case.LOC)]
        return found
    hard = last == "ы" or stem[-1] in VELARS | SIBILANTS
    feminine = stem + ("а" if hard else "я")
    cases = (Case.GEN, Case.DAT, Case.LOC) if stem[-1] == "и" else (Case.GEN,)
    sure = 1.0 if stem[-1] == "и" and last == "и" else 0.0  # «Данелии»: few end in -ии
    found += [Form(c, "F", feminine, sure - 0.5) for c in cases]
    found += [Form(c, "M", feminine, sure - 1.0) for c in cases]
    return found


def _masculine(stem: str, *, soft: bool) -> str:
    """Return the nominative of a man's name from its oblique stem, "" where there is none.

    «Сергея» Сергей, «Колем» Коль, «Стоичем» Стоич, «Гельмута» Гельмут.
    """
    if not soft:
        return "" if stem[-1] in VOWELS else stem
    if stem[-1] in VOWELS:
        return stem + "й"
    return stem if stem[-1] in SIBILANTS else stem + "ь"
