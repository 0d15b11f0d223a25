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
from itertools import combinations, product

from graphkit.resolve.fold import skeleton
from graphkit.resolve.names import PersonName

# Consonants of a name that two spellings by ear still share, and those of a narrower key.
PREFIX, START = 4, 2
# More items than this are not all compared with each other but by narrower keys; where
# there are none, each with those next to it by name (sorted neighbourhood, Hernández and
# Stolfo 1995).
ALL_PAIRS, WINDOW = 8, 6
# First sounds that another language hears as a vowel, or as another consonant:
# Johannes/Йоханнес, Whitmore/Уитмор, Hasanov/Гасанов.
STARTS = {"j": ("s", "a"), "v": ("v", "a"), "u": ("v", "a"), "h": ("a", "k")}
Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Item:
    """What is to be compared: its number, what it is sorted by, and its paths of keys."""

    number: int
    order: str
    paths: frozenset[Path]


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
    narrow = (rest[:START], rest[:PREFIX], word, other) if len(other) > 1 else ()
    return frozenset((f"{own[:PREFIX]}|{start}", own, *narrow) for start in _starts(other))


def _starts(word: str) -> Sequence[str]:
    return STARTS.get(word[:1]) or (skeleton(word[:1]) or "a",)


def find_pairs(items: Iterable[Item]) -> list[tuple[int, int]]:
    """Return the pairs of numbers, smaller first, that some path holds near each other."""
    blocks: defaultdict[str, list[tuple[str, int, Path]]] = defaultdict(list)
    for item in items:
        for path in item.paths:
            blocks[path[0]].append((item.order, item.number, path[1:]))
    found: set[int] = set()  # a pair as one number takes half the memory
    for block in blocks.values():
        found.update(left << 32 | right for left, right in _pairs(block) if left != right)
    return [(pair >> 32, pair & 0xFFFFFFFF) for pair in sorted(found)]


def _pairs(block: list[tuple[str, int, Path]]) -> Iterator[tuple[int, int]]:
    numbers = {number for _, number, _ in block}
    if len(numbers) <= ALL_PAIRS:
        yield from combinations(sorted(numbers), 2)
        return
    narrower: defaultdict[str, list[tuple[str, int, Path]]] = defaultdict(list)
    wide: set[tuple[str, int]] = set()
    for order, number, path in block:
        if path:
            narrower[path[0]].append((order, number, path[1:]))
        else:
            wide.add((order, number))
    for group in narrower.values():
        yield from _pairs(group)
    yield from _near(sorted(wide))
    firm = {number for group in narrower.values() for _, number, _ in group}
    if len(firm) <= ALL_PAIRS:
        # Else an abbreviated name fits so many that only a post tells which: see post_paths.
        for (_, left), right in product(wide, firm):
            yield min(left, right), max(left, right)


def _near(block: list[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    numbers = [number for _, number in block]
    for at, number in enumerate(numbers):
        for other in numbers[at + 1 : at + 1 + WINDOW]:
            yield min(number, other), max(number, other)
