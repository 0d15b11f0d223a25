"""One event while the sentences about it are read, and the kinds that are read alike."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphkit.model import Kind, Status

GATHERINGS = frozenset({Kind.MEETING, Kind.CONFERENCE, Kind.CALL})
TALKS = frozenset({Kind.MEETING, Kind.CALL})
CAREERS = frozenset({Kind.APPOINTMENT, Kind.ELECTION})
RECEPTION = "event/reception"
DISMISSAL = "event/dismissal"
OPENING = "event/opening"
DISCUSSION = "event/discussion"
CREDENTIALS = "event/credentials"
DINNER = "event/dinner"
CONVERSATION = "event/conversation"
# What a gathering of any kind may be called when it is spoken of again.
GENERIC = frozenset({"event/ceremony", "event/session", "event/conference"})


@dataclass(slots=True, eq=False)
class Event:
    """One event: who took part and who organised it, each with how sure that is."""

    kind: Kind
    concept: str
    sentences: list[tuple[int, int]] = field(default_factory=list)
    people: dict[str, float] = field(default_factory=dict)
    hosts: dict[str, float] = field(default_factory=dict)
    place: tuple[str, float] | None = None
    is_place_told: bool = False
    date: str | None = None
    topics: tuple[str, ...] = ()
    status: Status = Status.ASSERTED

    def join(self, people: dict[str, float]) -> None:
        """Add participants, keeping for each the surest claim."""
        for person, sure in people.items():
            self.people[person] = max(sure, self.people.get(person, 0.0))
