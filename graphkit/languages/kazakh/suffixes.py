"""The nominal suffixes of Kazakh: tables, and the generator ``inflect``."""

from __future__ import annotations

import re
from dataclasses import dataclass

from graphkit.languages.kazakh.sounds import (
    SIGNS,
    SYNCOPE,
    VOICED,
    VOWELS,
    Harmony,
    Sound,
    harmony,
    last_sound,
    preferred_harmony,
)
from graphkit.model import Case

NOT_NASAL = Sound.VOWEL | Sound.GLIDE | Sound.LATERAL | Sound.VOICED
SONOROUS = NOT_NASAL | Sound.NASAL
HARD = Sound.GLIDE | Sound.LATERAL | Sound.VOICED


@dataclass(frozen=True, slots=True)
class Suffix:
    """One form of a suffix and the stems it may follow."""

    text: str
    harmony: Harmony
    after: Sound

    def fits(self, stem: str) -> bool:
        """Say whether the form may follow a casefolded stem."""
        return bool(self.harmony & harmony(stem)) and bool(self.after & last_sound(stem))


def pair(back: str, after: Sound) -> tuple[Suffix, Suffix]:
    """Return the back form of a suffix and its front form."""
    front = back.translate(str.maketrans("аығқ", "еігк"))
    return Suffix(back, Harmony.BACK, after), Suffix(front, Harmony.FRONT, after)


# Case by case, the forms after a stem without a possessive of the third person.
CASES: dict[Case, tuple[Suffix, ...]] = {
    Case.GEN: (
        *pair("ның", Sound.VOWEL | Sound.NASAL),
        *pair("дың", HARD),
        *pair("тың", Sound.VOICELESS),
    ),
    Case.DAT: (*pair("ға", SONOROUS), *pair("қа", Sound.VOICELESS)),
    Case.ACC: (
        *pair("ны", Sound.VOWEL),
        *pair("ды", HARD | Sound.NASAL),
        *pair("ты", Sound.VOICELESS),
    ),
    Case.LOC: (*pair("да", SONOROUS), *pair("та", Sound.VOICELESS)),
    Case.ABL: (
        *pair("дан", NOT_NASAL),
        *pair("нан", Sound.NASAL),
        *pair("тан", Sound.VOICELESS),
    ),
    Case.INS: (
        Suffix("мен", Harmony.BOTH, Sound.VOWEL | Sound.GLIDE | Sound.LATERAL | Sound.NASAL),
        Suffix("бен", Harmony.BOTH, Sound.VOICED),
        Suffix("пен", Harmony.BOTH, Sound.VOICELESS),
    ),
}
# The forms after a possessive of the third person (тобы, палатасы): the pronominal н.
PRONOMINAL: dict[Case, tuple[Suffix, ...]] = {
    Case.GEN: pair("ның", Sound.ANY),
    Case.DAT: pair("на", Sound.ANY),
    Case.ACC: (Suffix("н", Harmony.BOTH, Sound.ANY),),
    Case.LOC: pair("нда", Sound.ANY),
    Case.ABL: pair("нан", Sound.ANY),
    Case.INS: (Suffix("мен", Harmony.BOTH, Sound.ANY),),
}
# The dative after «менің», «сенің»: кітабыма, кітабыңа; the other cases are as after a nasal.
PERSONAL_DATIVE = pair("а", Sound.NASAL)

PLURALS = (
    *pair("лар", Sound.VOWEL | Sound.GLIDE),
    *pair("дар", Sound.LATERAL | Sound.NASAL | Sound.VOICED),
    *pair("тар", Sound.VOICELESS),
)
# Possessives by person (and "1p", «біздің»; "2p", «сіздің»), after a vowel and after a consonant.
AFTER_VOWEL = {
    "1": (Suffix("м", Harmony.BOTH, Sound.VOWEL),),
    "2": (Suffix("ң", Harmony.BOTH, Sound.VOWEL),),
    "3": pair("сы", Sound.VOWEL),
    "1p": pair("мыз", Sound.VOWEL),
    "2p": pair("ңыз", Sound.VOWEL),
}
CONSONANT = Sound.ANY & ~Sound.VOWEL
AFTER_CONSONANT = {
    "1": pair("ым", CONSONANT),
    "2": pair("ың", CONSONANT),
    "3": pair("ы", CONSONANT),
    "1p": pair("ымыз", CONSONANT),
    "2p": pair("ыңыз", CONSONANT),
}
# A name that ends in one of these declines as a possessive: «Сапарұлына», «Есенқызын».
PATRONYMICS = ("ұлы", "қызы", "улы", "кызы", "уулу")


def inflect(
    stem: str, case: Case = Case.NOM, *, possessor: str | None = None, plural: bool = False
) -> str:
    """Return a form of a stem, which keeps its capitals.

    ``possessor`` is "1", "2", "3", "1p" (our) or "2p" (your, polite).

    >>> inflect("Көшербаев", Case.GEN), inflect("топ", Case.INS, possessor="3")
    ('Көшербаевтың', 'тобымен')
    >>> inflect("Сапарұлы", Case.DAT), inflect("министр", Case.ABL, plural=True)
    ('Сапарұлына', 'министрлерден')
    """
    form = stem + _pick(PLURALS, stem) if plural else stem
    if possessor is not None:
        form = _add_possessive(form, possessor)
    third = possessor == "3" or (possessor is None and not plural and ends_in_patronymic(stem))
    if case is Case.NOM:
        return form
    if third:
        return form + _pick(PRONOMINAL[case], form)
    if possessor in ("1", "2") and case is Case.DAT:
        return form + _pick(PERSONAL_DATIVE, form)
    return form + _pick(CASES[case], form)


def ends_in_patronymic(stem: str) -> bool:
    """Say whether a name ends in «-ұлы», «-қызы» and declines as they do."""
    return stem.casefold().endswith(PATRONYMICS)


def _add_possessive(form: str, possessor: str) -> str:
    low = form.casefold()
    if last_sound(low) is Sound.VOWEL:
        return form + _pick(AFTER_VOWEL[possessor], low)
    suffix = _pick(AFTER_CONSONANT[possessor], low)
    if low in SYNCOPE:
        return form[: len(SYNCOPE[low]) - 1] + SYNCOPE[low][-1] + suffix
    if low[-1] in SIGNS:  # Кремль, Кремлі
        return form[:-1] + suffix
    if low[-1] in VOICED and low[-2:-1] in VOWELS:
        form = form[:-1] + VOICED[low[-1]]
    return form + suffix


def _pick(suffixes: tuple[Suffix, ...], stem: str) -> str:
    low = stem.casefold()
    row, sound = preferred_harmony(low), last_sound(low)
    fitting = [s for s in suffixes if s.harmony & row and s.after & sound]
    # «Надьмен»: a softened consonant allows two forms, the sonorous one is written.
    return fitting[0].text


# What stands behind a hyphen: «БАӘ-нің», «ЕҚЫҰ-на», «АҚШ-тағы», «JICA-мен». The reader's
# ear, not the letters, chooses the form, so any form goes.
HYPHENED: dict[str, tuple[Case, bool]] = {
    **{form.text: (case, False) for case, forms in PRONOMINAL.items() for form in forms},
    **{form.text: (case, False) for case, forms in CASES.items() for form in forms},
    **{
        nasal + form.text + ending: (Case.LOC, True)
        for form, ending in zip(CASES[Case.LOC], ("ғы", "гі") * 2, strict=True)
        for nasal in ("", "н")
    },
}


LATIN = re.compile(r"^([A-Za-z]+)([а-яәіңғүұқөһ]+)$")


def hyphen_case(word: str) -> tuple[str, Case, bool] | None:
    """Return (stem, case, whether «-дағы») of a word with a suffix behind a hyphen, or None.

    >>> hyphen_case("БАӘ-нің"), hyphen_case("Уитмор-Хейл")
    (('БАӘ', <Case.GEN: 'Gen'>, False), None)
    """
    stem, _, ending = word.rpartition("-")
    if match := LATIN.match(word):  # «Samsungпен»
        stem, ending = match.groups()
    if not stem or ending not in HYPHENED:
        return None
    return stem, *HYPHENED[ending]
