"""Sentences that tell no event of their own and say who was at the one told before."""

from __future__ import annotations

from graphkit.extract.events.actors import Actor
from graphkit.extract.events.event import Event
from graphkit.extract.events.frames import clause_of
from graphkit.extract.events.triggers import has_word
from graphkit.extract.scene import Scene
from graphkit.languages.document import Sentence
from graphkit.model import BODIES

JOIN = ("word/participate", "word/member")
FLOOR = ("word/speech", "word/take_floor")
OPENING = 8


def is_join(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence tells who took part, was present, belonged to a delegation."""
    return has_word(scene, sentence.start, sentence.end, *JOIN)


def takes_floor(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence tells that somebody spoke."""
    return has_word(scene, sentence.start, sentence.end, *FLOOR)


def find_speakers(scene: Scene, sentence: Sentence, actors: list[Actor]) -> list[str]:
    """Return who speaks: the first subject of each clause."""
    found: dict[int, str] = {}
    for actor in actors:
        clause = clause_of(scene, sentence, actor.start)
        if actor.is_person and clause not in found:
            subject = scene.narration.is_subject(scene.doc, actor.phrase)
            found[clause] = actor.referent if subject else ""
    # Only the clause that opens the sentence, and those set against it, tell who speaks.
    against = [c for c in found if c == 0 or scene.narration.verb_last]
    return [found[c] for c in against if found[c]]


def joins(scene: Scene, actor: Actor) -> bool:
    """Say whether somebody in a sentence about who took part is one of these."""
    end = scene.doc[actor.start].sent.end
    if not scene.narration.takes_part(scene.doc, actor.phrase, end, end):
        return False
    if scene.narration.verb_last or scene.narration.is_subject(scene.doc, actor.phrase):
        return True
    before = scene.doc.text_of(max(0, actor.start - 2), actor.start).casefold().split()
    return not scene.narration.company_words.isdisjoint(before)


def leads_delegation(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence tells who leads or brings a delegation, or who chairs."""
    if not has_word(scene, sentence.start, sentence.end, "word/lead", "word/take_floor"):
        return False
    if has_word(scene, sentence.start, sentence.end, "word/speech"):
        return False  # "recalled that X, who led the delegation …"
    return has_word(scene, sentence.start, sentence.end, "word/delegation", "word/occasion")


def tells_document(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence opens with the document that has just been signed."""
    return has_word(scene, sentence.start, sentence.start + 4, "word/document")


def opens_list(scene: Scene, sentence: Sentence) -> bool:
    """Say whether a sentence announces a list, and not a speech."""
    text = sentence.text.strip()
    if not text.endswith(":") and ":\n" not in text:
        return False
    return not has_word(scene, sentence.start, sentence.end, "word/speech")


def is_item(scene: Scene, sentence: Sentence, actors: list[Actor]) -> bool:
    """Say whether a sentence is an item of a list: a mark or a name opens it."""
    text = sentence.text.strip()
    if text.startswith(("«", "“", '"', "„")):
        return False
    if text[:1] in "-–—•*" or text[:1].isdigit() or text.endswith(";"):
        return True
    return any(a.is_person and a.start - sentence.start < OPENING for a in actors) and not (
        has_word(scene, sentence.start, sentence.end, *FLOOR)
    )


def join_hosts(
    scene: Scene, sentence: Sentence, event: Event, part: list[Actor], taking: dict[str, float]
) -> None:
    """Note who organised a gathering; who hosts it takes part in it."""
    if not has_word(scene, sentence.start, sentence.end, "word/organize"):
        return
    for actor in part:
        if actor.kind in BODIES and scene.narration.takes_part(
            scene.doc, actor.phrase, sentence.end, sentence.end
        ):
            event.hosts[actor.referent] = 0.75
            event.join({actor.referent: 0.75})
