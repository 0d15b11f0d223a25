"""Abbreviations that keep their full stop, and what they stand for."""

from __future__ import annotations

from spacy.lang.tokenizer_exceptions import BASE_EXCEPTIONS
from spacy.symbols import NORM, ORTH
from spacy.util import update_exc

# Never at the end of a sentence: what they belong to follows.
LEADING = {
    "акад.": "академик",
    "проф.": "профессор",
    "доц.": "доцент",
    "инж.": "инженер",
    "т.ғ.д.": "техника ғылымдарының докторы",
    "ф.ғ.д.": "филология ғылымдарының докторы",
    "з.ғ.д.": "заң ғылымдарының докторы",
    "з.ғ.к.": "заң ғылымдарының кандидаты",
    "м.а.": "міндетін атқарушы",
    "м.у.а.": "міндетін уақытша атқарушы",
    "көш.": "көше",
    "қ.": "қала",
    "обл.": "облыс",
    "ауд.": "аудан",
    "бет.": "бет",
    "т.": "том",
    "мыс.": "мысалы",
    "ж.": "жыл",
    "жж.": "жылдар",
    "ғ.": "ғасыр",
    "мың.": "мың",
    "млн.": "миллион",
    "млрд.": "миллиард",
    "трлн.": "триллион",
}
# These may end a sentence, when a capital follows.
CLOSING = {
    "т.б.": "тағы басқа",
    "т.с.с.": "тағы сол сияқты",
    "т.т.": "тағы тағылар",
    "ж.т.б.": "және тағы басқа",
    "б.з.д.": "біздің заманымызға дейін",
    "б.з.": "біздің заманымыз",
    "тг.": "теңге",
}
WITHOUT_STOP = {
    "млн": "миллион",
    "млрд": "миллиард",
    "трлн": "триллион",
    "м.а": "міндетін атқарушы",
}


def _make_exceptions() -> dict[str, list[dict[int, str]]]:
    exceptions: dict[str, list[dict[int, str]]] = {}
    for short, full in (LEADING | CLOSING | WITHOUT_STOP).items():
        # One letter and a capital («Қ.») is an initial: only the small form is the word.
        forms = {short} if len(short) == 2 else {short, short[:1].upper() + short[1:]}
        for form in sorted(forms):
            exceptions[form] = [{ORTH: form, NORM: full}]
    return exceptions


TOKENIZER_EXCEPTIONS = update_exc(BASE_EXCEPTIONS, _make_exceptions())
