"""Rows of an answer -> the shapes of a map and of a timeline."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from graphkit.report.places import country_places, zone_places

WIDTH: Final = 1000.0
_SOUTH, _NORTH = -56.0, 74.0
_SMALLEST, _LARGEST = 11.0, 38.0
# Small steps, and a pull back home, keep neighbours neighbours where it is crowded.
_ROUNDS: Final = 400
_STEP, _PULL, _CLOSE = 0.3, 0.03, 0.7
# Room above the northernmost place for what is pushed there.
_MARGIN: Final = 40.0
# Columns of a timeline: no wider, and the years written so far apart.
_COLUMN, _HEIGHT = 26.0, 160.0


@dataclass(frozen=True, slots=True)
class Circle:
    """A country on the map; the area is as its number."""

    code: str
    value: int
    x: float
    y: float
    radius: float


@dataclass(frozen=True, slots=True)
class Map:
    """A map without borders (Dorling's cartogram): circles, and dots for the rest of the world."""

    height: float
    dots: tuple[tuple[float, float], ...]
    circles: tuple[Circle, ...]
    unplaced: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Column:
    """A month of a timeline."""

    month: str
    value: int
    x: float
    width: float
    height: float
    year: str


def draw_map(rows: Iterable[Sequence[str]]) -> Map:
    """Return the map of countries, each row a code and a number."""
    places = country_places()
    found = [(code, int(float(value))) for code, value, *_ in rows]
    most = max((value for _, value in found), default=1) or 1
    circles = [
        Circle(code, value, *_project(*places[code]), _radius(value, most))
        for code, value in found
        if code in places
    ]
    dots = {_project(*place) for _, place in zone_places() if _SOUTH < place[1] < _NORTH}
    unplaced = tuple(code for code, _ in found if code not in places)
    height = round((_NORTH - _SOUTH) * WIDTH / 360 + _MARGIN, 1)
    return Map(height, tuple(sorted(dots)), tuple(_spread(circles, height)), unplaced)


def _project(longitude: float, latitude: float) -> tuple[float, float]:
    # The cut runs through the Bering Strait, so that no country lies on both sides.
    east = (longitude + 169 + 360) % 360
    return round(east * WIDTH / 360, 1), round((_NORTH - latitude) * WIDTH / 360 + _MARGIN, 1)


def _radius(value: int, most: int) -> float:
    return round(max(_SMALLEST, _LARGEST * math.sqrt(value / most)), 1)


def _spread(circles: Sequence[Circle], height: float) -> Iterable[Circle]:
    """Push circles apart that overlap, always in the same order, and keep them in the frame."""
    centres = [[circle.x, circle.y] for circle in circles]
    for number in range(_ROUNDS):
        pull = _PULL if number < _CLOSE * _ROUNDS else 0
        for centre, circle in zip(centres, circles, strict=True):
            centre[0] += pull * (circle.x - centre[0])
            centre[1] += pull * (circle.y - centre[1])
        for one in range(len(circles)):
            for other in range(one + 1, len(circles)):
                _push(centres[one], centres[other], circles[one], circles[other])
        for centre, circle in zip(centres, circles, strict=True):
            edge = circle.radius + 1
            centre[0] = min(max(centre[0], edge), WIDTH - edge)
            centre[1] = min(max(centre[1], edge), height - edge)
    for (x, y), circle in zip(centres, circles, strict=True):
        yield Circle(circle.code, circle.value, round(x, 1), round(y, 1), circle.radius)


def _push(here: list[float], there: list[float], one: Circle, other: Circle) -> None:
    """Move two centres that are too close a step apart, the larger circle less."""
    wide, high = there[0] - here[0], there[1] - here[1]
    near = one.radius + other.radius + 1
    if abs(wide) >= near or abs(high) >= near:
        return
    distance = math.hypot(wide, high)
    overlap = _STEP * (near - distance)
    if overlap <= 0:
        return
    if distance < 0.01:
        wide, high, distance = 1.0, 0.0, 1.0
    share = other.radius**2 / (one.radius**2 + other.radius**2)
    for centre, part in ((here, -share), (there, 1 - share)):
        centre[0] += overlap * part * wide / distance
        centre[1] += overlap * part * high / distance


def draw_timeline(rows: Iterable[Sequence[str]]) -> tuple[Column, ...]:
    """Return the columns of a timeline, each row a month (``2026-03``) and a number.

    Months in between that have nothing are there too.
    """
    counts = {month: int(float(value)) for month, value, *_ in rows if len(month) == 7}
    if not counts:
        return ()
    first, last = (_number(month) for month in (min(counts), max(counts)))
    width = min(_COLUMN, WIDTH / (last - first + 1))
    most = max(counts.values())
    columns, before = [], ""
    for position, number in enumerate(range(first, last + 1)):
        month = f"{number // 12:04}-{number % 12 + 1:02}"
        value, year = counts.get(month, 0), month[:4]
        height = round(_HEIGHT * value / most, 1)
        shown = year if year != before else ""
        columns.append(Column(month, value, round(position * width, 2), width, height, shown))
        before = year
    return tuple(columns)


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1
