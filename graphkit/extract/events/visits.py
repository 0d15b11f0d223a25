"""Visits: a guest and where to."""

from __future__ import annotations

from graphkit.extract.events.actors import Actor
from graphkit.extract.events.event import Event
from graphkit.extract.events.frames import find_guests
from graphkit.extract.events.identity import find_pronoun
from graphkit.extract.events.story import Story
from graphkit.extract.events.triggers import Trigger
from graphkit.extract.nodes import Node
from graphkit.languages.document import Sentence
from graphkit.languages.narration import Telling
from graphkit.model import Kind


def read_visit(
    story: Story,
    sentence: Sentence,
    trigger: Trigger,
    part: list[Actor],
    actors: list[Actor],
    nodes: list[Node],
) -> list[Event]:
    """A visit has a guest; each of the places named in a row is a visit of its own."""
    scene = story.scene
    guests = find_guests(scene, sentence, trigger, part, actors)
    pronoun = find_pronoun(story, sentence, trigger, part)
    if pronoun is not None:
        guests = {pronoun: 0.75}
    known = [
        e
        for e in story.events
        if e.kind is Kind.VISIT and (not guests or set(guests) & set(e.people))
    ]
    if trigger.telling is Telling.BACK and scene.narration.verb_last:
        told = [e for e in story.events if e.kind is Kind.VISIT]
        if told:
            return known[-1:]  # «Сапар аясында …»: whom the guest meets does not travel
    places = [scene.of[n] for n in nodes]
    if trigger.telling is Telling.BACK and (known or not guests):
        return known[-1:]
    if not guests or (trigger.telling is Telling.PLANNED and not places):
        return []
    made = []
    goals: list[str | None] = [*places] or [None]
    for place in goals:
        event = next(
            (e for e in known if place is None or e.place is None or e.place[0] == place), None
        )
        if event is None:
            event = story.begin(trigger)
        event.join(guests)
        if place is not None:
            event.place, event.is_place_told = (place, 0.85), True
        elif trigger.telling is Telling.BACK and event.place is None and story.current is not None:
            event.place = story.current.place
        event.sentences.append((sentence.start, sentence.end))
        made.append(event)
    return made
