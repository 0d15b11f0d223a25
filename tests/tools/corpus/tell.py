"""A plot and a language -> a release and its gold."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final, Protocol

from .people import Official
from .phrase import Phrase, upper_first
from .plots import FILLERS, Plot
from .sheet import Namer, Sheet

# «со Стефаном», «со спикером»: Russian sets «о» before a hissing consonant and another.
_PREPOSITION: Final = re.compile(r"\bс (?=[СЗШЖсзшж][^аеёиоуыэюя\W])")


class Teller(Namer, Protocol):
    """A language: its names, its phrases, and its sentences by the kind of plot."""

    titles: dict[str, str]
    leads: dict[str, tuple[str, ...]]
    attended: dict[str, str]
    talked: tuple[str, ...]
    fillers: tuple[str, ...]
    quotes: tuple[str, ...]
    said: tuple[str, ...]
    replies: tuple[str, ...]
    topics: tuple[str, ...]
    comma_and: str

    def official(self, official: Official) -> Phrase: ...

    def place(self, plot: Plot) -> Phrase: ...


@dataclass(frozen=True, slots=True)
class Story:
    """A release: its text, its gold, and which made-up person each person of the gold is."""

    id: str
    language: str
    title: str
    date: str
    body: str
    gold: dict[str, Any]
    people: dict[str, int]

    @property
    def text(self) -> str:
        """The whole file: a header with date and title, and the body."""
        return f" date {self.date} {self.title}\n{self.body}\n"


def tell(plot: Plot, teller: Teller) -> Story:
    """Return the release in which a language tells a plot."""
    sheet = Sheet(f"{teller.code}-{plot.number:06}", plot, teller)
    before = Official(plot.guest.before or plot.guest.person, plot.guest.seat, plot.day)
    values: dict[str, Any] = {
        "host": teller.official(plot.host), "guest": teller.official(plot.guest),
        "place": teller.place(plot), "before": teller.official(before),
        **{f"t{i}": teller.topics[topic] for i, topic in enumerate(plot.topics)},
    }  # fmt: skip
    pick = plot.choice
    leads = teller.leads[plot.kind]
    paragraphs = [[_fill(leads[pick[0] % len(leads)], values)]]
    speaker = plot.guest if plot.kind == "appointment" else plot.host
    _note(plot, sheet)
    if plot.others:
        paragraphs.append([_list_others(plot, teller)])
    talk = (
        [_fill(teller.talked[pick[1] % len(teller.talked)], values)]
        if plot.kind != "appointment"
        else []
    )
    paragraphs.append(talk + _tell_fillers(plot, teller, values, FILLERS // 2, 0))
    quote = _fill(teller.quotes[pick[2] % len(teller.quotes)], values)
    said = teller.said[pick[3] % len(teller.said)]
    paragraphs.append([_fill(said, {"quote": quote, "who": teller.official(speaker)})])
    sheet.quote(sheet.person(speaker.person), quote)
    reply = []
    if plot.kind != "appointment":
        reply.append(_fill(teller.replies[pick[4] % len(teller.replies)], values))
    paragraphs.append(
        reply + _tell_fillers(plot, teller, values, FILLERS - FILLERS // 2, FILLERS // 2)
    )
    title = _fill(teller.titles[plot.kind], values)
    body = "\n".join(" ".join(paragraph) for paragraph in paragraphs)
    gold = sheet.finish()
    return Story(gold["id"], teller.code, title, plot.day.isoformat(), body, gold, sheet.people)


def _fill(template: str, values: dict[str, Any]) -> str:
    return upper_first(_PREPOSITION.sub("со ", template.format(**values)))


def _tell_fillers(
    plot: Plot, teller: Teller, values: dict[str, Any], count: int, start: int
) -> list[str]:
    chosen = sorted(
        range(len(teller.fillers)), key=lambda i: (plot.choice[5] * (i + 3) * 7919 + i) % 10_007
    )[start : start + count]
    return [
        _fill(teller.fillers[one], values | {"n": 5 + plot.choice[8 + one % 12] % 16})
        for one in chosen
    ]


def _list_others(plot: Plot, teller: Teller) -> str:
    """List who else was there, the last one after "and"."""
    people = [f"{teller.official(one):full nom}" for one in plot.others]
    listed = ", ".join(people[:-1]) + teller.comma_and + people[-1]
    return upper_first(teller.attended[plot.kind].format(listed=listed))


def _note(plot: Plot, sheet: Sheet) -> None:
    """Write down what the lead and the list of participants state."""
    if plot.kind == "appointment":
        new = sheet.post(plot.guest)
        sheet.event("Appointment", [new], None)
        sheet.post(plot.guest, person=plot.guest.before, former=True)
        return
    host, guest = sheet.post(plot.host), sheet.post(plot.guest)
    people = [host, guest, *(sheet.post(one) for one in plot.others)]
    place = None if plot.kind == "call" else sheet.city(plot.place)
    if plot.kind == "visit":
        sheet.event("Visit", [guest], place)
        sheet.event("Meeting", people, place)
    else:
        sheet.event(plot.kind.title(), people, place)
