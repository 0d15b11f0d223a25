"""Names of persons: parts, folding, and how near two names are."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from rapidfuzz.distance import Levenshtein

from graphkit.resolve.fold import VOWELS, fold_word, is_cyrillic, sound_distance
from graphkit.resolve.transcription import corresponds, is_certain, letters

WORD = re.compile(r"[^\W\d_]+(?:['’ʼ`‘\-‐‑–][^\W\d_]+)*\.?")
ARTICLE = re.compile(
    r"(?<!\w)(?:(?i:al|el|ul|ал|аль|эль|әл|уль)[-‐‑–](?=\w)"
    # before what letters the article changes to: ас-Сиси, әс-Сиси
    r"|(?:a[dnrstz]|ash|[аәэ][днрстз]|[аә]ш)[-‐‑–](?=[^\W\d_a-zа-яё]))"
)
# Folded endings of patronymics, attached (Сәкенұлы, Сакенович) or as a word (Гамид оглу).
PATRONYMIC_ENDINGS = ("ovic", "evic", "ovna", "evna", "icna", "uli", "uuli", "kizi", "oglu", "ogli")
PATRONYMIC_WORDS = frozenset({"uli", "ulu", "kizi", "oglu", "ogli", "oglan", "gizi"})
SOUTHERN = ("ovic", "evic")  # a family name where it stands beside a given name alone
RULED_ENDINGS = ("ov", "ev", "ova", "eva", "in", "ina", "bai", "bek", "zoda", "zade", "uli", "kizi")
EASTERN_SPELT = ("ov", "ev", "ova", "eva", "bay", "bai", "bek", "zoda", "zade", "uly", "kyzy")
# Swaps that make another name of a short word: Асан/Есен are two men in any script.
SOFT, SOFT_RATIO, TYPO, LONG_WORD, EAR, SAME_EAR = 0.5, 0.07, 1.0, 7, 0.29, 0.2
MOST_CHANGES = {True: 0.67, False: 0.5}
# First sounds that one initial may stand for: Y. for Ермек and Юлия, J. for Йоханнес.
INITIALS = frozenset(map(frozenset, "ie ia iu io ji vu gh kh kc ks kq".split()))
ARTICLES = frozenset({"al", "el"})


class Grade(IntEnum):
    """How near two names are, from another person's name to the same sounds."""

    OTHER = 0
    FAMILY = 1
    INITIALS = 2
    FAR = 3
    LOOSE = 4
    TYPO = 5
    CLOSE = 6
    HEARD = 7
    EXACT = 8


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name in folded parts: ``words`` without titles, particles, patronymic and initials.

    ``initials`` are the first sounds of what stands as a single letter; ``spelt`` are the
    words as written, or none where names of that sort are written by one rule everywhere.
    """

    words: tuple[str, ...]
    initials: tuple[str, ...] = ()
    patronymic: str | None = None
    cyrillic: bool = False
    spelt: tuple[str, ...] = ()

    @property
    def full(self) -> bool:
        """Given and family name are both written out."""
        return len(self.words) + (self.patronymic is not None) > 1 and not self.initials

    @property
    def key(self) -> tuple[str, ...]:
        """The parts in an order that does not depend on which came first."""
        return tuple(sorted(self.words))


@lru_cache(maxsize=1 << 16)
def parse_name(name: str, *, titles: frozenset[str] = frozenset()) -> PersonName:
    """Split a person's name into the parts that are compared.

    ``titles`` are folded words that are no part of a name (``lord``, ``mirza``).

    >>> parse_name("Йохан ван дер Берг").words == parse_name("BERG Johan").words[::-1]
    False
    >>> parse_name("А. Сәкенұлы").initials
    ('a',)
    >>> parse_name("Асан Сейтов Маратович").patronymic
    'marat'
    """
    text = unicodedata.normalize("NFC", name)
    pieces = [m.group() for m in WORD.finditer(ARTICLE.sub("", text))]
    words: list[tuple[str, str]] = []  # folded, as written
    initials: list[str] = []
    patronymic: str | None = None
    for piece in pieces:
        folded = fold_word(piece)
        if folded in titles:
            continue
        if folded in PATRONYMIC_WORDS and words:
            patronymic = words.pop()[0]
        elif _is_initial(piece):
            initials.append(folded[:1] or piece[0].casefold())
        elif piece[0].islower() and _has_capitals(pieces):
            continue  # a particle: van der, bin, de
        elif (stem := patronymic_stem(folded)) and (words or initials):
            if folded.endswith(SOUTHERN) and len(words) == 1 and len(pieces) == 2:
                words.append((folded, piece))  # Марко Петрович, a Serb, or known to friends only
            else:
                patronymic = stem
        elif folded:
            words.append((folded, piece))
    if len(words) > 2:
        words = [w for w in words[:-1] if w[0] not in ARTICLES] + words[-1:]
    cyrillic = is_cyrillic(name)
    parts = tuple(folded for folded, _ in words)
    spelt = _spelling(parts, [piece for _, piece in words], cyrillic)
    return PersonName(parts, tuple(initials), patronymic, cyrillic, spelt)


def _spelling(words: tuple[str, ...], pieces: list[str], cyrillic: bool) -> tuple[str, ...]:
    if len(words) < 2:
        return ()
    if cyrillic:
        return tuple(letters(piece) for piece in pieces)
    latin = tuple(piece.casefold() for piece in pieces)
    return () if any(piece.endswith(EASTERN_SPELT) for piece in latin) else latin


def _has_capitals(pieces: list[str]) -> bool:
    """Say whether small letters mean something: some piece starts with a capital."""
    return any(piece[0].isupper() for piece in pieces)


def _is_initial(piece: str) -> bool:
    """A letter with a full stop (А., Дж.), or one that no name consists of (J, but not И)."""
    letters = piece.rstrip(".")
    if piece.endswith("."):
        return len(letters) <= 2
    return len(letters) == 1 and fold_word(letters) not in tuple("aeiou")


def patronymic_stem(folded: str) -> str | None:
    """Return the father's name of an attached patronymic, or None where it is none.

    >>> patronymic_stem(fold_word("Кенжебекұлы")) == patronymic_stem(fold_word("Kenzhebekovich"))
    True
    """
    for ending in PATRONYMIC_ENDINGS:
        if folded.endswith(ending) and len(folded) > len(ending) + 2:
            return folded[: -len(ending)].rstrip("u" if ending == "uli" else "")
    return None


def fold_name(name: str) -> str:
    """Return the form of a name used to compare it, never to show it.

    >>> fold_name("Қасым-Жомарт ТОҚАЕВ") == fold_name("Касым-Жомарт Токаев")
    True
    """
    return " ".join(filter(None, (fold_word(m.group()) for m in WORD.finditer(name))))


@lru_cache(maxsize=1 << 17)
def compare_names(left: PersonName, right: PersonName) -> Grade:
    """Grade two names; ``OTHER`` says that one person does not bear both.

    >>> compare_names(parse_name("Сейтова Асель"), parse_name("Assel Seitova")).name
    'EXACT'
    >>> compare_names(parse_name("Асель Сейтова"), parse_name("Асем Сейтова")).name
    'OTHER'
    """
    if _fathers_differ(left.patronymic, right.patronymic):
        return Grade.OTHER
    grade = _compare_sounds(left, right)
    if left.cyrillic == right.cyrillic or not left.spelt or not right.spelt:
        return grade
    latin, other = (right, left) if left.cyrillic else (left, right)
    certain = is_certain(latin.spelt)
    if (certain or grade < Grade.HEARD) and not latin.initials and not other.initials:
        if corresponds(latin.spelt, other.words, other.spelt, certain=certain):
            return max(grade, Grade.HEARD)
        # Of pinyin each letter counts: Li Qiang is not Ли Цянь, Sun Li is not Сун Ли.
        return min(grade, Grade.LOOSE) if certain else grade
    return grade


def _compare_sounds(left: PersonName, right: PersonName) -> Grade:
    """Grade two names by their folded sounds alone."""
    left_words, right_words = _with_patronymic(left), _with_patronymic(right)
    cross = left.cyrillic != right.cyrillic
    if left.initials or right.initials:
        return _compare_initials(left, right, cross)
    if len(left_words) < 2 or len(right_words) < 2:
        return _compare_single(left_words, right_words, cross)
    theirs = _halves(right_words)
    best = Grade.OTHER
    for given, family in _halves(left_words)[: len(left_words) - 1]:
        for other, surname in theirs:
            first = compare_words(given, other, cross)
            if first > best:
                best = max(best, _of_halves(first, compare_words(family, surname, cross), family))
    return best or _compare_doubled(left_words, right_words, cross)


def _with_patronymic(name: PersonName) -> tuple[str, ...]:
    """A person known by given name and patronymic alone bears it as a family name."""
    if len(name.words) == 1 and name.patronymic:
        return (*name.words, name.patronymic)
    return name.words


def _of_halves(given: Grade, family: Grade, name: str) -> Grade:
    """Where a family name is written by rule and agrees, a given name by ear is another's."""
    if given is Grade.LOOSE and family is Grade.EXACT and name.endswith(RULED_ENDINGS):
        return Grade.FAR
    return min(given, family)


@lru_cache(maxsize=1 << 16)
def _halves(words: tuple[str, ...]) -> list[tuple[str, str]]:
    """Cut a name in two at each place, then the same with the halves swapped."""
    cuts = [("".join(words[:i]), "".join(words[i:])) for i in range(1, len(words))]
    return cuts + [(b, a) for a, b in cuts]


@lru_cache(maxsize=1 << 17)
def compare_words(left: str, right: str, cross: bool) -> Grade:
    """Grade two folded words; ``cross`` says that they were written in different scripts."""
    if left == right:
        return Grade.EXACT
    if _of_two_sexes(left, right) or _of_two_sexes(right, left):
        return Grade.OTHER
    if cross and left.endswith(RULED_ENDINGS) and right.endswith(RULED_ENDINGS):
        cross = False  # such names are written by rule between scripts, and not by ear
    short, long = sorted((len(left), len(right)))
    if long - short > max(3, long // 3):
        return Grade.OTHER
    changes = max(3, int(long * MOST_CHANGES[cross]))
    if Levenshtein.distance(left, right, score_cutoff=changes) > changes:
        return Grade.OTHER  # no path of cheap changes is that long
    cost = sound_distance(left, right, cross=cross, most=max(TYPO, EAR * long))
    if cost <= SOFT and cost / long <= SOFT_RATIO:
        return Grade.CLOSE
    if cost <= TYPO and short >= LONG_WORD and left[0] == right[0]:
        return Grade.TYPO
    if cross:
        return Grade.LOOSE if cost / long <= EAR else Grade.OTHER
    # Two translators of one foreign name: only a post of one holder can say so.
    by_ear = sound_distance(left, right, cross=True, most=SAME_EAR * long)
    return Grade.FAR if by_ear / long <= SAME_EAR else Grade.OTHER


def _of_two_sexes(woman: str, man: str) -> bool:
    """Сеитова/Сеитов, Александра/Александр; a bare Гүлнар/Гүлнара is left apart as well."""
    return woman.endswith("a") and woman[:-1].removesuffix("i") == man and man[-1:] not in VOWELS


def _fathers_differ(left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return False
    size = max(3, min(len(left), len(right)) - 2)
    return left[:size] != right[:size] and sound_distance(left, right, cross=True) > TYPO


def _compare_initials(left: PersonName, right: PersonName, cross: bool) -> Grade:
    """One or both have initials: the family name must agree, and the first sounds."""
    short, other = (left, right) if left.initials else (right, left)
    family = "".join(short.words)
    if not family:
        return Grade.OTHER
    if other.initials:
        same = compare_words(family, "".join(other.words), cross) >= Grade.CLOSE
        return (
            Grade.INITIALS
            if same and starts_agree(short.initials[0], other.initials[0])
            else Grade.OTHER
        )
    words = other.words or ((other.patronymic,) if other.patronymic else ())
    if len(words) == 1 and other.patronymic is None:
        return _floor(compare_words(family, words[0], cross), Grade.FAMILY)
    for given, surname in _halves(_with_patronymic(other)):
        if compare_words(family, surname, cross) >= Grade.CLOSE and starts_agree(
            short.initials[0], given
        ):
            return Grade.INITIALS
    return Grade.OTHER


def starts_agree(initial: str, given: str) -> bool:
    """Hold an initial against a given name; iotated and silent first letters may be lost."""
    start = given[:1]
    return initial == start or frozenset((initial, start)) in INITIALS


def _compare_single(left: tuple[str, ...], right: tuple[str, ...], cross: bool) -> Grade:
    """A name of one word agrees with one end of the other, or with all of it."""
    if not left or not right:
        return Grade.OTHER
    single, other = (left, right) if len(left) == 1 else (right, left)
    ends = {other[0], other[-1], "".join(other[1:]), "".join(other[:-1])} - {""}
    return _floor(max(compare_words(single[0], end, cross) for end in ends), Grade.FAMILY)


def _compare_doubled(left: tuple[str, ...], right: tuple[str, ...], cross: bool) -> Grade:
    """Given name and one half of a doubled family name agree: Anna Berg, Anna Berg-Lund."""
    short, long = sorted((left, right), key=lambda words: (len("".join(words)), words))
    if len(short) == 2 and len(long) == 3 and _one_is_doubled(short, long, cross):
        return Grade.LOOSE
    if not set(left) & set(right):
        return Grade.OTHER
    for given, family in _halves(short):
        for other, doubled in _halves(long):
            starts = len(family) > 3 and (doubled.startswith(family) or doubled.endswith(family))
            if starts and len(doubled) > len(family) + 2 and given == other:
                return Grade.LOOSE
    return Grade.OTHER


def _one_is_doubled(short: tuple[str, ...], long: tuple[str, ...], cross: bool) -> bool:
    """Say whether a name of two words is one of three without its last: Жозеп Боррель."""
    return len(short[1]) > 3 and all(
        compare_words(mine, theirs, cross) >= (Grade.LOOSE if cross else Grade.CLOSE)
        for mine, theirs in zip(short, long, strict=False)
    )


def _floor(grade: Grade, result: Grade) -> Grade:
    return result if grade >= Grade.CLOSE else Grade.OTHER
