"""Texts as gold and graph are compared by."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

# Latin letters that stand for the Cyrillic ones they look like.
_LOOKALIKES: Final = str.maketrans("aceopxyTKMBHAECOPXi", "асеорхуткмвнаесорхі")
_CYRILLIC: Final = re.compile("[а-яёәғқңөұүһі]", re.I)
_QUOTES: Final = re.compile(r"[\"'«»“”„‘’`()]")
_HYPHEN: Final = re.compile(r"\s*[-–—]\s*")
_SPACE: Final = re.compile(r"\s+")


def normalize(text: str) -> str:
    """Return a text without what does not count: case, quotation marks, spacing, look-alikes.

    >>> normalize("«Қазақстан  CІМ»") == normalize("қазақстан сім")
    True
    """
    text = unicodedata.normalize("NFKC", text)
    if _CYRILLIC.search(text):
        text = text.translate(_LOOKALIKES)
    text = _QUOTES.sub("", text.casefold()).replace("ё", "е")
    text = _HYPHEN.sub("-", text)
    return _SPACE.sub(" ", text.replace(".", ". ")).strip(" .,:;")
