"""An inflected Kazakh name -> its nominative: which of its readings, and why.

Names differ from other words: a person's has no possessive and hardly a locative, its
own ending may look like a case («Хаясида», «Аннан»), and the same release often has
it in another case. A name of several words is inflected at its last word only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum

from graphkit.languages.kazakh.analysis import EASED, Reading, read
from graphkit.languages.kazakh.lexicon import Lexicon
from graphkit.languages.kazakh.suffixes import hyphen_case, inflect
from graphkit.model import Case


class Sort(Enum):
    """What sort of name a word ends."""

    PERSON = "person"
    PLACE = "place"


# How likely a case is beside the nominative, by natural logarithm (estimated from press texts).
CASE_COSTS: Mapping[Sort, Mapping[Case, float]] = {
    Sort.PERSON: {
        Case.NOM: 0.0,
        Case.GEN: 1.5,
        Case.DAT: 2.2,
        Case.ACC: 2.4,
        Case.LOC: 7.0,
        Case.ABL: 4.0,
        Case.INS: 1.9,
    },
    Sort.PLACE: {
        Case.NOM: 0.0,
        Case.GEN: 0.7,
        Case.DAT: 1.4,
        Case.ACC: 2.0,
        Case.LOC: 1.0,
        Case.ABL: 2.2,
        Case.INS: 2.2,
    },
}
PLURAL_COST = 7.0
SHORT_STEM = 4
EASED_COST = 10.0
SHORT_STEM_COST = 3.0
SURNAME_GAIN = 3.0
EVIDENCE_GAIN = 5.0
SURNAMES = (
    "ов ев ова ева ин ина ский ская ұлы қызы улы кызы бай бек хан жан гүл нұр мұрат төре тай "
    "берген дзе швили ян сон ссон оглу оғлы заде"
).split()
# Names that are a sentence («Жақсыкелді», "good came") end in a verb, not in an accusative.
DEEDS = ("келді", "гелді", "берді", "тұрды", "болды", "балды", "қалды")
# Names whose own ending could be a case after their own stem.
WHOLE = frozenset(
    """
    аннан дастан бостан тристан арыстан рамадан шаймерден жордан иордан айдан ердан зайдан дрезден
    хейден кристен кеннан кармен бремен йемен симен сүлеймен асылмұрат қазақстан пәкістан бағдат
    аманда линда ванда миранда фрида фарида саида рашида зубайда халида хаясида ямада окада фукуда
    хонда коста баптиста августа уганда канада руанда невада гренада бермуда голда магда
    құдайберді ханкелді жанкелді жангелді бекболды жанболды төлегенді аллаберді сағындық шәріпқазы
    алматы рахмәди вейлер бендер честер вестер уэбстер кестер лендер эстер ангола хусейнді
    ғабиден мұхаметжан сейден мэдден уоррен аден суден гарден
    """.split()
)


class NameReader:
    """Reads the last words of names; ``places`` are casefolded names of known places."""

    def __init__(self, lexicon: Lexicon, places: Iterable[str]) -> None:
        self._lexicon = lexicon
        self._places = frozenset(places)

    def read(
        self, word: str, sort: Sort, evidence: Mapping[str, int], *, short: bool = False
    ) -> Reading:
        """Return the reading of a name's last word.

        ``evidence`` says how many forms in the release may have a stem, this one counted.
        ``short`` says that the name is of short words (Korean, Chinese): so is its last.
        """
        low = word.casefold()
        if (hyphened := hyphen_case(word)) is not None:
            return Reading(hyphened[0].casefold(), hyphened[1], relative=hyphened[2])
        head, hyphen, last = low.rpartition("-")
        readings = [r for r in read(last) if r.verb is None and r.possessor is None and r.case]

        def cost(reading: Reading) -> float:
            lemma = head + hyphen + reading.lemma
            cost = self._cost(reading, lemma, sort)
            if short and reading.case is not Case.NOM and len(lemma) <= SHORT_STEM:
                cost -= SHORT_STEM_COST + SURNAME_GAIN
            return cost - EVIDENCE_GAIN * min(max(evidence.get(lemma, 1) - 1, 0), 2)

        best = min(readings, key=cost)
        return Reading(
            head + hyphen + best.lemma, best.case, plural=best.plural, relative=best.relative
        )

    def is_place(self, word: str) -> bool:
        """Say whether a word may be a form of a known place's name."""
        return any(r.lemma in self._places for r in read(word.casefold()) if r.verb is None)

    def _cost(self, reading: Reading, lemma: str, sort: Sort) -> float:
        assert reading.case is not None
        cost = CASE_COSTS[sort][reading.case] - self._lexicon.score_lemma(reading.lemma)
        if reading.plural:
            cost += 0.0 if lemma.endswith(("ов", "ев", "ин")) else PLURAL_COST
        told = sort is Sort.PERSON and lemma.endswith(DEEDS) and lemma not in DEEDS
        if sort is Sort.PERSON and f"{reading.lemma}і".endswith(EASED):
            cost += EASED_COST  # «Сикорскіге» is of Сикорски, «Минскіге» of Минск
        if lemma in WHOLE or told or (sort is Sort.PLACE and lemma in self._places):
            return cost - 10.0
        doubtful = reading.plural or reading.case in (Case.ABL, Case.ACC, Case.LOC)
        if doubtful and len(reading.lemma) <= SHORT_STEM:
            cost += SHORT_STEM_COST
        if sort is Sort.PERSON and reading.lemma.endswith(tuple(SURNAMES)):
            cost -= SURNAME_GAIN
        return cost


def count_stems(words: Iterable[str]) -> dict[str, int]:
    """Return how many different capitalised words may be forms of each stem."""
    counts: dict[str, int] = {}
    for low in {word.casefold() for word in words if word[:1].isupper()}:
        if not low.replace("-", "").isalpha():
            continue
        head, hyphen, last = low.rpartition("-")
        for stem in {r.lemma for r in read(last) if r.verb is None and r.possessor is None}:
            counts[head + hyphen + stem] = counts.get(head + hyphen + stem, 0) + 1
    return counts


def restore(word: str, reading: Reading, *, possessed: bool = False) -> str:
    """Return a word's nominative with the capitals of the word.

    ``possessed`` keeps a possessive: «палатасының», палатасы.
    """
    low = inflect(
        reading.lemma,
        possessor=reading.possessor if possessed else None,
        plural=reading.plural and possessed,
    )
    same = 0
    folded = word.casefold()
    while same < min(len(low), len(word)) and low[same] == folded[same]:
        same += 1
    rest = low[same:]
    return word[:same] + (rest.upper() if word.isupper() and len(word) > 1 else rest)
