"""Which of a sentence's actors and places belong to which of its events."""

from __future__ import annotations

from itertools import pairwise

from graphkit.extract.events.actors import PLURAL_SURE, Actor
from graphkit.extract.events.event import CAREERS, RECEPTION, TALKS
from graphkit.extract.events.triggers import Trigger, has_word
from graphkit.extract.nodes import Node
from graphkit.extract.scene import Scene
from graphkit.extract.senses import Sort
from graphkit.extract.tree import is_adjective
from graphkit.languages.document import Sentence
from graphkit.languages.narration import Telling
from graphkit.model import GROUPS, Kind

SINK_REACH = 4
GROUP_REACH = 3
BETWEEN = "word/between"
ORGANIZE = ("word/organize", "word/joint")


def clause_of(scene: Scene, sentence: Sentence, token: int) -> int:
    """Return the number of the clause of a sentence in which a token stands."""
    opened = (
        i for i in range(sentence.start, token + 1) if scene.narration.opens_clause(scene.doc, i)
    )
    return sum(1 for _ in opened)


def tellers(triggers: list[Trigger]) -> list[Trigger]:
    """Return the words that take actors: what is told, else what is spoken of again."""
    return [t for t in triggers if t.is_told] or [t for t in triggers if t.telling is Telling.BACK]


def divide(
    scene: Scene, sentence: Sentence, triggers: list[Trigger], actors: list[Actor]
) -> dict[Trigger, list[Actor]]:
    """Give each actor to the event in whose stretch of the sentence he stands.

    Where the verb stands last, the stretch of an event ends with its words, else it begins
    with them. Who stands before the first event acts in the later ones too, where these
    name no subject of their own.
    """
    parts: dict[Trigger, list[Actor]] = {t: [] for t in triggers}
    for actor in actors:
        owner = _owner(scene, sentence, triggers, actor.start, actor.end)
        if owner is not None and scene.narration.takes_part(
            scene.doc, actor.phrase, owner.start, owner.end
        ):
            parts[owner].append(actor)
    told = tellers(triggers)
    for before, trigger in pairwise(told):
        own = parts[trigger]
        if not any(a.is_person for a in own):
            parts[trigger] = [*parts[before], *own]
        elif not any(
            a.start < trigger.start and scene.narration.is_subject(scene.doc, a.phrase) for a in own
        ):
            subjects = [
                a
                for a in parts[before]
                if a.end <= before.start and scene.narration.is_subject(scene.doc, a.phrase)
            ]
            first = parts[told[0]][:1] if not subjects else []
            parts[trigger] = [*(subjects or first), *own]
    return parts


def _owner(
    scene: Scene, sentence: Sentence, triggers: list[Trigger], start: int, end: int
) -> Trigger | None:
    """Return the event in whose stretch tokens stand; what is only named takes what is near."""
    told = tellers(triggers)
    # "the newly appointed Ambassador X" takes nobody from the event that is told
    sinks = [t for t in triggers if t.telling is Telling.NAMED and t.kind not in CAREERS]
    if scene.narration.verb_last:
        behind = [t for t in told if t.end > start]
        chosen = behind[0] if behind else (told[-1] if told else None)
        near = [t for t in sinks if 0 <= t.start - end <= 1]
        return None if near and (chosen is None or chosen.start > near[0].start) else chosen
    near = [t for t in sinks if 0 <= start - t.end <= SINK_REACH]
    if near:
        return None
    clause = clause_of(scene, sentence, start)
    here = [t for t in told if clause_of(scene, sentence, t.start) == clause]
    before = [t for t in here if t.start <= start]
    if before:
        return before[-1]
    told = [t for t in told if t.kind is not Kind.CONFERENCE]  # speakers do not gather
    if here:
        return here[0]
    return told[-1] if told and told[-1].start < start else next(iter(told), None)


def choose(
    scene: Scene, sentence: Sentence, trigger: Trigger, part: list[Actor]
) -> dict[str, float]:
    """Return who of the actors in an event's stretch takes part in it."""
    persons = _of_clause(scene, trigger, [a for a in part if a.is_person or a.kind in GROUPS])
    taking = {a.referent: a.sure for a in persons if _may_act(scene, trigger, a)}
    taking = {r: s for r, s in taking.items() if s > PLURAL_SURE or trigger.concept == RECEPTION}
    acting = {a.referent for a in persons if a.is_person}
    for actor in part:
        if actor.is_person or actor.referent in taking:
            continue
        if actor.kind is Kind.COUNTRY:
            continue
        if _body_takes_part(scene, sentence, trigger, actor, acting):
            taking[actor.referent] = actor.sure
    if not any(scene.kind(p) is Kind.PERSON for p in taking):
        taking |= _states(scene, trigger, part, taking)
    return taking


def _of_clause(scene: Scene, trigger: Trigger, actors: list[Actor]) -> list[Actor]:
    """Who says that somebody met somebody was not there: «А Б-ның В-мен кездескенін айтты»."""
    doc, narration = scene.doc, scene.narration
    own = next(
        (a for a in actors if narration.owns_clause(doc, a.phrase, trigger.start, trigger.end)),
        None,
    )
    return actors if own is None else [a for a in actors if a.start >= own.start]


def _may_act(scene: Scene, trigger: Trigger, actor: Actor) -> bool:
    """A group acts as the subject or as a partner beside the event's words, not in an aside."""
    if actor.is_person or scene.narration.verb_last:
        return True
    if actor.end <= trigger.start or actor.kind is Kind.DELEGATION:
        return True
    before = scene.doc.text_of(max(trigger.end, actor.start - 2), actor.start).casefold().split()
    return actor.start - trigger.end <= GROUP_REACH or not scene.narration.partner_words.isdisjoint(
        before
    )


def _body_takes_part(
    scene: Scene, sentence: Sentence, trigger: Trigger, actor: Actor, acting: set[str]
) -> bool:
    narration, doc = scene.narration, scene.doc
    if trigger.kind is Kind.CONFERENCE:
        if narration.is_host(doc, actor.phrase, trigger.start, trigger.end):
            return True
        organised = has_word(scene, sentence.start, sentence.end, *ORGANIZE)
        subject = actor.end <= trigger.start and narration.is_subject(doc, actor.phrase)
        return organised or (subject and not acting)
    if trigger.kind is Kind.SIGNING:
        is_between = has_word(scene, sentence.start, sentence.end, BETWEEN)
        subject = narration.is_subject(doc, actor.phrase) and actor.end <= trigger.start
        return is_between or subject
    if trigger.kind in TALKS:
        if has_word(scene, sentence.start, sentence.end, BETWEEN) and actor.start >= trigger.end:
            return True
        subject = actor.end <= trigger.start and narration.is_subject(doc, actor.phrase)
        return subject and not acting
    return False


def _states(
    scene: Scene, trigger: Trigger, part: list[Actor], taking: dict[str, float]
) -> dict[str, float]:
    """States take part where they are named in a row as the subject."""
    states = [
        a
        for a in part
        if a.kind is Kind.COUNTRY
        and a.end <= trigger.start
        and scene.narration.is_subject(scene.doc, a.phrase)
    ]
    enough = len(states) + len(taking) > 1
    return {a.referent: a.sure for a in states} if enough and trigger.kind is not Kind.VISIT else {}


def find_guests(
    scene: Scene, sentence: Sentence, trigger: Trigger, part: list[Actor], all_actors: list[Actor]
) -> dict[str, float]:
    """Return who visits: whom «келген» or "who is on a visit" modifies, else the subject."""
    clause = clause_of(scene, sentence, trigger.start)
    able = [a for a in all_actors if a.sure > PLURAL_SURE and (a.is_person or a.kind in GROUPS)]
    able = [
        a
        for a in able
        if scene.narration.verb_last or clause_of(scene, sentence, a.start) == clause
    ]
    side = scene.narration.modified_side(scene.doc, trigger.start, trigger.end)
    after = [a for a in able if a.start >= trigger.end]
    before = [a for a in able if a.end <= trigger.start]
    if side > 0 and after:
        chosen = after[0]
    elif side < 0 and before:
        chosen = before[-1]
    else:
        own = [a for a in part if a in able] or able
        of_clause = _of_clause(scene, trigger, own)
        own = of_clause if of_clause is own or not of_clause else of_clause[:1]
        if trigger.telling is Telling.BACK and not scene.narration.verb_last:
            own = [a for a in own[:1] if scene.narration.is_subject(scene.doc, a.phrase)]
        if not own:
            return _delegation(scene) if trigger.is_told else {}
        subjects = [a for a in own if scene.narration.is_subject(scene.doc, a.phrase)]
        # Where the verb stands last, the nearest subject is its own.
        chosen = subjects[-1] if scene.narration.verb_last and subjects else own[0]
    guests = {chosen.referent: 0.85}
    if chosen.kind is Kind.DELEGATION:
        following = next((a for a in able if a.start >= chosen.end and a.is_person), None)
        if following is not None and has_word(scene, chosen.end, following.start, "word/lead"):
            guests[following.referent] = 0.8
        leader = next((a for a in reversed(able) if a.end <= chosen.start and a.is_person), None)
        if leader is not None and scene.narration.verb_last:  # «Аты Тегі бастаған делегация»
            led = has_word(scene, leader.end, chosen.end, "word/lead")
            guests |= {leader.referent: 0.8} if led else {}
    return guests


def _delegation(scene: Scene) -> dict[str, float]:
    """Guests without a name are the delegation of which the release speaks, if it is one."""
    found = {r for r in scene.of.values() if scene.kind(r) is Kind.DELEGATION}
    named = [r for r in found if scene.draft.referents[r].names]
    return {named[0]: 0.6} if len(named) == 1 else {}


def find_places(
    scene: Scene, sentence: Sentence, triggers: list[Trigger], trigger: Trigger
) -> list[Node]:
    """Return the towns or states where a sentence says that an event took place, surest first."""
    goal = trigger.kind is Kind.VISIT
    found = []
    for node in scene.phrases_of(sentence):
        if node.sort is not Sort.PLACE or node.parent is not None or node not in scene.of:
            continue
        if not sentence.start <= node.start < sentence.end or is_adjective(node):
            continue
        if scene.kind(scene.of[node]) is Kind.REGION:
            continue
        if not _is_located(scene, node, goal) or _is_of_another(scene, trigger, node):
            continue
        owner = _owner_of_place(scene, sentence, triggers, node)
        if owner is trigger:
            found.append(node)
    cities = [n for n in found if scene.kind(scene.of[n]) is Kind.CITY]
    return found if goal else sorted(cities or found, key=lambda n: abs(n.start - trigger.start))


def _owner_of_place(
    scene: Scene, sentence: Sentence, triggers: list[Trigger], node: Node
) -> Trigger | None:
    """A place belongs to the event nearest in its stretch, one that is only named included."""
    if scene.narration.verb_last:
        return next((t for t in triggers if t.end > node.start), triggers[-1])
    clause = clause_of(scene, sentence, node.start)
    here = [t for t in triggers if clause_of(scene, sentence, t.start) == clause]
    before = [t for t in here if t.start <= node.start]
    if before:
        return before[-1]
    return here[0] if here else (triggers[-1] if triggers[-1].start < node.start else triggers[0])


def _is_of_another(scene: Scene, trigger: Trigger, node: Node) -> bool:
    """«на встрече … договорились провести в Бишкеке»: another verb stands between."""
    if trigger.telling is not Telling.BACK or node.start < trigger.end:
        return False
    between = scene.doc[trigger.end : node.start]
    return any(t.pos_ == "VERB" and "Part" not in t.morph.get("VerbForm") for t in between)


def _is_located(scene: Scene, node: Node, goal: bool) -> bool:
    """Places in a row share what stands before the first or the case of the last."""
    at: Node | None = node
    while at is not None:
        if scene.narration.is_location(scene.doc, at.whole, goal=goal):
            return True
        at = at.before if not scene.narration.verb_last else None
    if scene.narration.verb_last:
        after = next((n for n in scene.nodes if n.before is node), None)
        return after is not None and scene.narration.is_location(scene.doc, after.whole, goal=goal)
    return False
