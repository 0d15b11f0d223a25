"""Country codes -> where to draw them, from the places of the IANA time zone database.

It has a place for each country and time zone, and no borders: a map of them needs no
network, takes no side in a dispute, and is small.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Final

# Degrees, minutes, seconds: "+554521+0373704".
_PLACE: Final = re.compile(r"([+-])(\d{2})(\d{2})(\d{2})?([+-])(\d{3})(\d{2})(\d{2})?")
# A country with more places is drawn in their middle, else at the first, its most populous.
_FEW: Final = 3

Place = tuple[float, float]


@cache
def zone_places() -> tuple[tuple[str, Place], ...]:
    """Return the country code, longitude and latitude of each time zone's main place."""
    table = files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and line[0] != "#")
    return tuple((code, read_place(place)) for code, place, *_ in rows)


@cache
def country_places() -> Mapping[str, Place]:
    """Return the longitude and latitude of each country, by its ISO 3166 code."""
    places: dict[str, list[Place]] = {}
    for code, place in zone_places():
        places.setdefault(code, []).append(place)
    return {
        code: found[0] if len(found) <= _FEW else find_middle(found)
        for code, found in places.items()
    }


def read_place(written: str) -> Place:
    """Return longitude and latitude in degrees.

    >>> read_place("+5113+05121")
    (51.35, 51.22)

    :raises ValueError: if it is not written after ISO 6709.
    """
    match = _PLACE.fullmatch(written)
    if match is None:
        raise ValueError(f"{written!r} is no place after ISO 6709")
    north, *latitude, east, longitude, minutes, seconds = match.groups()
    return _degrees(east, longitude, minutes, seconds), _degrees(north, *latitude)


def find_middle(places: list[Place]) -> Place:
    """Return the middle of places, also where they lie on both sides of the date line.

    >>> find_middle([(170.0, 10.0), (-170.0, 20.0)])
    (180.0, 15.0)
    """
    angles = [math.radians(longitude) for longitude, _ in places]
    east = math.atan2(sum(map(math.sin, angles)), sum(map(math.cos, angles)))
    north = sum(latitude for _, latitude in places) / len(places)
    return round(math.degrees(east), 2), round(north, 2)


def _degrees(sign: str, degrees: str, minutes: str, seconds: str | None) -> float:
    value = int(degrees) + int(minutes) / 60 + int(seconds or 0) / 3600
    return round(-value if sign == "-" else value, 2)
