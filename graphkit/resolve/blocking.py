"""Names -> pairs worth a comparison, few for each person however many there are.

An item gives paths of keys, from wide to narrow. It is compared with all that share the
first key of a path, while these are few; where they are many, with those that share the
next key too, and so on. So a small corpus is searched widely, and in a large one the
number of comparisons of each item stays what it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, product

from rapidfuzz.distance import Levenshtein

from graphkit.resolve.fold import fold_word, skeleton
from graphkit.resolve.names import RULED_ENDINGS, PersonName, starts_agree
from graphkit.resolve.transcription import transcribe

# Consonants of a name that two spellings by ear still share, and those of a narrower key.
PREFIX, START = 4, 2
# More items than this are not all compared with each other but by narrower keys; where
# there are none, each with those next to it by name (sorted neighbourhood, Hernández and
# Stolfo 1995).
ALL_PAIRS, WINDOW = 6, 4
# Share of a word's consonants that may differ (one always may): of a name that is written by
# ear in another script, of one that is written by rule, of the family name by an initial.
EAR, RULE, HAIR = 0.5, 0.2, 0.0
# What keys of whole words start with: names that rules, and not consonants, bring together.
HEARD = "~"
# First sounds that another language hears as a vowel, or as another consonant:
# Johannes/Йоханнес, Whitmore/Уитмор, Hasanov/Гасанов.
STARTS = {"j": ("s", "a"), "v": ("v", "a"), "u": ("v", "a"), "h": ("a", "k")}
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be compared: its number, what it is sorted by, and its paths of keys.

    ``names`` and ``countries`` tell which of those near it cannot be the same.
    """

    number: int
    order: str
    paths: frozenset[Path]
    names: Sequence[PersonName]
    countries: frozenset[str] = frozenset()


# An item in a block, and the keys of its path that are left.
Entry = tuple[Item, Path]


def name_paths(name: PersonName) -> frozenset[Path]:
    """Return paths of which two spellings of one name share the first key of at least one.

    One starts with the family name's consonants and how the given name starts, the other
    with the reverse, so that a name written by ear is missed only where both are off.
    """
    words = name.words if name.patronymic is None else (*name.words, name.patronymic)
    if name.initials:
        return _paths("".join(name.words), name.initials[0])
    if len(words) == 1:
        return frozenset()
    ends = {(words[0], "".join(words[1:])), ("".join(words[:-1]), words[-1])}
    if len(words) > 2:
        ends.add((words[0], words[1]))
    return frozenset().union(*(_paths(a, b) | _paths(b, a) for a, b in ends))


def post_paths(post: str, names: Iterable[PersonName]) -> frozenset[Path]:
    """Return the paths of those who hold one post, narrowed by how each end of a name starts.

    They bring together a bare family name and the full one, and names that only the ear
    knows to be one.
    """
    ends = {end for name in names for end in (*name.words[:1], *name.words[-1:])}
    paths: set[Path] = {
        (post, start, skeleton(end[1:])[:START], skeleton(end[1:])[:PREFIX])
        for end in ends
        for start in _starts(end)
    }
    return frozenset(paths or {(post,)})


def _paths(word: str, other: str) -> frozenset[Path]:
    own, rest = skeleton(word), skeleton(other[1:])  # the first sound: see STARTS
    # An initial stands for any name that starts so: it knows no narrower key of it.
    narrow = (rest[:START], rest[:PREFIX], word, other) if len(other) > 1 else (f"={word}",)
    return frozenset((f"{own[:PREFIX]}|{start}", own, *narrow) for start in _starts(other))


def _starts(word: str) -> Sequence[str]:
    return STARTS.get(word[:1]) or (skeleton(word[:1]) or "a",)


def heard_paths(name: PersonName) -> frozenset[Path]:
    """Return paths that bring a Latin name and what the press makes of it together.

    Their keys are a whole word by sound, as another language writes it, and how the other
    starts; only those that ``name_paths`` does not bring together anyway.
    """
    if len(name.spelt) < 2 or name.initials or name.words[-1].endswith(RULED_ENDINGS):
        return frozenset()
    found: set[Path] = set()
    for at, other in ((0, -1), (-1, 0)):
        own, rest = {name.words[at]}, {name.words[other]}
        if not name.cyrillic:
            own |= {_sounds(form) for form in transcribe(name.spelt[at])}
            rest |= {_sounds(form) for form in transcribe(name.spelt[other])}
            if {skeleton(word[:1]) or "a" for word in rest} <= set(_starts(name.words[other])):
                usual = skeleton(name.words[at])[:PREFIX]
                own = {word for word in own if skeleton(word)[:PREFIX] != usual}
        ends = {skeleton(word)[:START] for word in rest}
        found |= {(f"{HEARD}{word}|{end}",) for word in own for end in ends}
    return frozenset(found)


def _sounds(form: str) -> str:
    return fold_word(form[1:]) if form.startswith("=") else form


def find_pairs(items: Iterable[Item]) -> list[tuple[int, int]]:
    """Return the pairs of numbers, smaller first, that some path holds near each other.

    Left out is what no comparison could join: persons of different countries, and names
    whose consonants are too far apart.
    """
    blocks: defaultdict[str, list[Entry]] = defaultdict(list)
    for item in items:
        for path in item.paths:
            blocks[path[0]].append((item, path[1:]))
    found: set[int] = set()  # a pair as one number takes half the memory
    for key, block in blocks.items():
        for left, right in _by_country(block):
            if left.number != right.number and _alike(left, right, key.startswith(HEARD)):
                low, high = sorted((left.number, right.number))
                found.add(low << 32 | high)
    return [(pair >> 32, pair & 0xFFFFFFFF) for pair in sorted(found)]


def _by_country(block: list[Entry]) -> Iterator[tuple[Item, Item]]:
    """Split a large block by country; who has none may be of any."""
    items = {item.number: item for item, _ in block}
    if len(items) <= ALL_PAIRS:
        yield from _pairs(block)
        return
    countries: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in block:
        for country in entry[0].countries:
            countries[country].append(entry)
    for group in countries.values():
        yield from _pairs(group)
    if not all(item.countries for item in items.values()):
        for left, right in _pairs(block):
            if not left.countries or not right.countries:
                yield left, right


def _pairs(block: list[Entry]) -> Iterator[tuple[Item, Item]]:
    items = {item.number: item for item, _ in block}
    if len(items) <= ALL_PAIRS:
        yield from combinations(items.values(), 2)
        return
    narrower: defaultdict[str, list[Entry]] = defaultdict(list)
    wide: dict[int, Item] = {}
    for item, path in block:
        if path:
            narrower[path[0]].append((item, path[1:]))
        else:
            wide[item.number] = item
    for group in narrower.values():
        yield from _pairs(group)
    yield from _near(sorted(wide.values(), key=lambda item: (item.order, item.number)))
    firm = {item.number: item for group in narrower.values() for item, _ in group}
    if len(firm) <= ALL_PAIRS:
        # Else an abbreviated name fits so many that only a post tells which: see post_paths.
        yield from product(wide.values(), firm.values())


def _near(block: list[Item]) -> Iterator[tuple[Item, Item]]:
    for at, item in enumerate(block):
        for other in block[at + 1 : at + 1 + WINDOW]:
            yield item, other


def _alike(left: Item, right: Item, heard: bool) -> bool:
    """Say whether two may be one by their countries and some of their names.

    ``heard`` says that rules of spelling brought them together, which go beyond consonants;
    that counts between scripts.
    """
    if left.countries and right.countries and left.countries.isdisjoint(right.countries):
        return False
    if heard:
        return any(a.cyrillic != b.cyrillic for a in left.names for b in right.names)
    return any(_names_alike(a, b) for a in left.names for b in right.names)


def _names_alike(left: PersonName, right: PersonName) -> bool:
    """Hold the consonants of two names against each other, in either order."""
    short, long = sorted((_ends(left), _ends(right)), key=len)
    if len(long) > 2:
        return True  # where to cut it in two is for the comparison to find out
    if len(short) == 1:
        initials = (left.initials or right.initials)[:1]
        return any(
            _skeletons_alike(short[0], end, HAIR)
            and (len(long) == 1 or not initials or starts_agree(initials[0], long[1 - at]))
            for at, end in enumerate(long)
        )
    by_ear = left.cyrillic != right.cyrillic and not long[-1].endswith(RULED_ENDINGS)
    share = EAR if by_ear else RULE
    return any(
        all(_skeletons_alike(one, other, share) for one, other in zip(short, order, strict=True))
        for order in (long, long[::-1])
    )


def _ends(name: PersonName) -> tuple[str, ...]:
    if name.initials:
        return ("".join(name.words),)
    if len(name.words) == 1 and name.patronymic:
        return (*name.words, name.patronymic)
    return name.words or ((name.patronymic,) if name.patronymic else ("",))


@lru_cache(maxsize=1 << 17)
def _skeletons_alike(left: str, right: str, share: float) -> bool:
    one, other = skeleton(left), skeleton(right)
    most = max(1, int(max(len(one), len(other)) * share))
    return Levenshtein.distance(one, other, score_cutoff=most) <= most
