"""What has been told so far in a release."""

from __future__ import annotations

from dataclasses import dataclass, field

from graphkit.extract.events.event import CONVERSATION, Event
from graphkit.extract.events.triggers import Trigger
from graphkit.extract.scene import Scene
from graphkit.languages.narration import Telling
from graphkit.model import Kind, Status


@dataclass(slots=True)
class Story:
    """What has been told so far. ``listing`` is the event whose list goes on.

    ``spoken`` are the code points of quotations.
    """

    scene: Scene
    spoken: list[tuple[int, int]] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    title: list[Event] = field(default_factory=list)
    listing: Event | None = None
    current: Event | None = None
    hero: str | None = None
    hero_place: tuple[str, float] | None = None
    announced: Kind | None = None  # the kind of event that the first words name
    title_place: tuple[str, float] | None = None
    concepts: set[str] = field(default_factory=set)  # that the sentence being read names
    told: list[Trigger] = field(default_factory=list)  # of the sentence being read

    def last(self, *kinds: Kind) -> Event | None:
        """Return the event of some kinds told last that took place."""
        told = [e for e in self.events if e.status is Status.ASSERTED and e.kind in kinds]
        return self.current if self.current in told else next(reversed(told), None)

    def begin(self, trigger: Trigger) -> Event:
        """Return a new event of the kind that a sentence's words tell."""
        kind, concept = trigger.kind, trigger.concept
        calls = self.announced is Kind.CALL and all(e.kind is Kind.CALL for e in self.events)
        if calls and kind is Kind.MEETING and (not self.events or concept == CONVERSATION):
            kind, concept = Kind.CALL, "event/call"  # "X's call with Y": "X spoke today with Y"
        event = Event(kind, concept)
        planned = trigger.telling is Telling.PLANNED
        event.status = Status.PLANNED if planned else Status.ASSERTED
        self.events.append(event)
        return event
