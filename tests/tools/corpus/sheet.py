"""The gold of one release while it is told."""

from __future__ import annotations

from collections import Counter
from typing import Any, Protocol

from .people import Official, Person, Seat
from .plots import Plot
from .world import Country


class Namer(Protocol):
    """What a language says of names, all in dictionary form, fullest first."""

    code: str

    def person_names(self, person: Person) -> list[str]: ...

    def country_names(self, country: Country) -> list[str]: ...

    def city_names(self, country: Country) -> list[str]: ...

    def ministry_names(self, seat: Seat) -> list[str]: ...

    def parliament_names(self, country: Country) -> list[str]: ...

    def chamber_names(self) -> list[str]: ...


class Sheet:
    """Collects entities and facts of a release; each thing gets one id."""

    def __init__(self, release: str, plot: Plot, namer: Namer) -> None:
        self._namer = namer
        self._ids: dict[tuple[object, ...], str] = {}
        self.people: dict[str, int] = {}
        self.data: dict[str, Any] = {
            "id": release, "lang": namer.code, "date": plot.day.isoformat(), "entities": [],
            "posts": [], "members": [], "structure": [], "events": [], "quotes": [],
        }  # fmt: skip

    def country(self, country: Country) -> str:
        """Return the id of a country."""
        names = self._namer.country_names(country)
        return self._refer("c", ("country", country.iso), "Country", names, iso=country.iso)

    def city(self, country: Country) -> str:
        """Return the id of a capital."""
        names = self._namer.city_names(country)
        return self._refer("t", ("city", country.iso), "City", names)

    def person(self, person: Person) -> str:
        """Return the id of a person."""
        key = ("person", person.number)
        found = self._refer("p", key, "Person", self._namer.person_names(person))
        self.people[found] = person.number
        return found

    def post(
        self, official: Official, *, person: Person | None = None, former: bool = False
    ) -> str:
        """Note a post with all that it implies, and return the id of its holder."""
        seat = official.seat
        holder, country = self.person(person or official.person), self.country(seat.country)
        post: dict[str, Any] = {
            "person": holder, "role": seat.role, "org": self._body(seat), "country": country,
        }  # fmt: skip
        if seat.to is not None:
            post["accredited"] = self.country(seat.to)
        if former:
            post["former"] = True
        self._once("posts", post)
        return holder

    def event(self, kind: str, participants: list[str], place: str | None) -> None:
        """Note an event."""
        self.data["events"].append({"type": kind, "participants": participants, "place": place})

    def quote(self, speaker: str, text: str) -> None:
        """Note a quotation."""
        starts = " ".join(text.split()[:3])
        self.data["quotes"].append({"speaker": speaker, "starts": starts})

    def finish(self) -> dict[str, Any]:
        """Return the gold; a name that two things share names neither of them."""
        counts = Counter(name for one in self.data["entities"] for name in one["names"])
        for one in self.data["entities"]:
            one["names"] = [name for name in one["names"] if counts[name] == 1]
        return self.data

    def _body(self, seat: Seat) -> str | None:
        if seat.ministry is not None:
            key = ("ministry", seat.country.iso, seat.ministry.key)
            names = self._namer.ministry_names(seat)
            body = self._refer("o", key, "GovernmentBody", names, implied=True)
        elif seat.role in ("speaker", "deputy_speaker"):
            names = self._namer.parliament_names(seat.country)
            body = self._refer("o", ("parliament", seat.country.iso), "Parliament", names)
        else:
            return None
        self._once("structure", [body, "ofCountry", self.country(seat.country)])
        if seat.ministry is None and seat.country.iso == "KZ":
            chamber = self._refer("o", ("chamber",), "Chamber", self._namer.chamber_names())
            self._once("structure", [chamber, "partOf", body])
            return chamber
        return body

    def _refer(
        self, letter: str, key: tuple[object, ...], kind: str, names: list[str], **more: Any
    ) -> str:
        if key not in self._ids:
            number = sum(one.startswith(letter) for one in self._ids.values()) + 1
            self._ids[key] = f"{letter}{number}"
            entity = {"id": self._ids[key], "type": kind, "names": names, **more}
            self.data["entities"].append(entity)
        return self._ids[key]

    def _once(self, key: str, item: Any) -> None:
        if item not in self.data[key]:
            self.data[key].append(item)
