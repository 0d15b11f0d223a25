"""Appointments and elections, from the posts that have been read off titles."""

from __future__ import annotations

from graphkit.extract.events.actors import Actor
from graphkit.extract.events.details import add_details
from graphkit.extract.events.event import CAREERS, DISMISSAL, GATHERINGS, Event
from graphkit.extract.events.story import Story
from graphkit.extract.events.triggers import Trigger
from graphkit.extract.scene import Scene
from graphkit.languages.document import Sentence
from graphkit.model import BODIES, Kind, Relation, Status


def read_careers(
    story: Story, sentence: Sentence, triggers: list[Trigger], actors: list[Actor]
) -> list[Event]:
    """Return who is told to have been appointed; «назначенный» beside a name tells no event."""
    scene = story.scene
    told = [t for t in triggers if t.kind in CAREERS and t.is_told and t.concept != DISMISSAL]
    if not told:
        return []
    begin, end = scene.draft.characters(sentence.start, sentence.end)
    made: dict[str, Event] = {}
    for claim in scene.draft.claims.values():
        if claim.relation is not Relation.HOLDS or claim.status is not Status.APPOINTED:
            continue
        if not begin <= claim.begin < end:
            continue
        trigger = _nearest(scene, told, claim.begin)
        event = made.get(claim.subject) or next(
            (e for e in story.events if e.kind is trigger.kind and claim.subject in e.people), None
        )
        if event is None:
            event = story.begin(trigger)
        event.join({claim.subject: claim.confidence})
        if trigger.kind is Kind.ELECTION:
            voting = _voting(scene, triggers, actors) or scene.draft.objects(
                claim.object, Relation.POST_IN
            )
            event.join(dict.fromkeys(voting, 0.7))
        if (sentence.start, sentence.end) not in event.sentences:
            event.sentences.append((sentence.start, sentence.end))
            add_details(story, sentence, event, None, None)
        made[claim.subject] = event
    if not made:
        return _read_named(story, sentence, told[0], actors)
    return list(made.values())


def _nearest(scene: Scene, triggers: list[Trigger], begin: int) -> Trigger:
    return min(triggers, key=lambda t: abs(scene.draft.characters(t.start, t.end)[0] - begin))


def _voting(scene: Scene, triggers: list[Trigger], actors: list[Actor]) -> list[str]:
    """Return the body at whose sitting somebody is elected."""
    return [
        a.referent
        for t in triggers
        if t.kind in GATHERINGS
        for a in actors
        if a.kind in BODIES
        and (
            scene.narration.is_host(scene.doc, a.phrase, t.start, t.end)
            or (a.end <= t.start and scene.narration.is_subject(scene.doc, a.phrase))
        )
    ][:1]


def _read_named(
    story: Story, sentence: Sentence, trigger: Trigger, actors: list[Actor]
) -> list[Event]:
    """Where no post could be read, the subject of an appointment is the one appointed."""
    scene = story.scene
    named = [
        a
        for a in actors
        if a.is_person and a.sure > 0.8 and scene.narration.is_subject(scene.doc, a.phrase)
    ]
    before = [a for a in named if a.end <= trigger.start]
    # "the appointment of X"
    before += [a for a in actors if a.is_person and 0 <= a.start - trigger.end <= 2]
    chosen = before[-1] if before else next(iter(named), None)
    if chosen is None:
        return []
    told = (e for e in story.events if e.kind is trigger.kind and chosen.referent in e.people)
    event = next(told, None) or story.begin(trigger)
    event.join({chosen.referent: 0.7})
    event.sentences.append((sentence.start, sentence.end))
    add_details(story, sentence, event, None, None)
    return [event]
