"""Lexical attributes of Kazakh: which words are numbers."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from spacy.attrs import LIKE_NUM

NUMBER_WORDS = frozenset(
    """
    нөл бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу алпыс жетпіс
    сексен тоқсан жүз мың миллион миллиард триллион
    """.split()
)
ORDINAL_WORDS = frozenset(
    """
    бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы
    жиырмасыншы отызыншы қырқыншы елуінші алпысыншы жетпісінші сексенінші тоқсаныншы жүзінші
    мыңыншы
    """.split()
)


def like_num(text: str) -> bool:
    """Say whether a word is a number: digits, a fraction, a numeral, an ordinal («5-ші»)."""
    text = text.lstrip("+-±~").casefold()
    stem, _, ending = text.partition("-")
    digits = stem.replace(",", "").replace(".", "").replace(" ", "")
    if digits.isdigit() and (not ending or ending.isdigit() or ending.isalpha()):
        return True
    if text.count("/") == 1:
        numerator, denominator = text.split("/")
        return numerator.isdigit() and denominator.isdigit()
    return text in NUMBER_WORDS or text in ORDINAL_WORDS


LEX_ATTRS: dict[int, Callable[[str], Any]] = {LIKE_NUM: like_num}
