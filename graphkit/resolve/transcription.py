"""A Latin spelling -> how the press may write the name in Cyrillic, by language.

What corresponds by the rules of one language (``transcription.toml``) is one name however
far apart the letters are: Walker/Уокер, Guterres/Гутерриш, Zhang/Чжан. The rules are data;
this file only runs them.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from anyascii import anyascii

from graphkit.resolve.fold import fold_word

# More ways of one word are not followed: where rules are so loose they say nothing.
MOST_WAYS = 128
# What is one letter where names are held against each other by letter.
SAME_LETTERS = str.maketrans(
    {"э": "е", "ё": "е", "ъ": "", "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о"}
    | {"ұ": "у", "ү": "у", "һ": "х", "і": "и", "-": "", "‐": "", "‑": "", "–": "", "'": ""}
)
HYPHEN = re.compile("[-‐‑–'’ʼ`‘]")
Rules = tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Language:
    """The rules of one language: all patterns as one, a group each, and the ways of each.

    ``named`` are the letters beyond ASCII in them, ``marks`` all that its names may have;
    a word where ``foreign`` is found is of another language. ``whole`` and ``families`` tell
    names that are of this language and no other.
    """

    pattern: re.Pattern[str]
    ways: tuple[tuple[str, ...], ...]
    named: frozenset[str]
    marks: frozenset[str]
    foreign: re.Pattern[str] | None
    strict: bool
    whole: re.Pattern[str] | None
    families: frozenset[str]


@cache
def load_languages() -> tuple[Language, ...]:
    """Return the languages of ``transcription.toml``."""
    text = files("graphkit.resolve").joinpath("transcription.toml").read_text("utf-8")
    tables: dict[str, Any] = tomllib.loads(text)
    every = _read_rules(tables.pop("every")["rules"])
    return tuple(_read_language(table, every) for table in tables.values())


def _read_language(table: Mapping[str, Any], every: Rules) -> Language:
    rules = _read_rules(table["rules"])
    whole, foreign = table.get("whole"), table.get("foreign")
    named = frozenset(c for pattern, _ in rules for c in pattern if not c.isascii())
    rules = (*rules, *every)
    return Language(
        re.compile("|".join(f"({pattern})" for pattern, _ in rules)),
        tuple(ways for _, ways in rules),
        named,
        named | frozenset(table.get("letters", "")),
        re.compile(foreign) if foreign else None,
        table.get("strict", False),
        re.compile(f"(?:{whole.strip()})+") if whole else None,
        frozenset(table.get("families", "").split()),
    )


def _read_rules(lines: str) -> Rules:
    rules = []
    for line in lines.strip().splitlines():
        pattern, *ways = line.split()
        rules.append((pattern, tuple(way.replace("-", "") for way in ways)))
    return tuple(rules)


def letters(word: str) -> str:
    """Return a Cyrillic word by its letters, one for what Kazakh and Russian write apart.

    >>> letters("Цзинь-Вэй")
    'цзиньвей'
    """
    return word.casefold().translate(SAME_LETTERS)


@lru_cache(maxsize=1 << 14)
def transcribe(word: str) -> Mapping[str, frozenset[int]]:
    """Return what the press may make of a word, and the numbers of the languages that do.

    Forms are folded sounds, or, of a strict language, letters after ``=``.

    >>> {"uoker", "=ван"} <= {*transcribe("walker"), *transcribe("wang")}
    True
    """
    found: dict[str, set[int]] = {}
    parts = [part for part in HYPHEN.split(word.casefold()) if part]
    for number, language in enumerate(load_languages()):
        if any(_is_foreign(part, language) for part in parts):
            continue
        ways = [""]
        for part in parts:
            ways = [way + more for way in ways for more in _spell(part, language)][:MOST_WAYS]
        if language.strict:
            forms = {f"={letters(way)}" for way in ways}
        else:
            forms = {fold_word(way) for way in ways} | {fold_word(word)}
        for form in forms - {"", "="}:
            found.setdefault(form, set()).add(number)
    return {form: frozenset(numbers) for form, numbers in found.items()}


def _is_foreign(part: str, language: Language) -> bool:
    marked = any(not c.isascii() and c not in language.marks for c in part)
    return marked or (language.foreign is not None and bool(language.foreign.search(part)))


def _spell(part: str, language: Language) -> list[str]:
    """Return the Cyrillic ways of a word without hyphens."""
    plain = "".join(c if c in language.named else anyascii(c).lower() for c in part)
    ways, at = [""], 0
    while at < len(plain):
        match = language.pattern.match(plain, at)
        if match is None or match.lastindex is None:
            at += 1  # no letter
            continue
        here = language.ways[match.lastindex - 1]
        ways = [way + form for way in ways for form in here][:MOST_WAYS]
        at = match.end()
    return ways


def is_certain(words: Sequence[str]) -> bool:
    """Say whether a Latin name is of a language that no other name looks like.

    >>> is_certain(("li", "qiang")), is_certain(("anna", "li"))
    (True, False)
    """
    return bool(words) and any(
        language.whole is not None
        and words[0] in language.families
        and all(language.whole.fullmatch(HYPHEN.sub("", word)) for word in words)
        for language in load_languages()
    )


@dataclass(frozen=True, slots=True)
class Cyrillic:
    """A part of a name in Cyrillic, by its folded sounds and by its letters."""

    sounds: str
    letters: str

    def languages_of(self, latin: Sequence[str]) -> frozenset[int]:
        """Return the languages whose rules make this of a part in Latin."""
        return self._follow(latin, 0, 0)

    def _follow(self, latin: Sequence[str], sounds: int, spelt: int) -> frozenset[int]:
        if not latin:
            by_sound = sounds == len(self.sounds)
            by_letter = spelt == len(self.letters)
            return frozenset(
                number
                for number, language in enumerate(load_languages())
                if (by_letter if language.strict else by_sound)
            )
        found: set[int] = set()
        for form, languages in transcribe(latin[0]).items():
            if form.startswith("="):
                if spelt >= 0 and self.letters.startswith(form[1:], spelt):
                    rest = self._follow(latin[1:], -1, spelt + len(form) - 1)
                    found |= languages & rest
            elif sounds >= 0 and self.sounds.startswith(form, sounds):
                found |= languages & self._follow(latin[1:], sounds + len(form), -1)
        return frozenset(found)


def corresponds(
    latin: Sequence[str], sounds: Sequence[str], spelt: Sequence[str], *, certain: bool = False
) -> bool:
    """Say whether one language makes of a Latin name what stands in Cyrillic.

    Given and family name may stand in either order; ``certain`` leaves out languages
    that do not tell their names from all others.
    """
    halves = [
        (Cyrillic("".join(sounds[:cut]), "".join(spelt[:cut])),
         Cyrillic("".join(sounds[cut:]), "".join(spelt[cut:])))
        for cut in range(1, len(sounds))
    ]  # fmt: skip
    wanted = frozenset(
        number
        for number, language in enumerate(load_languages())
        if not certain or language.whole is not None
    )
    for at in range(1, len(latin)):
        for one, other in halves:
            for first, second in ((one, other), (other, one)):
                found = wanted & first.languages_of(latin[:at])
                if found and found & second.languages_of(latin[at:]):
                    return True
    return False
