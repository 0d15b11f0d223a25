"""The words of a sentence that speak of events, and what it says of them."""

from __future__ import annotations

from dataclasses import dataclass

from graphkit.extract.lexicon import Hit
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.knowledge import Scheme
from graphkit.languages.document import Sentence
from graphkit.languages.narration import Telling
from graphkit.model import Kind

HOLDS = "word/take_place"
ORGANIZE = "word/organize"
HOST_REACH = 6
RECEPTION = "event/reception"  # "received credentials" tells more than "received"


@dataclass(frozen=True, slots=True)
class Trigger:
    """Tokens ``start`` to ``end`` that speak of an event of a kind."""

    start: int
    end: int
    kind: Kind
    concept: str
    telling: Telling

    @property
    def is_told(self) -> bool:
        """Say whether the sentence tells the event, as past or to come."""
        return self.telling in (Telling.TOLD, Telling.PLANNED) or (
            self.telling is Telling.ASIDE and self.kind is Kind.VISIT
        )


def has_word(scene: Scene, start: int, end: int, *concepts: str) -> bool:
    """Say whether one of the words of some concepts stands between two tokens."""
    return any(
        start <= hit.start and hit.end <= end
        for concept in concepts
        for hit in scene.hits_of(concept)
    )


def find_triggers(scene: Scene, sentence: Sentence, spoken: set[int]) -> list[Trigger]:
    """Return the event words of a sentence in order, without those in names and quotations."""
    named = {
        i
        for n in scene.phrases_of(sentence)
        if n.sort is not Sort.ROLE
        for i in range(n.start, n.end)
    }
    holds = frozenset(
        (h.end - 1 if scene.narration.verb_last else h.start)
        for h in scene.hits_of(HOLDS)
        if sentence.start <= h.start and h.end <= sentence.end
    )
    idioms = [h for h in scene.hits_of("word/participate") if len(h) > 1]
    found: list[Trigger] = []
    for hit in scene.hits_in(sentence.start, sentence.end):  # the longest first at each token
        if not hit.senses.events or (found and hit.start < found[-1].end):
            continue
        if any(i in spoken or i in named for i in range(hit.start, hit.end)):
            continue
        if any(i.start <= hit.start and hit.end <= i.end and len(i) > len(hit) for i in idioms):
            continue
        trigger = _read(scene, hit, holds)
        if trigger is None or (ORGANIZE in hit.senses.ids and not _hosts_guest(scene, trigger)):
            continue
        if found and found[-1].kind is trigger.kind and trigger.start - found[-1].end < 1:
            trigger = _merge(found.pop(), trigger)
        found.append(trigger)
    return found


def _hosts_guest(scene: Scene, trigger: Trigger) -> bool:
    """ "hosted a delegation" tells of guests, "hosted a forum" and "hosted by" of who organises."""
    doc = scene.doc
    following = doc[trigger.end : trigger.end + HOST_REACH]
    is_event = any(
        Scheme.EVENT in h.senses.schemes
        for h in scene.hits_in(trigger.end, trigger.end + len(following))
    )  # fmt: skip
    told = trigger.telling is Telling.TOLD and scene.syntax.is_verb(doc[trigger.start])
    return told and not is_event and not scene.syntax.agent_follows(doc, trigger.start, trigger.end)


def _merge(left: Trigger, right: Trigger) -> Trigger:
    """Two words for one event side by side («форум жұмысына қатысты») tell of it together."""
    told = left if left.is_told or not right.is_told else right
    concept = right.concept if left.concept == RECEPTION else left.concept
    return Trigger(left.start, right.end, left.kind, concept, told.telling)


def _read(scene: Scene, hit: Hit, holds: frozenset[int]) -> Trigger | None:
    for concept in hit.senses.events:
        kind = next((c.kind for c in scene.knowledge.ancestors(concept.id) if c.kind), None)
        if kind is not None:
            end = scene.narration.event_end(scene.doc, hit.start, hit.end)
            telling = scene.narration.telling(scene.doc, hit.start, end, holds)
            if telling is Telling.ASIDE and kind is not Kind.VISIT:
                telling = Telling.NAMED
            return Trigger(hit.start, end, kind, concept.id, telling)
    return None
