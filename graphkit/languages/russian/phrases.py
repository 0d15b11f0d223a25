"""The name of a Russian body, place or post -> its nominative: head noun and its adjectives."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Any

from graphkit.languages.russian.lemmas import CASES, parses
from graphkit.languages.russian.names import recase
from graphkit.model import Case

# An abbreviation that declines: «МИДом», «ВОЗа».
ABBREVIATION = re.compile(r"^([А-ЯЁ]{2,})(ом|ем|а|у|е|ы|ой|ей|ам|ами|ах|ов)$")
ABBREVIATION_CASES = {
    "ом": Case.INS,
    "ем": Case.INS,
    "а": Case.GEN,
    "у": Case.DAT,
    "е": Case.LOC,
}
ADJECTIVES = ("ADJF", "PRTF")
JOINERS = frozenset({"и", ",", "-", "–"})
# First words of foreign bodies' names that do not decline.
FIXED_FIRST = frozenset("олий милли жогорку халк нью сан лос нур норд чрезвычайный".split())
NUMBER_COST = 0.2
GUESS_COST = 0.3
LABEL_GAIN = 10.0
CONTEXT_GAIN = 0.4


def restore(
    words: Sequence[str], labels: Container[str] = (), cases: Container[Case] = ()
) -> tuple[tuple[str, ...], Case | None]:
    """Return a name with its head and the head's adjectives in the nominative, and their case.

    Complements after the head stay as they are. ``labels`` are casefolded names that are
    known: a form among them wins. ``cases`` are those that the words before allow.

    >>> restore(["Палатой", "лордов"])
    (('Палата', 'лордов'), <Case.INS: 'Ins'>)
    """
    if match := ABBREVIATION.match(words[0]):
        return (match[1], *words[1:]), ABBREVIATION_CASES.get(match[2])
    start = _skip_fixed(words)
    head = _find_head(words, start)
    if head is None:
        return tuple(words), None
    best: tuple[float, tuple[str, ...], Case | None] | None = None
    for reading in parses(words[head]):
        if reading.tag.POS != "NOUN":
            continue
        for score, group in _agree(words[start:head], words[head], reading):
            if start and not reading.is_known and str(reading.normal_form)[-1] in "ая":
                score -= GUESS_COST  # «Олий Мажлиса»
            whole = (*words[:start], *group, *words[head + 1 :])
            if " ".join(whole).casefold() in labels:
                score += LABEL_GAIN
            case = Case(CASES[reading.tag.case]) if reading.tag.case in CASES else None
            score += CONTEXT_GAIN if case in cases else 0.0
            if best is None or score > best[0]:
                best = score, whole, case
    return (tuple(words), None) if best is None else best[1:]


def _skip_fixed(words: Sequence[str]) -> int:
    start = 0
    while start < len(words) - 1 and (
        words[start].casefold() in FIXED_FIRST or not words[start][:1].isalpha()
    ):
        start += 1
    return start


def _find_head(words: Sequence[str], start: int) -> int | None:
    """Return the first noun, when only adjectives stand before it."""
    for i in range(start, len(words)):
        word = words[i]
        if "-" not in word and not word.isupper() and word[1:] != word[1:].lower():
            return None  # «КазНУ»
        if not word.replace("-", "").isalpha():
            if word in JOINERS and i > start:
                continue
            return None
        readings = parses(word)
        best = max(r.score for r in readings)
        likely = [r for r in readings if r.score >= 0.1 * best]
        if any(r.tag.POS in ADJECTIVES for r in likely) and i + 1 < len(words):
            nouns = [r for r in likely if r.tag.POS == "NOUN"]
            if not nouns or _continues(words, i):
                continue
        if any(r.tag.POS == "NOUN" for r in readings):
            return None if word.isupper() and 1 < len(word) <= 5 else i
        if word.casefold() not in JOINERS:
            return None
    return None


def _continues(words: Sequence[str], i: int) -> bool:
    """Say whether a word that may be adjective or noun agrees with the one after it."""
    after = [r for r in parses(words[i + 1]) if r.tag.POS in ("NOUN", *ADJECTIVES)]
    return any(
        a.tag.case == b.tag.case and a.tag.number == b.tag.number
        for a in parses(words[i])
        if a.tag.POS in ADJECTIVES
        for b in after
    )


def _agree(
    adjectives: Sequence[str], noun: str, reading: Any
) -> Iterator[tuple[float, tuple[str, ...]]]:
    """Yield the group in the nominative, if the adjectives stand in the noun's case."""
    tag = reading.tag
    number = tag.number or "sing"
    if "Fixd" in tag:
        nominative = noun.casefold()
    else:
        form = reading.inflect({"nomn", number})
        if form is None:
            return
        nominative = _spell(form.word, noun)
    score = float(reading.score)
    score += {"nomn": 0.15, "loct": -0.05}.get(str(tag.case), 0.0)
    if number == "plur" and "Pltm" not in tag:
        score -= NUMBER_COST
    if not reading.is_known:
        score -= GUESS_COST
        if tag.gender != "masc" or not noun.casefold().startswith(nominative[:-1]):
            score -= GUESS_COST
    if any(mark in tag for mark in ("Geox", "Orgn", "Name")) and noun[:1].isupper():
        score += 0.1
    restored = []
    for word in adjectives:
        if word in JOINERS or word.casefold() == "и":
            restored.append(word)
            continue
        adjective = _nominative_adjective(word, tag, number)
        if adjective is None:
            score -= 1.0
            restored.append(word)
        else:
            score += 0.5
            restored.append(recase(word, adjective))
    yield score, (*restored, recase(noun, nominative))


def _nominative_adjective(word: str, tag: Any, number: str) -> str | None:
    for reading in parses(word):
        given = reading.tag
        if given.POS not in ADJECTIVES or given.case != tag.case or given.number != number:
            continue
        if number == "sing" and tag.gender is not None and given.gender != tag.gender:
            continue
        wanted = {"nomn", number}
        if number == "sing" and tag.gender is not None:
            wanted.add(str(tag.gender))
        form = reading.inflect(wanted)
        if form is not None:
            return _spell(form.word, word)
    return None


def _spell(form: str, word: str) -> str:
    """Return a form without ё where the text writes without it."""
    return form if "ё" in word.casefold() else form.replace("ё", "е")
