"""Dictionary forms of Russian words by pymorphy3 (OpenCorpora's dictionary)."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Any

from pymorphy3 import MorphAnalyzer

CASES = {
    "nomn": "Nom",
    "gent": "Gen",
    "gen2": "Gen",
    "datv": "Dat",
    "accs": "Acc",
    "ablt": "Ins",
    "loct": "Loc",
    "loc2": "Loc",
}
GENDERS = {"masc": "Masc", "femn": "Fem", "neut": "Neut"}
NUMBERS = {"sing": "Sing", "plur": "Plur"}
POS = {
    "NOUN": "NOUN",
    "ADJF": "ADJ",
    "ADJS": "ADJ",
    "COMP": "ADJ",
    "VERB": "VERB",
    "INFN": "VERB",
    "PRTF": "VERB",
    "PRTS": "VERB",
    "GRND": "VERB",
    "NUMR": "NUM",
    "ADVB": "ADV",
    "NPRO": "PRON",
    "PREP": "ADP",
    "CONJ": "CCONJ",
    "PRCL": "PART",
    "INTJ": "INTJ",
    "PRED": "ADV",
}
# Case endings of names that the dictionary lacks.
ENDINGS = ("ом", "ем", "ой", "ей", "а", "я", "у", "ю", "е", "ы", "и")
FUNCTION_WORDS = ("PREP", "CONJ", "PRCL", "ADVB", "NPRO")
PROPER = ("Name", "Surn", "Patr", "Geox", "Orgn")
# Words of press releases whose likeliest reading by frequency is another one.
SPECIAL = {
    "глава": "глава",
    "главы": "глава",
    "главе": "глава",
    "главу": "глава",
    "главой": "глава",
    "совета": "совет",
    "стороны": "сторона",
    "посла": "посол",
    "послом": "посол",
    "послу": "посол",
    "послы": "посол",
    "послов": "посол",
    "коля": "коль",
}


@cache
def analyzer() -> MorphAnalyzer:
    """Return pymorphy3's analyser, loaded once (about 0.2 s)."""
    return MorphAnalyzer(lang="ru")


@lru_cache(maxsize=1 << 16)
def parses(word: str) -> tuple[Any, ...]:
    """Return pymorphy3's readings of a word, likeliest first."""
    return tuple(analyzer().parse(word))


def fold(word: str) -> str:
    """Return a word casefolded and with ё as е, as press texts write it."""
    return word.casefold().replace("ё", "е")


@lru_cache(maxsize=1 << 16)
def candidates(word: str) -> tuple[str, ...]:
    """Return the casefolded dictionary forms that a word may have, likeliest first.

    >>> candidates("министерством"), candidates("встретился")
    (('министерство',), ('встретиться',))
    """
    low = fold(word)
    if not word.replace("-", "").isalpha() or (word.isupper() and len(word) > 1):
        return (low,)
    found = [SPECIAL[low]] if low in SPECIAL else []
    if low.endswith(("ско", "цко")):  # the first half of «казахстанско-корейский»
        found.append(low[:-1] + "ий")
    found += [fold(str(reading.normal_form)) for reading in _ordered(word)]
    return tuple(dict.fromkeys(found))


class Lemmatizer:
    """``candidates`` that knows names: those of the knowledge are never misread.

    pymorphy3 guesses words that it lacks («Кампалу», «Костанаем») and has common words
    for some that it has («Газы», «Львова», «премьера»). ``names`` without a capital are
    nouns for posts and bodies.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        words = frozenset(names)
        self._names = frozenset(fold(word) for word in words if word[:1].isupper())
        self._nouns = frozenset(word for word in words if word == fold(word))
        self._seen: dict[str, tuple[str, ...]] = {}

    def candidates(self, word: str) -> tuple[str, ...]:
        """Return the casefolded dictionary forms that a word may have, likeliest first."""
        found = self._seen.get(word)
        if found is None:
            found = self._seen[word] = self._look_up(word)
        return found

    def _look_up(self, word: str) -> tuple[str, ...]:
        found = candidates(word)
        if parses(word)[0].tag.POS not in FUNCTION_WORDS:  # «после» is no ambassador
            nouns = [lemma for lemma in found if lemma in self._nouns]
            found = tuple(dict.fromkeys((*nouns, *found)))
        if not word[:1].isupper():
            return found
        low = fold(word)
        names = [lemma for lemma in (low, *found) if lemma in self._names]
        if not names and len(low) > 4 and not any(r.is_known for r in parses(word)):
            stems = (low.removesuffix(ending) for ending in ENDINGS if low.endswith(ending))
            bases = (stem + ending for stem in stems for ending in ("", "а", "я", "ь", "й"))
            names = [base for base in bases if base in self._names]
        return tuple(dict.fromkeys((*names, *found)))


@lru_cache(maxsize=1 << 16)
def features(word: str) -> tuple[str, str]:
    """Return the part of speech and the UD features of a word's likeliest reading."""
    if not word.replace("-", "").isalpha():
        return "", ""
    tag = _ordered(word)[0].tag
    given = {
        "Animacy": {"anim": "Anim", "inan": "Inan"}.get(tag.animacy, ""),
        "Case": CASES.get(tag.case, ""),
        "Gender": GENDERS.get(tag.gender, ""),
        "Number": NUMBERS.get(tag.number, ""),
        "Person": {"1per": "1", "2per": "2", "3per": "3"}.get(tag.person, ""),
        "Tense": {"past": "Past", "pres": "Pres", "futr": "Fut"}.get(tag.tense, ""),
        "VerbForm": {
            "VERB": "Fin",
            "INFN": "Inf",
            "PRTF": "Part",
            "PRTS": "Part",
            "GRND": "Conv",
        }.get(tag.POS, ""),
    }
    proper = word[:1].isupper() and any(grammeme in tag for grammeme in PROPER)
    pos = "PROPN" if proper else POS.get(tag.POS, "")
    return pos, "|".join(f"{name}={value}" for name, value in given.items() if value)


def _ordered(word: str) -> list[Any]:
    """Put proper nouns first for a capitalised word, and last for another."""
    readings = list(parses(word))
    title = word[:1].isupper()
    best = readings[0].score

    def rank(reading: Any) -> bool:
        proper = any(grammeme in reading.tag for grammeme in PROPER)
        return proper != title if reading.score > 0.05 * best else True

    return sorted(readings, key=rank) if not title else readings
