"""A release's sentences -> its events: several sentences tell of one, one tells of several."""

from __future__ import annotations

import re

from graphkit.extract.events.actors import Actor, find_actors
from graphkit.extract.events.claims import claim_event
from graphkit.extract.events.details import add_details, find_place
from graphkit.extract.events.event import DISCUSSION, GATHERINGS, Event
from graphkit.extract.events.frames import choose, divide, find_places
from graphkit.extract.events.joining import (
    find_speakers,
    is_item,
    is_join,
    join_hosts,
    joins,
    leads_delegation,
    opens_list,
    takes_floor,
    tells_document,
)
from graphkit.extract.events.story import Story
from graphkit.extract.events.telling import read_triggers
from graphkit.extract.events.triggers import Trigger, find_triggers, has_word
from graphkit.extract.scene import Scene
from graphkit.languages.document import Document, Sentence
from graphkit.languages.narration import Telling
from graphkit.model import Kind, Relation

CONTACT = re.compile(r"\S@\S|\+\d[\d ()-]{7,}")  # a line for the press tells no event


def claim_events(scene: Scene) -> None:
    """Note the events that a release tells, sentence by sentence."""
    mentions = scene.draft.mentions
    spoken = [m for m in mentions if scene.kind(m.referent) is Kind.QUOTATION]
    story = Story(scene, [(m.begin, m.end) for m in spoken])
    for sentence in scene.doc.sents:
        if not sentence.text.strip() or CONTACT.search(sentence.text):
            continue
        _read_sentence(story, sentence)
    _apply_title(story)
    told = [e for e in story.events if _is_told(e)]
    for number, event in enumerate(told, 1):
        claim_event(scene, f"event:{number}", event)


def _is_told(event: Event) -> bool:
    """A visit goes somewhere; a gathering has somebody who gathers."""
    if event.kind is Kind.VISIT:
        return event.place is not None and bool(event.people)
    return bool(event.people) or event.kind is Kind.SIGNING


def find_spoken(story: Story, sentence: Sentence) -> set[int]:
    """Return the tokens of a sentence that lie in a quotation."""
    scene = story.scene
    if not story.spoken:
        return set()
    begin, end = scene.draft.characters(sentence.start, sentence.end)
    stretches = [(b, e) for b, e in story.spoken if b < end and e > begin]
    if not stretches:
        return set()
    return {
        token.i
        for token in scene.doc[sentence.start : sentence.end]
        if any(b <= scene.release.offsets[token.idx] < e for b, e in stretches)
    }


def _read_sentence(story: Story, sentence: Sentence) -> None:
    scene = story.scene
    spoken = find_spoken(story, sentence)
    triggers = find_triggers(scene, sentence, spoken)
    actors = find_actors(scene, sentence, spoken)
    if sentence.start_char < scene.release.title_end or _is_headline(scene.doc, sentence):
        _read_title(story, sentence, triggers, actors)
        return
    if story.listing is not None and is_item(scene, sentence, actors):
        story.listing.join({a.referent: 0.88 for a in actors if a.is_person})
        story.listing.sentences.append((sentence.start, sentence.end))
        return
    story.listing = None
    made = read_triggers(story, sentence, triggers, actors)
    asides = [t for t in triggers if t.kind is Kind.VISIT and _is_aside(scene, t)]
    only_aside = bool(asides) and all(e.kind is Kind.VISIT for e in made)
    to_come = any(t.telling is Telling.PLANNED for t in triggers)
    if not to_come and (not made or (is_join(scene, sentence) and only_aside)):
        _read_continuation(story, sentence, triggers, actors)
    if opens_list(scene, sentence):
        story.listing = made[-1] if made else story.last(*GATHERINGS, Kind.SIGNING)


def _is_aside(scene: Scene, trigger: Trigger) -> bool:
    """ "X, who visited Astana in May": the sentence tells of something else."""
    return scene.narration.modified_side(scene.doc, trigger.start, trigger.end) != 0


def _is_headline(doc: Document, sentence: Sentence) -> bool:
    """A first line without a full stop is a headline that was not told apart."""
    text = sentence.text.strip()
    return sentence.start == 0 and text[-1:].isalpha() and sentence.end < len(doc)


def _read_title(
    story: Story, sentence: Sentence, triggers: list[Trigger], actors: list[Actor]
) -> None:
    """A headline's events only wait: the text tells them again."""
    scene = story.scene
    parts = divide(scene, sentence, triggers, actors)
    for trigger in triggers:
        if not trigger.is_told or trigger.concept == DISCUSSION:
            continue
        event = Event(trigger.kind, trigger.concept, [(sentence.start, sentence.end)])
        event.join(choose(scene, sentence, trigger, parts[trigger]))
        places = find_places(scene, sentence, triggers, trigger)
        event.place = (scene.of[places[0]], 0.75) if places else None
        story.title.append(event)
    if not any(e.place for e in story.title):
        story.title_place = find_place(scene, sentence)


def _read_continuation(
    story: Story, sentence: Sentence, triggers: list[Trigger], actors: list[Actor]
) -> None:
    """Who takes part, speaks or hosts in a sentence of its own was at the gathering told last."""
    scene = story.scene
    last = story.last(*GATHERINGS)
    _join_visit(story, sentence, actors)
    document = story.current is not None and story.current.kind is Kind.SIGNING
    if document and story.current is not None and tells_document(scene, sentence):
        signers = [a for a in actors if a.is_person]
        story.current.join({a.referent: 0.8 for a in signers if a.sure > 0.8})
        add_details(story, sentence, story.current, find_place(scene, sentence), None)
        story.current.sentences.append((sentence.start, sentence.end))
        return
    if last is None:
        return
    is_current = story.current is None or story.current is last
    people = {
        a.referent: min(a.sure, 0.82)
        for a in actors
        if ((a.is_person and a.sure > 0.8) or a.kind is Kind.DELEGATION) and joins(scene, a)
    }
    told = {p for e in story.events for p in e.people}
    is_host = has_word(scene, sentence.start, sentence.end, "word/organize")
    if is_host and last.kind is Kind.CONFERENCE:
        join_hosts(scene, sentence, last, actors, {})
    if has_word(scene, sentence.start, sentence.start + 3, "word/occasion"):
        add_details(story, sentence, last, find_place(scene, sentence), None)
    if is_join(scene, sentence) or leads_delegation(scene, sentence):
        last.join(people)
    elif is_current and takes_floor(scene, sentence):
        speakers = find_speakers(scene, sentence, actors)
        told.update(p for p in speakers if _speaks_for(scene, p))
        last.join({p: 0.65 for p in speakers if p not in told})
    elif not is_host:
        return
    last.sentences.append((sentence.start, sentence.end))


def _join_visit(story: Story, sentence: Sentence, actors: list[Actor]) -> None:
    """«Делегация құрамына А мен Б кірді»: they travel with the delegation."""
    scene, visit = story.scene, story.last(Kind.VISIT)
    composed = has_word(scene, sentence.start, sentence.end, "word/member")
    delegated = any(Kind.DELEGATION in n.senses.kinds for n in scene.phrases_of(sentence))
    if visit is not None and composed and delegated and scene.narration.verb_last:
        visit.join({a.referent: 0.8 for a in actors if a.is_person and a.sure > 0.8})
        visit.sentences.append((sentence.start, sentence.end))


def _speaks_for(scene: Scene, person: str) -> bool:
    """A spokesperson tells of what others did."""
    posts = scene.draft.objects(person, Relation.HOLDS)
    return any(scene.draft.referents[post].role == "role/spokesperson" for post in posts)


def _apply_title(story: Story) -> None:
    """A headline adds its place to the event that the text tells first."""
    for title in story.title:
        event = next((e for e in story.events if e.kind is title.kind), None)
        if event is None:
            if len(title.people) > 1 and not story.events:
                story.events.append(title)
            continue
        event.place = event.place or title.place
    first = story.events[0] if story.events else None
    if first is not None and first.place is None and first.kind in GATHERINGS:
        first.place = story.title_place or _dateline(story, first)


def _dateline(story: Story, event: Event) -> tuple[str, float] | None:
    """A conference that a dateline opens is held in its town."""
    scene = story.scene
    if event.kind is not Kind.CONFERENCE or not scene.release.dateline:
        return None
    begin = scene.release.dateline_begin
    town = next((m.referent for m in scene.draft.mentions if m.begin == begin), None)
    return (town, 0.6) if town is not None and scene.kind(town) is Kind.CITY else None
