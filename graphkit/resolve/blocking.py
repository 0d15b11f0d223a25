"""Names -> pairs worth a comparison, few for each person however many there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from graphkit.resolve.fold import skeleton
from graphkit.resolve.names import PersonName

PREFIX = 4
# Above this many names a block is walked with a window over sorted names instead
# (sorted neighbourhood, Hernández and Stolfo 1995), which keeps pairs per person flat.
ALL_PAIRS, WINDOW = 16, 6
# First sounds that another language hears as a vowel: Johannes/Йоханнес, Whitmore/Уитмор.
STARTS = {"j": ("s", "a"), "v": ("v", "a"), "u": ("v", "a")}


def name_keys(name: PersonName) -> frozenset[str]:
    """Return keys of which two spellings of one name share at least one.

    One key holds the family name's consonants and how the given name starts, the other
    the reverse, so that a name written by ear is missed only where both are off.
    """
    words = name.words if name.patronymic is None else (*name.words, name.patronymic)
    if name.initials:
        return _keys("".join(name.words), name.initials[0])
    if len(words) == 1:
        return frozenset()
    ends = {(words[0], "".join(words[1:])), ("".join(words[:-1]), words[-1])}
    if len(words) > 2:
        ends.add((words[0], words[1]))
    return frozenset().union(*(_keys(a, b) | _keys(b, a) for a, b in ends))


def _keys(word: str, other: str) -> frozenset[str]:
    starts = STARTS.get(other[:1]) or (skeleton(other[:1]) or "a",)
    return frozenset(f"{skeleton(word)[:PREFIX]}|{start}" for start in starts)


def pairs(blocks: Mapping[str, Iterable[tuple[str, int]]]) -> Iterator[tuple[int, int]]:
    """Yield each pair of numbers once that some block holds near each other.

    The items of a block are (sort key, number); blocks are few in common, so what has
    been yielded is remembered by pair.
    """
    seen: set[tuple[int, int]] = set()
    for key in sorted(blocks):
        for left, right in _near(sorted(set(blocks[key]))):
            pair = (left, right) if left < right else (right, left)
            if left != right and pair not in seen:
                seen.add(pair)
                yield pair


def _near(block: list[tuple[str, int]]) -> Iterator[tuple[int, int]]:
    numbers = [number for _, number in block]
    if len(numbers) <= ALL_PAIRS:
        yield from combinations(numbers, 2)
        return
    for at, number in enumerate(numbers):
        for other in numbers[at + 1 : at + 1 + WINDOW]:
            yield number, other


def group(keys: Iterable[tuple[int, str, Iterable[str]]]) -> dict[str, list[tuple[str, int]]]:
    """Turn (number, sort key, block keys) into blocks."""
    blocks: defaultdict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, order, names in keys:
        for name in names:
            blocks[name].append((order, number))
    return blocks
