"""An inflected Kazakh word -> every stem and suffix chain that its sounds allow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from graphkit.languages.kazakh import suffixes, verbs
from graphkit.languages.kazakh.sounds import (
    UNSYNCOPATED,
    UNVOICED,
    VOWELS,
    has_vowel,
)
from graphkit.languages.kazakh.suffixes import Suffix
from graphkit.model import Case

# «-нікі»: the possessor as predicate («Қазақстандікімен»).
PREDICATE_GENITIVE = ("нікі", "дікі", "тікі")
RELATIVE = ("дағы", "дегі", "тағы", "тегі")
EQUATIVE = ("ша", "ше")
# A vowel that eases what a name ends in: «Минскіде», Минск.
EASED = ("скі",)
EASED_CASES = (Case.LOC, Case.DAT, Case.ABL)


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a word: ``lemma`` and its suffixes.

    ``possessor`` is "1", "2", "3", "1p" or "2p"; ``relative`` marks «-дағы»; ``case`` is
    None for the equative («айтуынша»), which no UD case names. ``verb`` is set
    on forms of verbs, whose lemma is the verbal noun («кездесу»).
    """

    lemma: str
    case: Case | None = Case.NOM
    possessor: str | None = None
    plural: bool = False
    relative: bool = False
    verb: verbs.Form | None = None

    @property
    def chain(self) -> str:
        """The suffixes as one word, by which the lexicon counts them."""
        case = "Equ" if self.case is None else self.case.value
        parts = [
            "Pl" * self.plural,
            f"P{self.possessor or ''}" * (self.possessor is not None),
            case,
            "Rel" * self.relative,
        ]
        chain = "+".join(part for part in parts if part)
        return chain if self.verb is None else f"{self.verb.value}:{chain}"


@lru_cache(maxsize=1 << 17)
def read(word: str) -> tuple[Reading, ...]:
    """Return all readings of a casefolded word, the uninflected one first.

    >>> [r.lemma for r in read("тобымен")][:3]
    ['тобымен', 'тобы', 'тоб']
    """
    found = dict.fromkeys(_read_nominal(word))
    for reading in tuple(found):
        # A participle or verbal noun declines as a noun: «келгенін».
        for root, form in verbs.roots(reading.lemma):
            found[replace(reading, lemma=verbs.verbal_noun(root), verb=form)] = None
    for root, form in verbs.finite_roots(word):
        found[Reading(verbs.verbal_noun(root), verb=form)] = None
    return tuple(found)


def _read_nominal(word: str) -> Iterator[Reading]:
    for stem, case, third in _strip_case(word):
        if third is not True and case in EASED_CASES and stem.endswith(EASED):
            yield Reading(stem[:-1], case)
        for inner in _strip_possessive(stem, case, third):
            yield inner
            if inner.lemma.endswith(RELATIVE):
                yield from _strip_relative(inner)


def _strip_case(word: str) -> Iterator[tuple[str, Case | None, bool | None]]:
    """Yield (stem, case, whether a third-person possessive must, may or must not precede)."""
    yield word, Case.NOM, None
    for case, forms in suffixes.CASES.items():
        for form in forms:
            if (stem := _strip(word, form)) is not None:
                yield stem, case, False
    for case, forms in suffixes.PRONOMINAL.items():
        for form in forms:
            if (stem := _strip(word, form)) is not None and stem[-1] in "ыі":
                yield stem, case, True
    if word.endswith(EQUATIVE):
        stem = word[:-2]
        yield (stem[:-1], None, True) if stem.endswith(("ын", "ін")) else (stem, None, False)
    for ending in PREDICATE_GENITIVE:
        if word.endswith(ending) and has_vowel(word[: -len(ending)]):
            yield word[: -len(ending)], Case.GEN, None


def _strip(word: str, form: Suffix) -> str | None:
    if not word.endswith(form.text):
        return None
    stem = word[: -len(form.text)]
    if len(stem) < 2 or not has_vowel(stem) or not form.fits(stem):
        return None
    return stem


def _strip_possessive(stem: str, case: Case | None, third: bool | None) -> Iterator[Reading]:
    if third is not True:
        yield from _strip_plural(stem, case, None)
    elif stem.endswith(suffixes.PATRONYMICS):
        yield Reading(stem, case)
    for forms in (suffixes.AFTER_VOWEL, suffixes.AFTER_CONSONANT):
        for person, endings in forms.items():
            if third is not None and third != (person == "3"):
                continue
            for ending in endings:
                for owner in _strip_owner(stem, ending):
                    if len(owner) < 3 and person != "3" and forms is suffixes.AFTER_VOWEL:
                        continue  # «тамыз» is not «біздің та»
                    yield from _strip_plural(owner, case, person)


def _strip_owner(stem: str, ending: Suffix) -> Iterator[str]:
    """Yield the stems before a possessive: «тобы» gives тоб and топ, «халқы» халық."""
    if not stem.endswith(ending.text):
        return
    owner = stem[: -len(ending.text)]
    if len(owner) < 2 or not has_vowel(owner):
        return
    if ending.fits(owner):
        yield owner
        if owner[-1] in UNVOICED and owner[-2] in VOWELS:
            yield owner[:-1] + UNVOICED[owner[-1]]
    # «Кремлі», «королі»: a softened stem loses its sign.
    if ending.text[0] in "ыі" and owner[-1] in "лнрдт" and ending.fits(owner + "ь"):
        yield owner + "ь"
    if ending.text[0] in "ыі" and owner in UNSYNCOPATED:
        yield UNSYNCOPATED[owner]


def _strip_plural(stem: str, case: Case | None, possessor: str | None) -> Iterator[Reading]:
    yield Reading(stem, case, possessor)
    for form in suffixes.PLURALS:
        if (single := _strip(stem, form)) is not None:
            yield Reading(single, case, possessor, plural=True)
            return


def _strip_relative(outer: Reading) -> Iterator[Reading]:
    """Read «Қазақстандағы(лар)» as a locative that stands before a noun, or for one."""
    for inner in _read_nominal(outer.lemma[:-2]):
        if inner.case is Case.LOC and not inner.relative:
            yield replace(
                inner, relative=True, case=Case.LOC if outer.case is Case.NOM else outer.case
            )
