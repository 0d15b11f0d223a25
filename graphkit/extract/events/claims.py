"""Events -> referents and claims of the draft, each with the sentence that states it."""

from __future__ import annotations

from graphkit.extract.events.event import Event
from graphkit.extract.scene import Scene
from graphkit.model import Relation

EXTRACTOR = "events"
MAX_TOPICS = 6


def find_topics(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """Return the policy topics of which tokens ``start`` to ``end`` speak, in their order."""
    found = [topic for hit in scene.hits_in(start, end) for topic in hit.senses.topics]
    return tuple(dict.fromkeys(found))


def claim_event(scene: Scene, key: str, event: Event) -> None:
    """Note an event, who took part in it, who organised it, and where."""
    made = scene.draft.refer(event.kind, key)
    scene.draft.update(
        made,
        type=event.concept,
        date=event.date,
        status=event.status,
        topics=event.topics[:MAX_TOPICS],
    )
    start, end = event.sentences[0]
    for relation, people in (
        (Relation.ATTENDEE, event.people),
        (Relation.ORGANIZER, event.hosts),
    ):
        for person, sure in people.items():
            begin, stop = _sentence_of(scene, person, event)
            scene.draft.add_claim(
                made, relation, person, begin, stop,
                confidence=sure, extractor=EXTRACTOR, status=event.status,
            )  # fmt: skip
    if event.place is not None:
        begin, stop = _sentence_of(scene, event.place[0], event)
        scene.draft.add_claim(
            made, Relation.LOCATION, event.place[0], begin, stop,
            confidence=event.place[1], extractor=EXTRACTOR, status=event.status,
        )  # fmt: skip
    scene.draft.add_mention(made, start, end)


def _sentence_of(scene: Scene, referent: str, event: Event) -> tuple[int, int]:
    """Return the first sentence about an event that names a referent, else its first one."""
    for start, end in event.sentences:
        begin, stop = scene.draft.characters(start, end)
        if any(m.referent == referent and begin <= m.begin < stop for m in scene.draft.mentions):
            return start, end
    return event.sentences[0]
