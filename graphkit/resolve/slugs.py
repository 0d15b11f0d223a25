"""Names -> the readable part of an IRI, mostly the same from each of the languages."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from anyascii import anyascii

from graphkit.model import Name

LETTERS = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфы", "abvgdeziiklmnoprstufy", strict=True))
    | dict(zip("әғқңөұүһіэё", "agknouuhiee", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya"}
    | {"ъ": "", "ь": "", "'": "", "’": ""}
)
# Latin spellings that press services vary in are brought to the one that Cyrillic gives.
HABITS = (
    (re.compile(r"\bye(?=[a-z]{2})"), "e"),  # Yermek
    (re.compile(r"(?<=[aeiou])y(?=ev)"), ""),  # Tokayev
    (re.compile(r"(?<=[aeiou])ss(?=[aeiou])"), "s"),  # Kassymov
    (re.compile(r"(?<=[aeou])y(?![aeiou])"), "i"),  # Kayrat
    (re.compile(r"gh"), "g"),
    (re.compile(r"q(?!u)"), "k"),
    (re.compile(r"i{2,}"), "i"),
)
LANGUAGES = {"en": 0, "ru": 1, "kk": 2}
LONGEST = 60


def slugify(text: str) -> str:
    """Return a name as lower-case ASCII words joined by hyphens.

    >>> slugify("Су ресурстары комитеті")
    'su-resurstary-komiteti'
    """
    words = "-".join(re.findall("[a-z0-9]+", _romanize(text)))
    return words if len(words) <= LONGEST else words[:LONGEST].rpartition("-")[0]


def slugify_person(name: str) -> str:
    """Return a person's name as ``slugify`` does, without what spellings differ in.

    >>> slugify_person("Yerlan Bayev"), slugify_person("Ерлан Баев")
    ('erlan-baev', 'erlan-baev')
    """
    text = _romanize(name)
    for pattern, written in HABITS:
        text = pattern.sub(written, text)
    return "-".join(re.findall("[a-z0-9]+", text))


def _romanize(text: str) -> str:
    folded = unicodedata.normalize("NFC", text).casefold().translate(LETTERS)
    return anyascii(folded).lower()


def digest(*parts: str) -> str:
    """Return a short hash of texts, of their content and order only."""
    return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]


def rank(name: Name) -> tuple[int, str]:
    """Order names for the one that an IRI is made of: Latin letters first."""
    return LANGUAGES.get(name.language, len(LANGUAGES)), name.text
