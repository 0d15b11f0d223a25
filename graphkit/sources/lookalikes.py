"""Latin letters inside Cyrillic words, and the reverse, each turned into its twin.

Only words that mix the two scripts are touched («CІМ» with a Latin C), and single
letters whose neighbours leave no doubt: an initial before a Cyrillic surname, and the
Russian words «с», «о», «у», «а» between Cyrillic words.
"""

from __future__ import annotations

import re

_PAIRS = "AА BВ CС EЕ HН IІ KК MМ OО PР TТ XХ aа cс eе iі kк oо pр xх yу əә ƏӘ ɵө ƟӨ ëё ËЁ ïї"
_TO_CYRILLIC = {pair[0]: pair[1] for pair in _PAIRS.split()}
_TO_LATIN = {cyrillic: latin for latin, cyrillic in _TO_CYRILLIC.items() if cyrillic not in "әӘөӨї"}
# Latin Y is drawn as Kazakh Ү and as Russian У; Latin h as Kazakh һ only.
_KAZAKH = {"Y": "Ү", "h": "һ"}
_RUSSIAN = {"Y": "У"}
_BACK = {"Ү": "Y", "У": "Y", "һ": "h", "Ѕ": "S", "ѕ": "s", "Ј": "J", "ј": "j"}
_TO_LATIN |= _BACK

_LATIN = "A-Za-z\u00c0-\u024f\u0259\u0275"
_CYRILLIC = "\u0400-\u052f"
_SEAM = re.compile(rf"[{_LATIN}](?:(?=[{_CYRILLIC}])|(?<=[{_CYRILLIC}].))")
_WORD = re.compile(rf"[{_LATIN}{_CYRILLIC}]+")
_WITH_ENDING = re.compile("[A-Z]{2,}[а-яёәғқңөұүһі]+")
_CYRILLIC_LETTER = re.compile(rf"[{_CYRILLIC}]")
_LATIN_LETTER = re.compile(rf"[{_LATIN}]")
_CAPITALS = "ABCEHKMOPTXYI"
_INITIAL = re.compile(rf"[{_CAPITALS}](?=\.[ ]?(?:\w\.[ ]?)?[{_CYRILLIC}]{{2}})(?<![\w.].)")
_NEXT_INITIAL = re.compile(rf"[{_CAPITALS}](?=\.)(?<=[А-ЯЁӘҒҚҢӨҰҮІҺ]\..)")
_ALONE = re.compile(
    rf"[acoyABCKOY](?= [{_CYRILLIC}«])(?:(?<=[{_CYRILLIC}] .)|(?<=[\n.!?»] .)|(?<=\n.)|(?<!..))"
)
# Abbreviations that are often typed in Latin throughout (РК, КР, ООН, ЕС, СІМ), and say
# nothing else where the word before is Cyrillic.
_WHOLE = re.compile(rf"(?<=[{_CYRILLIC}] )(?:PK|KP|OOH|EC|CIM)(?![\w-])")
_KAZAKH_LETTERS = re.compile("[ӘәҒғҚқҢңӨөҰұ]")


def fold_lookalikes(text: str) -> str:
    """Return ``text`` with the words that mix two scripts written in one of them.

    The length stays as it is. A word is left alone where it truly has both scripts,
    as «APPGнің», an abbreviation with a Kazakh ending.

    >>> fold_lookalikes("Пpeзидeнт APPGнің мүшесімен c сапаpмен COVIDке")
    'Президент APPGнің мүшесімен с сапармен COVIDке'
    """
    if _CYRILLIC_LETTER.search(text) is None or _LATIN_LETTER.search(text) is None:
        return text
    twins = _TO_CYRILLIC | (_KAZAKH if _KAZAKH_LETTERS.search(text) else _RUSSIAN)
    text = _fold_words(text, twins)
    for alone in (_INITIAL, _NEXT_INITIAL, _ALONE, _WHOLE):
        text = alone.sub(lambda match: "".join(twins[char] for char in match[0]), text)
    return text


def _fold_words(text: str, twins: dict[str, str]) -> str:
    pieces: list[str] = []
    at = 0
    seam = _SEAM.search(text)
    while seam is not None:
        begin = seam.start()
        while begin > at and _WORD.match(text[begin - 1]):
            begin -= 1
        word = _WORD.match(text, begin)
        end = word.end() if word else seam.end()
        pieces += (text[at:begin], _fold_word(text[begin:end], twins))
        at = end
        seam = _SEAM.search(text, at)
    return "".join((*pieces, text[at:])) if pieces else text


def _fold_word(word: str, twins: dict[str, str]) -> str:
    if _WITH_ENDING.fullmatch(word):
        return word
    latin = [char for char in word if _LATIN_LETTER.match(char)]
    cyrillic = [char for char in word if not _LATIN_LETTER.match(char)]
    as_cyrillic = all(char in twins for char in latin)
    as_latin = all(char in _TO_LATIN for char in cyrillic)
    if as_cyrillic and (not as_latin or len(cyrillic) >= len(latin)):
        return "".join(twins.get(char, char) for char in word)
    if as_latin:
        return "".join(_TO_LATIN.get(char, char) for char in word)
    return word
