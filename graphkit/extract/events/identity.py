"""Whether a sentence goes on about an event told before or begins another, and whose it is."""

from __future__ import annotations

from collections import Counter

from graphkit.extract.events.actors import Actor
from graphkit.extract.events.details import inherit
from graphkit.extract.events.event import (
    CREDENTIALS,
    DINNER,
    GATHERINGS,
    GENERIC,
    OPENING,
    RECEPTION,
    TALKS,
    Event,
)
from graphkit.extract.events.joining import is_join
from graphkit.extract.events.story import Story
from graphkit.extract.events.triggers import Trigger, has_word
from graphkit.extract.reference import last_subject
from graphkit.extract.scene import Scene
from graphkit.languages.document import Sentence
from graphkit.languages.narration import Telling
from graphkit.model import Kind, Status


def same_event(
    story: Story, sentence: Sentence, trigger: Trigger, part: list[Actor], taking: dict[str, float]
) -> Event | None:
    """Return the event told before that a sentence goes on about, None for a new one."""
    scene = story.scene
    alike = TALKS if trigger.kind in TALKS else frozenset({trigger.kind})
    last = story.last(*alike)
    if trigger.telling is Telling.PLANNED:
        planned = [e for e in story.events if e.status is Status.PLANNED and e.kind in alike]
        return next((e for e in planned if set(taking) <= set(e.people)), None)
    if trigger.telling is Telling.BACK:
        if last is not None and _is_new_partner(story, sentence, trigger, part, last):
            return None
        if trigger.concept == OPENING:
            return next((e for e in reversed(story.events) if e.concept == OPENING), None)
        if trigger.concept == "event/ceremony" or (last is None and trigger.concept in GENERIC):
            return story.last(*GATHERINGS, Kind.SIGNING)
        return last
    is_known = scene.narration.verb_last and scene.doc[trigger.end - 1].case == "Acc"
    if last is None and trigger.concept in GENERIC and is_known:
        return story.last(*GATHERINGS)  # «Отырысты … жүргізді»: the one that is known
    if last is None:
        return None
    if trigger.kind is Kind.SIGNING:
        document = has_word(scene, sentence.start, trigger.end, "word/document")
        first = scene.doc[sentence.start].lower_
        again = document or first in scene.syntax.pronouns or not taking or not last.people
        return last if story.current is last and again else None
    known = [e for e in reversed(story.events) if e.kind in alike and e.status is Status.ASSERTED]
    if trigger.concept in (OPENING, DINNER):
        return next((e for e in known if e.concept == trigger.concept), None)
    for event in known:
        if taking and set(taking) <= set(event.people):
            return event
    if not taking or (not _has_partner(scene, trigger, part) and is_join(scene, sentence)):
        return last
    if trigger.kind is Kind.CONFERENCE:
        bare = trigger.concept in GENERIC and not any(
            scene.narration.is_host(scene.doc, a.phrase, trigger.start, trigger.end) for a in part
        )
        again = last.concept == trigger.concept or bare or is_join(scene, sentence)
        return last if again else None
    new = set(taking) - set(last.people)
    return last if not new else None


def can_begin(
    story: Story,
    trigger: Trigger,
    part: list[Actor],
    taking: dict[str, float],
    *,
    located: bool,
) -> bool:
    """A word alone tells of no event: somebody must meet, gather or sign."""
    scene = story.scene
    if trigger.kind is Kind.SIGNING:
        return trigger.telling is Telling.TOLD
    if trigger.telling is Telling.PLANNED:
        return len(taking) > 1
    if trigger.kind is Kind.CONFERENCE:
        return trigger.is_told or (bool(taking) and is_join(scene, scene.doc[trigger.start].sent))
    if len(taking) > 1:
        return True
    if CREDENTIALS in story.concepts and taking:
        return True
    if not taking:
        # «В Ташкенте состоялись консультации»: who took part is told later.
        return trigger.telling is Telling.TOLD and trigger.concept != RECEPTION and located
    if trigger.concept in (OPENING, DINNER):
        return trigger.is_told or trigger.concept == OPENING
    partner = _has_partner(scene, trigger, part)
    if not partner and trigger.is_told:
        # «… бірқатар кездесу өткізді»: the meetings follow one by one.
        story.hero = next(iter(taking))
        story.hero_place = inherit(story, scene.doc[trigger.start].sent, None)
    nobody = Event(trigger.kind, "")
    sentence = scene.doc[trigger.start].sent
    return partner and (trigger.is_told or _is_new_partner(story, sentence, trigger, part, nobody))


def _is_new_partner(
    story: Story, sentence: Sentence, trigger: Trigger, part: list[Actor], last: Event
) -> bool:
    """«Спикермен кездесуде …» tells of another meeting where the partner has not been named yet."""
    scene = story.scene
    if trigger.kind not in TALKS:
        return False
    people = [a for a in part if a.is_person]
    new = [a for a in people if a.referent not in last.people]
    if not scene.narration.verb_last and is_join(scene, sentence):
        return False
    if scene.narration.verb_last:
        return bool(new) and any(
            0 <= trigger.start - a.end <= 1 and not scene.narration.is_subject(scene.doc, a.phrase)
            for a in people
        )
    beside = any(
        0 <= a.start - trigger.end <= 1 and not scene.narration.is_subject(scene.doc, a.phrase)
        for a in new
    )
    alone = len(story.told) == 1
    return beside or (len(people) > 1 and bool(new) and alone)


def _has_partner(scene: Scene, trigger: Trigger, part: list[Actor]) -> bool:
    if scene.narration.verb_last:
        return any(not scene.narration.is_subject(scene.doc, a.phrase) for a in part)
    return any(a.start >= trigger.end for a in part)


def discusses(scene: Scene, trigger: Trigger, part: list[Actor]) -> bool:
    """«X Y-пен талқылады», "discussed it with Y": two persons, one as the other's partner."""
    persons = [a for a in part if a.is_person and a.sure > 0.7]
    if not trigger.is_told or len({a.referent for a in persons}) < 2:
        return False
    partners = [a for a in persons if not scene.narration.is_subject(scene.doc, a.phrase)]
    if scene.narration.verb_last:
        return bool(partners)
    words = scene.narration.partner_words
    return any(a.start > 0 and scene.doc[a.start - 1].lower_ in words for a in persons)


def add_protagonist(
    story: Story, event: Event, part: list[Actor], taking: dict[str, float]
) -> None:
    """A meeting with one man named is that of the one whom the release follows."""
    if event.kind not in TALKS or len(taking) != 1 or event.concept == OPENING:
        return
    if story.hero is not None and story.hero not in taking:
        event.people[story.hero] = 0.7
        event.place = event.place or story.hero_place
        return
    counts = Counter(
        p for e in story.events for p in e.people if story.scene.kind(p) is Kind.PERSON
    )
    leader = next((p for p, _ in counts.most_common() if p not in taking), None)
    first = next((p for e in story.events for p in e.people if p in counts), None)
    if leader is not None and first is not None:
        best = first if counts[first] == counts[leader] and first not in taking else leader
        event.people[best] = 0.65


def find_pronoun(
    story: Story, sentence: Sentence, trigger: Trigger, part: list[Actor]
) -> str | None:
    """Return the person whom a pronoun before an event's words means, if no name stands there."""
    scene = story.scene
    if any(a.is_person and sentence.start <= a.start < trigger.start for a in part):
        return None
    words = scene.doc[sentence.start : trigger.start]
    if any(t.lower_ in scene.syntax.person_pronouns - {"who"} for t in words):
        return last_subject(scene, sentence.start)
    return None


def add_pronouns(
    story: Story, sentence: Sentence, trigger: Trigger, part: list[Actor], taking: dict[str, float]
) -> dict[str, float]:
    """«Ол», "she" act for the subject told last, "they" for all who took part."""
    scene = story.scene
    if not trigger.is_told:
        return taking
    person = find_pronoun(story, sentence, trigger, part)
    if person is not None and person not in taking:
        return {person: 0.7, **taking}
    words = scene.doc[sentence.start : trigger.start]
    plural = any(t.lower_ in scene.narration.plurals for t in words)
    if plural and story.current is not None and trigger.kind is not story.current.kind:
        persons = {p: 0.6 for p in story.current.people if scene.kind(p) is Kind.PERSON}
        return {**persons, **taking}
    return taking
