"""Where and when an event took place, and what it was about."""

from __future__ import annotations

from graphkit.extract.dates import find_date
from graphkit.extract.events.claims import find_topics
from graphkit.extract.events.event import GATHERINGS, Event
from graphkit.extract.events.frames import find_places
from graphkit.extract.events.story import Story
from graphkit.extract.events.triggers import Trigger, find_triggers, has_word
from graphkit.extract.scene import Scene
from graphkit.languages.document import Sentence
from graphkit.languages.narration import Telling
from graphkit.languages.syntax import Phrase
from graphkit.model import Kind


def add_details(
    story: Story,
    sentence: Sentence,
    event: Event,
    own: tuple[str, float] | None,
    before: tuple[str, float] | None,
) -> None:
    """Note where and when an event took place, and what it was about."""
    scene = story.scene
    if own is not None and not event.is_place_told:
        event.place, event.is_place_told = own, True
    elif event.place is None and before is not None:
        event.place = (before[0], 0.7)
    elif event.place is None and len(event.sentences) == 1:
        event.place = inherit(story, sentence, event)
    previous = next((e.date for e in reversed(story.events) if e is not event and e.date), None)
    event.date = event.date or find_date(
        scene.release,
        scene.doc,
        sentence.start,
        sentence.end,
        scene.hits_in(sentence.start, sentence.end),
        scene.grammar,
        previous,
    )
    topics = find_topics(scene, sentence.start, sentence.end)
    event.topics = tuple(dict.fromkeys((*event.topics, *topics)))


def inherit(story: Story, sentence: Sentence, event: Event | None) -> tuple[str, float] | None:
    """In the capital is in its town; on the margins of a forum is where the forum is."""
    scene = story.scene
    if any(
        "word/capital" in h.senses.ids
        and scene.narration.is_location(scene.doc, Phrase(h.start, h.end, h.end - 1))
        for h in scene.hits_in(sentence.start, sentence.end)
    ):  # fmt: skip
        home = scene.knowledge.get(scene.home)
        town = scene.draft.keys.get(home.capital or "") if home is not None else None
        if town is not None:
            return town, 0.7
    triggers = find_triggers(scene, sentence, set())
    back = [t for t in triggers if t.telling is Telling.BACK and t.kind is Kind.CONFERENCE]
    margins = has_word(scene, sentence.start, sentence.end, "word/occasion") and not back
    anchor = next(
        (e for e in reversed(story.events) if e is not event and e.kind is Kind.CONFERENCE), None
    )
    if anchor is not None and anchor.is_place_told and (back or margins) and anchor.place:
        return anchor.place[0], 0.65
    return None


def find_place(scene: Scene, sentence: Sentence) -> tuple[str, float] | None:
    """Return where what a sentence tells took place, whatever its words."""
    here = Trigger(sentence.start, sentence.start + 1, Kind.MEETING, "", Telling.TOLD)
    towns = find_places(scene, sentence, [here], here)
    return (scene.of[towns[0]], 0.75) if towns else None


def share_places(scene: Scene, sentence: Sentence, made: list[Event]) -> None:
    """Who meets a guest of a town meets him there; a visit to "the country" is to the town's."""
    visits = [e for e in made if e.kind is Kind.VISIT]
    others = [e for e in made if e.kind in GATHERINGS]
    for event in others:
        for visit in visits:
            told = visit.is_place_told and (sentence.start, sentence.end) in visit.sentences
            to_town = visit.place is not None and scene.kind(visit.place[0]) is Kind.CITY
            if told and to_town and event.place is None and set(visit.people) & set(event.people):
                event.place = (visit.place or ("", 0.0))[0], 0.75
    for visit in visits:
        if visit.place is None and has_word(scene, sentence.start, sentence.end, "word/country"):
            town = next((e.place[0] for e in others if e.place), None)
            link = scene.knowledge.get(scene.draft.referents[town].link) if town else None
            country = scene.country_in(link)
            if country in scene.draft.keys:
                visit.place = (scene.draft.keys[country], 0.7)
