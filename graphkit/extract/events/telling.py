"""The events that one sentence tells."""

from __future__ import annotations

from itertools import pairwise

from graphkit.extract.events.actors import Actor
from graphkit.extract.events.details import add_details, share_places
from graphkit.extract.events.elections import read_careers
from graphkit.extract.events.event import CAREERS, DISCUSSION, TALKS, Event
from graphkit.extract.events.frames import choose, divide, find_places
from graphkit.extract.events.identity import (
    add_pronouns,
    add_protagonist,
    can_begin,
    discusses,
    same_event,
)
from graphkit.extract.events.joining import join_hosts
from graphkit.extract.events.story import Story
from graphkit.extract.events.triggers import Trigger
from graphkit.extract.events.visits import read_visit
from graphkit.extract.nodes import Node
from graphkit.extract.scene import Scene
from graphkit.languages.document import Sentence
from graphkit.languages.narration import Telling
from graphkit.languages.syntax import Link, Phrase
from graphkit.model import BODIES, GROUPS, Kind, Status

OPENING = 2


def read_triggers(
    story: Story, sentence: Sentence, triggers: list[Trigger], actors: list[Actor]
) -> list[Event]:
    """Return the events of which a sentence tells, new ones and ones told before."""
    scene = story.scene
    usable = _without_doubles(triggers)
    story.told = [t for t in usable if t.telling is not Telling.NAMED]
    story.concepts = {t.concept for t in usable}
    if story.announced is None and triggers:
        is_named = triggers[0].telling is Telling.NAMED
        story.announced = triggers[0].kind if is_named else Kind.MEETING
    parts = divide(scene, sentence, usable, actors)
    made: list[Event] = []
    place: tuple[str, float] | None = None
    for trigger in usable:
        part = parts[trigger]
        if trigger.telling is Telling.NAMED or trigger.kind in CAREERS:
            continue
        nodes = find_places(scene, sentence, usable, trigger)
        found = _read_trigger(story, sentence, trigger, part, actors, nodes)
        for event in found:
            own = (scene.of[nodes[0]], 0.85) if nodes else None
            is_visit = event.kind is Kind.VISIT  # a visit has its own goal
            details = (None, None) if is_visit else (own, place)
            add_details(story, sentence, event, *details)
        towns = [scene.of[n] for n in nodes if scene.kind(scene.of[n]) is Kind.CITY]
        place = (towns[0], 0.8) if towns else place
        made.extend(e for e in found if e not in made)
    share_places(scene, sentence, made)
    made.extend(read_careers(story, sentence, usable, actors))
    return made


def _without_doubles(triggers: list[Trigger]) -> list[Trigger]:
    """A call is no meeting besides, a ceremony of signing no conference."""
    told = {
        t.kind for t in triggers if t.telling is not Telling.NAMED and t.concept != "event/ceremony"
    }
    return [
        t
        for t in triggers
        if not (t.kind is Kind.MEETING and Kind.CALL in told)
        and not (t.concept == "event/ceremony" and told & {Kind.SIGNING, Kind.MEETING})
    ]


def _read_trigger(
    story: Story,
    sentence: Sentence,
    trigger: Trigger,
    part: list[Actor],
    actors: list[Actor],
    nodes: list[Node],
) -> list[Event]:
    scene = story.scene
    denied = scene.narration.is_denied(scene.doc, trigger.start, trigger.end)
    if trigger.kind is Kind.VISIT:
        return [] if denied else read_visit(story, sentence, trigger, part, actors, nodes)
    taking = choose(scene, sentence, trigger, part)
    if denied:
        return _deny(story, sentence, trigger, taking)
    if trigger.concept == DISCUSSION and (
        _goes_on(story, trigger) or not discusses(scene, trigger, part)
    ):
        return []
    taking = add_pronouns(story, sentence, trigger, part, taking)
    apart = _tell_apart(story, sentence, trigger, part, taking)
    if apart:
        return apart
    event = same_event(story, sentence, trigger, part, taking)
    if event is None and not can_begin(story, trigger, part, taking, located=bool(nodes)):
        return []
    if event is None:
        event = story.begin(trigger)
        add_protagonist(story, event, part, taking)
    if trigger.kind is Kind.CONFERENCE:
        join_hosts(scene, sentence, event, part, taking)
        event.join(_houses(story, sentence, trigger, actors))
    event.join(taking)
    event.sentences.append((sentence.start, sentence.end))
    if event.status is Status.ASSERTED:
        story.current = event
    return [event]


def _tell_apart(
    story: Story, sentence: Sentence, trigger: Trigger, part: list[Actor], taking: dict[str, float]
) -> list[Event]:
    """ "Meetings with A, B and C": one with each, of those who stand before the word.

    Not "meetings between A and B", and "with A, accompanied by C" is one with A.
    """
    doc, narration = story.scene.doc, story.scene.narration
    partners = [a for a in part if a.start >= trigger.end and a.is_person and a.referent in taking]
    partners = _one_row(story.scene, trigger, partners)
    apart = narration.tells_apart(doc, trigger.start, trigger.end)
    if trigger.telling is not Telling.TOLD or not apart or len(partners) < 2:
        return []
    theirs = {a.referent for a in partners}
    subjects = {p: s for p, s in taking.items() if p not in theirs}
    if not subjects:
        return []
    made = []
    for partner in partners:
        event = story.begin(trigger)
        event.join({**subjects, partner.referent: partner.sure})
        event.sentences.append((sentence.start, sentence.end))
        made.append(event)
    story.current = made[-1]
    return made


def _one_row(scene: Scene, trigger: Trigger, partners: list[Actor]) -> list[Actor]:
    """Return the partners that a word like "with" joins to an event, up to the row's end."""
    behind = scene.doc.text_of(trigger.end, trigger.end + 1).casefold()
    if behind not in scene.narration.partner_words:
        return []
    row = partners[:1]
    for left, right in pairwise(partners):
        # What stands directly before his title counts: "A, Speaker of the Senate, and B".
        between = [t.i for t in scene.doc[left.end - 1 : right.start] if t.text[:1].isupper()]
        last = max(between, default=left.end - 1)
        bonds = scene.syntax.bonds(scene.doc, Phrase(last, last + 1, last), right.phrase)
        if all(bond.link is not Link.AND for bond in bonds):
            break
        row.append(right)
    return row


def _goes_on(story: Story, trigger: Trigger) -> bool:
    """«провел беседу с …, в ходе которой обсуждена …»: the talk of the same sentence goes on."""
    earlier = [t for t in story.told if t.end <= trigger.start and t.kind in TALKS]
    return not story.scene.narration.verb_last and any(t.is_told for t in earlier)


def _houses(
    story: Story, sentence: Sentence, trigger: Trigger, actors: list[Actor]
) -> dict[str, float]:
    """Who gives a gathering room is its host: «В Посольстве … состоялся круглый стол»."""
    scene = story.scene
    if scene.narration.verb_last or not trigger.is_told:
        return {}
    return {
        a.referent: 0.72
        for a in actors
        if a.kind in BODIES - GROUPS
        and a.start - sentence.start <= OPENING
        and a.end <= trigger.start
        and scene.narration.is_location(scene.doc, a.phrase)
    }


def _deny(
    story: Story, sentence: Sentence, trigger: Trigger, taking: dict[str, float]
) -> list[Event]:
    """What did not take place is kept, marked as such, where it is said between whom."""
    if not trigger.is_told or len(taking) < 2:
        return []
    event = story.begin(trigger)
    event.status = Status.DENIED
    event.join(taking)
    event.sentences.append((sentence.start, sentence.end))
    return [event]
