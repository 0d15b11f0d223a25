"""English: names, phrases and sentences."""

from __future__ import annotations

from typing import Final

from .people import Official, Person, Seat
from .phrase import Phrase
from .plots import Plot
from .world import Country

# Articles stand only before these.
_THE: Final = "the "


class English:
    """Tells a plot in English."""

    code = "en"
    comma_and = " and "
    titles: Final = {
        "meeting": "{host:name} and {guest:name} meet in {place}",
        "visit": "{guest:name} arrives in {place} on an official visit",
        "call": "{host:name} speaks with {guest:name} by telephone",
        "signing": "{host:name} and {guest:name} sign a memorandum in {place}",
        "conference": "International conference on {t0} takes place in {place}",
        "appointment": "New appointment: {guest:name}",
    }
    leads: Final = {
        "meeting": (
            "{host} met with {guest} in {place}.",
            "{host} received {guest} in {place}.",
            "A meeting between {host} and {guest} took place in {place}.",
        ),
        "visit": (
            "{guest} arrived in {place} on an official visit. {host:name} met with the guest.",
            "{guest} is in {place} on a working visit. The guest held talks with {host}.",
        ),
        "call": (
            "{host} held a telephone conversation with {guest}.",
            "{host} spoke by telephone with {guest}.",
        ),
        "signing": (
            "{host} and {guest} signed a memorandum on cooperation in {t0} in {place}.",
            "In {place}, {host} and {guest} signed an agreement on {t0}.",
        ),
        "conference": (
            "An international conference on {t0} was held in {place}. "
            "{host} and {guest} spoke at the conference.",
            "{place} hosted an international forum on {t0}. {host} and {guest} addressed it.",
        ),
        "appointment": (
            "{guest:name} has been appointed {guest:title}. "
            "The post was previously held by {before:name}.",
            "{guest:name} was appointed {guest:title}. {before:name} previously held this post.",
        ),
    }
    attended: Final = {
        "meeting": "The meeting was attended by {listed}.",
        "visit": "The meeting was attended by {listed}.",
        "conference": "{listed} also took part in the conference.",
    }
    talked: Final = (
        "The sides discussed {t1} and {t2}.",
        "The agenda included cooperation in {t1}, {t2} and {t3}.",
        "Particular attention was paid to {t1} and {t2}.",
    )
    fillers: Final = (
        "Over the last {n} years mutual trade has doubled.",
        "It was noted that {n} joint ventures operate in the field of {t4}.",
        "A plan of {n} joint measures on {t5} is being prepared.",
        "The share of {t4} in joint projects grew by {n} percent last year.",
        "More than {n} projects have been completed since the beginning of the year.",
        "The document provides for regular exchange of experience in {t5}.",
        "Special attention is given to training, including {n} new scholarships a year.",
        "A working group on {t4} will be set up within {n} days.",
        "The legal framework of relations now consists of {n} agreements.",
        "Experts of both countries will continue consultations on {t5} in the near future.",
        "The number of direct flights is to increase to {n} a week.",
        "The schedule of further contacts for the current year has been agreed.",
        "Business circles of both countries show growing interest in {t5}.",
        "Over {n} students now study under exchange programmes.",
        "The first results in {t4} will be summed up at the end of the year.",
        "The parties agreed to simplify procedures for companies that work in {t5}.",
        "Regional contacts and ties between sister cities are developing actively.",
        "A separate part of the talks was devoted to {t4}.",
        "The exchange of information in {t5} takes place every {n} days.",
        "Agreements reached earlier are being carried out in full.",
    )
    quotes: Final = (
        "We attach great importance to cooperation in {t2} and {t3}",
        "Our peoples are bound by long friendship, and {t2} is its firm foundation",
        "Today we have opened a new page in the development of {t3}",
        "Joint work on {t2} will bring tangible results within a year",
        "There are no unresolved issues between our countries in the field of {t3}",
    )
    said: Final = (
        '"{quote}," {who:name} said.',
        '"{quote}," {who:family} noted.',
        '{who:name} said: "{quote}."',
    )
    replies: Final = (
        "In turn, {guest:name} confirmed readiness to expand cooperation in {t4}.",
        "{guest:family} proposed to intensify contacts in {t4}.",
        "For {guest:=his|her} part, {guest:name} spoke about reforms in {t4}.",
    )
    topics: Final = (
        "trade", "investment", "transport", "energy", "education", "culture",
        "water resources", "digital technologies", "tourism", "agriculture", "science",
        "health care",
    )  # fmt: skip

    def official(self, official: Official) -> Phrase:
        """Return the phrase for a person in a post."""
        person, title = official.person, self._title(official.seat)
        name = f"{person.given[2]} {person.family[2]}"
        forms = {
            "full": f"{title} {name}", "name": name, "family": person.family[2], "title": title,
        }  # fmt: skip
        return Phrase(lambda style, case: forms[style], person.female)

    def place(self, plot: Plot) -> Phrase:
        """Return the phrase for the capital."""
        return Phrase(lambda style, case: plot.place.capital.en)

    def _title(self, seat: Seat) -> str:
        country = seat.country.name.en
        if seat.ministry is not None:
            deputy = "Deputy " if seat.role == "deputy_minister" else ""
            return f"{deputy}Minister of {seat.ministry.en} of {country}"
        if seat.to is not None:
            return f"Ambassador of {country} to {seat.to.name.en}"
        if seat.role == "head_of_government":
            return f"Prime Minister of {country}"
        parliament = seat.country.parliament.en
        body = "Majilis of the Parliament" if seat.country.iso == "KZ" else parliament
        deputy = "Deputy " if seat.role == "deputy_speaker" else ""
        return f"{deputy}{seat.country.speaker[2]} of {_THE}{body} of {country}"

    def person_names(self, person: Person) -> list[str]:
        """Return full and short name."""
        given, family = person.given[2], person.family[2]
        return [f"{given} {family}", family]

    def country_names(self, country: Country) -> list[str]:
        """Return the name of a country."""
        return [country.name.en]

    def city_names(self, country: Country) -> list[str]:
        """Return the name of a capital."""
        return [country.capital.en]

    def ministry_names(self, seat: Seat) -> list[str]:
        """Return the names of a ministry."""
        assert seat.ministry is not None
        name = f"Ministry of {seat.ministry.en}"
        return [f"{name} of {seat.country.name.en}", name]

    def parliament_names(self, country: Country) -> list[str]:
        """Return the names of a parliament."""
        name = country.parliament.en
        return [f"{name} of {country.name.en}", name]

    def chamber_names(self) -> list[str]:
        """Return the names of the chamber of Kazakhstan."""
        return ["Majilis of the Parliament of Kazakhstan", "Majilis of the Parliament", "Majilis"]
