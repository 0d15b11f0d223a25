"""What happens, before any language tells it: who, with whom, where, when, about what."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from .people import Official, Population, Seat
from .world import COUNTRIES, Country

LAST_DAY: Final = date(2026, 6, 30)
PER_DAY: Final = 12
FILLERS: Final = 12
_KINDS: Final = (
    "meeting",
    "meeting",
    "meeting",
    "visit",
    "call",
    "signing",
    "conference",
    "appointment",
)
_PEERS: Final = (
    "minister",
    "minister",
    "minister",
    "speaker",
    "deputy_speaker",
    "head_of_government",
)
_TOPICS: Final = 12


@dataclass(frozen=True, slots=True)
class Plot:
    """One event. ``choice`` holds random numbers from which a teller picks its words."""

    number: int
    kind: str
    day: date
    host: Official
    guest: Official
    others: tuple[Official, ...]
    place: Country
    topics: tuple[int, ...]
    choice: tuple[int, ...] = field(repr=False)


def make_plots(count: int, seed: int) -> Iterator[Plot]:
    """Yield plots in the order of their days, which end with ``LAST_DAY``."""
    population, chance = Population(seed), random.Random(f"plots {seed}")
    first = LAST_DAY - timedelta(days=count // PER_DAY)
    for number in range(count):
        day = first + timedelta(days=number // PER_DAY)
        yield _make_plot(number, day, population, chance)


def _make_plot(number: int, day: date, population: Population, chance: random.Random) -> Plot:
    kind = chance.choice(_KINDS)
    host_country, guest_country = _choose_countries(chance)
    while True:
        host, guest = _choose_pair(kind, host_country, guest_country, population, day, chance)
        if kind != "appointment" or guest.before is not None:
            break
    others: list[Official] = []
    if kind in ("meeting", "visit", "conference"):
        others = _choose_others(host, guest, population, day, chance)
    topics = tuple(chance.sample(range(_TOPICS), 6))
    choice = tuple(chance.randrange(10_000) for _ in range(8 + 2 * FILLERS))
    return Plot(number, kind, day, host, guest, tuple(others), host_country, topics, choice)


def _choose_countries(chance: random.Random) -> tuple[Country, Country]:
    home, other, third = COUNTRIES[0], *chance.sample(COUNTRIES[1:], 2)
    return chance.choice(((home, other), (home, other), (other, home), (other, third)))


def _choose_pair(
    kind: str, host: Country, guest: Country, population: Population, day: date,
    chance: random.Random,
) -> tuple[Official, Official]:  # fmt: skip
    role = chance.choice(("minister", "deputy_minister") if kind == "appointment" else _PEERS)
    seats = [one for one in population.seats if one.role == role]
    mine = chance.choice([one for one in seats if one.country is host])
    same = (one for one in seats if one.country is guest and one.ministry is mine.ministry)
    theirs = next(same)
    sent = Seat("ambassador", guest, to=host)
    if kind == "meeting" and sent in population.seats and chance.random() < 0.25:
        theirs = sent
    return population.holder(mine, day), population.holder(theirs, day)


def _choose_others(
    host: Official, guest: Official, population: Population, day: date, chance: random.Random
) -> list[Official]:
    sides = (host.seat.country, guest.seat.country)
    seats = [
        one
        for one in population.seats
        if one.country in sides
        and (one.role in ("deputy_minister", "minister") or (one.to in sides))
    ]
    others: list[Official] = []
    taken = {host.person, guest.person}
    families = {host.person.family, guest.person.family}
    for seat in chance.sample(seats, 8):
        one = population.holder(seat, day)
        # A bare surname must speak of one person only.
        if one.person not in taken and one.person.family not in families:
            taken.add(one.person)
            families.add(one.person.family)
            others.append(one)
    return others[: chance.randint(2, 3)]
