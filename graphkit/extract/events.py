"""Trigger words and who stands around them -> events with participants, place and date."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Span

from graphkit.extract.dates import find_date
from graphkit.extract.lexicon import Hit
from graphkit.extract.nodes import Node, Sort
from graphkit.extract.reference import find_holder
from graphkit.extract.scene import Scene
from graphkit.extract.tree import is_adjective
from graphkit.knowledge import Scheme, Use
from graphkit.model import BODIES, GROUPS, Kind, Relation, Status

EXTRACTOR = "events"
GATHERINGS = frozenset({Kind.MEETING, Kind.CONFERENCE, Kind.CALL})
HOSTS = frozenset({Kind.CHAMBER, Kind.PARLIAMENT, Kind.ORGANIZATION, Kind.INTERNATIONAL_ORGANIZATION})
JOINERS = frozenset({"word/participate", "word/member"})
SPEECH = "word/speech"


@dataclass(slots=True, eq=False)
class Event:
    """One event while the sentences about it are read."""

    kind: Kind
    concept: str
    sentences: list[tuple[int, int]]
    people: dict[str, float] = field(default_factory=dict)
    place: tuple[str, float] | None = None
    date: str | None = None
    status: Status = Status.ASSERTED

    def join(self, people: dict[str, float]) -> None:
        """Add participants, keeping for each the surest claim."""
        for person, sure in people.items():
            self.people[person] = max(sure, self.people.get(person, 0.0))


def claim_events(scene: Scene) -> None:
    """Note the events that a release tells, sentence by sentence."""
    events: list[Event] = []
    title: Event | None = None
    listing = False
    for sentence in scene.doc.sents:
        spoken = _spoken(scene, sentence)
        triggers = list(_triggers(scene, sentence, spoken))
        people = _people(scene, sentence, spoken)
        is_title = sentence.start_char < scene.release.title_end
        if listing and not triggers and events and _is_item(sentence):
            events[-1].join(people)
            continue
        made = _read_triggers(scene, sentence, triggers, people, events if not is_title else [])
        if is_title:
            title = made[0] if made else None
            continue
        if not triggers and events and people:
            _join_without_trigger(scene, sentence, people, events)
        listing = sentence.text.rstrip().endswith(":")
    _apply_title(title, events)
    for number, event in enumerate(events, 1):
        _claim(scene, f"event:{number}", event)


def _is_item(sentence: Span) -> bool:
    text = sentence.text.strip()
    return text[:1] in "-–—•*" or text.endswith((";", ".")) or text[:1].isdigit()


def _spoken(scene: Scene, sentence: Span) -> set[int]:
    """Return the tokens of a sentence that lie in a quotation."""
    begin, end = scene.draft.characters(sentence.start, sentence.end)
    stretches = [
        (m.begin, m.end)
        for m in scene.draft.mentions
        if scene.kind(m.referent) is Kind.QUOTATION and m.begin < end and m.end > begin
    ]
    return {
        token.i
        for token in sentence
        if any(b <= scene.release.offsets[token.idx] < e for b, e in stretches)
    }


def _triggers(scene: Scene, sentence: Span, spoken: set[int]) -> Iterator[tuple[Hit, Kind, str]]:
    names = {i for n in [*scene.nodes, *scene.persons] if n.sort is not Sort.ROLE for i in range(n.start, n.end)}
    last = -1
    for hit in sorted(scene.hits, key=lambda h: (h.start, -len(h))):
        if not (sentence.start <= hit.start and hit.end <= sentence.end) or hit.start < last:
            continue
        if any(i in spoken or i in names for i in range(hit.start, hit.end)):
            continue
        for sense in hit.senses:
            if sense.concept.scheme is Scheme.EVENT and sense.label.use is Use.TRIGGER:
                kind = next(
                    (c.kind for c in scene.knowledge.ancestors(sense.concept.id) if c.kind), None
                )
                if kind is not None:
                    last = hit.end
                    yield hit, kind, sense.concept.id
                    break


def _people(scene: Scene, sentence: Span, spoken: set[int]) -> dict[str, float]:
    """Return who may take part: persons, titles that mean one, groups and delegations."""
    found: dict[str, float] = {}
    inside = lambda n: sentence.start <= n.start and n.end <= sentence.end and n.start not in spoken  # noqa: E731
    for person in scene.persons:
        if inside(person) and person in scene.of and not _in_name(scene, person):
            found[scene.of[person]] = 0.88
    named = {p.start for p in scene.persons}
    for node in scene.nodes:
        if not inside(node):
            continue
        if node.sort is Sort.ROLE and node.parent is None and not any(
            scene.syntax.is_title_before(scene.doc, node.whole, p.whole) for p in scene.persons if p.start in named and p.start >= node.stop and p.start - node.stop < 3
        ):
            plural = "Plur" in scene.doc[node.head].morph.get("Number")
            holder = None if plural else find_holder(scene, node)
            if holder is not None:
                found.setdefault(holder, 0.75)
            elif plural:
                found.update(_groups(scene, node))
        elif node.sort is Sort.BODY and node.parent is None and node in scene.of:
            if scene.kind(scene.of[node]) in GROUPS:
                found.setdefault(scene.of[node], 0.85)
    return found


def _groups(scene: Scene, node: Node) -> dict[str, float]:
    """The members of a group who meet somebody stand for the group."""
    bodies = [scene.of[m] for _, m in node.modifiers if m.sort is Sort.BODY and m in scene.of]
    return {b: 0.8 for b in bodies if scene.kind(b) in GROUPS}


def _in_name(scene: Scene, person: Node) -> bool:
    return any(n.sort is Sort.BODY and n.start <= person.start and person.end <= n.end for n in scene.nodes)


def _read_triggers(
    scene: Scene,
    sentence: Span,
    triggers: list[tuple[Hit, Kind, str]],
    people: dict[str, float],
    events: list[Event],
) -> list[Event]:
    made: list[Event] = []
    by_kind: dict[Kind, tuple[Hit, str]] = {}
    for hit, kind, concept in triggers:
        by_kind.setdefault(kind, (hit, concept))
    if Kind.CALL in by_kind:
        by_kind.pop(Kind.MEETING, None)
    for kind, (hit, concept) in by_kind.items():
        taking = _participants(scene, sentence, kind, hit, people)
        event = _same_event(scene, sentence, kind, hit, taking, events)
        if event is None:
            is_title = sentence.start_char < scene.release.title_end
            if not is_title and not _can_begin(scene, kind, taking):
                continue
            event = Event(kind, concept, [])
            _add_protagonist(event, taking, events)
            events.append(event)
        event.join(taking)
        event.sentences.append((sentence.start, sentence.end))
        event.place = event.place or _place(scene, sentence, kind, hit)
        event.date = event.date or find_date(
            scene.release, scene.doc, sentence.start, sentence.end, scene.hits, scene.grammar
        )
        if event.status is Status.ASSERTED and len(event.sentences) == 1:
            event.status = _status(scene, sentence, hit)
        made.append(event)
    return made


def _add_protagonist(event: Event, taking: dict[str, float], events: list[Event]) -> None:
    """A meeting with one man named is that of the one whom the release follows."""
    if event.kind not in (Kind.MEETING, Kind.CALL) or len(taking) != 1:
        return
    counts = Counter(p for e in events for p in e.people)
    leader = next((p for p, _ in counts.most_common() if p not in taking), None)
    first = next((p for e in events for p in e.people), None)
    if leader is not None and first is not None:
        event.people[first if counts[first] == counts[leader] and first not in taking else leader] = 0.65


def _can_begin(scene: Scene, kind: Kind, taking: dict[str, float]) -> bool:
    """A word alone tells of no event: somebody must meet, travel, be elected."""
    persons = [p for p in taking if scene.kind(p) is Kind.PERSON]
    if kind in (Kind.APPOINTMENT, Kind.ELECTION):
        return bool(persons)
    return len(taking) >= (2 if kind is Kind.CONFERENCE else 1)


def _participants(
    scene: Scene, sentence: Span, kind: Kind, hit: Hit, people: dict[str, float]
) -> dict[str, float]:
    if kind is Kind.APPOINTMENT:
        return _appointed(scene, sentence)
    if kind is Kind.VISIT:
        return _visitor(scene, sentence, hit, people)
    if kind in (Kind.SIGNING, Kind.CONFERENCE, Kind.ELECTION):
        taking = dict(people)
        for node in scene.nodes:
            if (
                node.sort is Sort.BODY
                and node.parent is None
                and node in scene.of
                and sentence.start <= node.start < sentence.end
                and scene.kind(scene.of[node]) in (BODIES if kind is Kind.SIGNING else HOSTS)
            ):
                taking.setdefault(scene.of[node], 0.7)
        return taking
    return people


def _appointed(scene: Scene, sentence: Span) -> dict[str, float]:
    """Who is told to have been appointed: a word like «назначенный» beside a name tells no event."""
    begin, end = scene.draft.characters(sentence.start, sentence.end)
    return {
        c.subject: c.confidence
        for c in scene.draft.claims.values()
        if c.relation is Relation.HOLDS and c.status is Status.APPOINTED and begin <= c.begin < end
    }


def _visitor(scene: Scene, sentence: Span, hit: Hit, people: dict[str, float]) -> dict[str, float]:
    """A guest who «келген» or is «прибывший» stands beside the word, else he is the subject."""
    nodes = sorted(
        (n for n in [*scene.persons, *scene.nodes] if n in scene.of and scene.of[n] in people and sentence.start <= n.start < sentence.end),
        key=lambda n: n.start,
    )
    if not nodes:
        holders = dict(list(people.items())[:1])
        return holders
    side = scene.syntax.modified_side(scene.doc, hit.start, hit.end)
    after = [n for n in nodes if n.start >= hit.end]
    before = [n for n in nodes if n.end <= hit.start]
    if side > 0 and after:
        chosen = after[0]
    elif side < 0 and before:
        chosen = before[-1]
    else:
        chosen = nodes[0]
    return {scene.of[chosen]: 0.82}


def _same_event(
    scene: Scene,
    sentence: Span,
    kind: Kind,
    hit: Hit,
    taking: dict[str, float],
    events: list[Event],
) -> Event | None:
    """Return the event told before that a sentence goes on about, None for a new one."""
    same = [e for e in events if e.kind is kind]
    if scene.syntax.refers_back(scene.doc, hit.start, hit.end):
        gatherings = [e for e in events if e.kind in GATHERINGS] if kind in GATHERINGS else []
        if back := [*gatherings[-1:], *same[-1:]]:
            return back[-1]
    if not same:
        return None
    if not taking:
        return same[-1]
    joined = _has_word(scene, sentence, JOINERS)
    for event in reversed(same):
        shared = set(taking) & set(event.people)
        if set(taking) <= set(event.people) or len(shared) >= 2:
            return event
        if joined and event is same[-1] and kind in GATHERINGS:
            return event
        if shared and kind is Kind.VISIT:
            return event
    if kind is Kind.CONFERENCE:
        return same[-1]
    return None


def _join_without_trigger(
    scene: Scene, sentence: Span, people: dict[str, float], events: list[Event]
) -> None:
    """Who takes part or speaks in a sentence of its own was at the gathering told last."""
    last = next((e for e in reversed(events) if e.kind in GATHERINGS), None)
    if last is None:
        return
    if _has_word(scene, sentence, JOINERS):
        last.join({p: min(s, 0.8) for p, s in people.items()})


def _has_word(scene: Scene, sentence: Span, concepts: frozenset[str]) -> bool:
    return any(
        sentence.start <= h.start and h.end <= sentence.end and any(s.concept.id in concepts for s in h.senses)
        for h in scene.hits
    )


def _place(scene: Scene, sentence: Span, kind: Kind, hit: Hit) -> tuple[str, float] | None:
    """Return the town or state in which a sentence says that the event took place."""
    places = [
        n
        for n in scene.nodes
        if n.sort is Sort.PLACE
        and n.parent is None
        and n in scene.of
        and sentence.start <= n.start < sentence.end
        and not is_adjective(n)
        and scene.kind(scene.of[n]) is not Kind.REGION
        and scene.syntax.is_location(scene.doc, n.whole, goal=kind is Kind.VISIT)
    ]
    cities = [n for n in places if scene.kind(scene.of[n]) is Kind.CITY]
    chosen = min(cities or places, key=lambda n: abs(n.start - hit.start), default=None)
    return (scene.of[chosen], 0.82) if chosen is not None else None


def _status(scene: Scene, sentence: Span, hit: Hit) -> Status:
    if _has_word(scene, sentence, frozenset({"word/denied"})):
        return Status.DENIED
    if _has_word(scene, sentence, frozenset({"word/planned"})):
        return Status.PLANNED
    return Status.ASSERTED


def _apply_title(title: Event | None, events: list[Event]) -> None:
    """A headline adds the place and the day to the event that the text tells first."""
    if title is None:
        return
    event = next((e for e in events if e.kind is title.kind), None)
    if event is None:
        if len(title.people) > 1:
            events.insert(0, title)
        return
    event.place = event.place or title.place
    event.date = event.date or title.date


def _claim(scene: Scene, key: str, event: Event) -> None:
    made = scene.draft.refer(event.kind, key)
    scene.draft.update(made, type=event.concept, date=event.date, status=event.status)
    start, end = event.sentences[0]
    for person, sure in event.people.items():
        begin, stop = next(
            ((b, e) for b, e in event.sentences if _names(scene, person, b, e)), (start, end)
        )
        scene.draft.add_claim(
            made, Relation.ATTENDEE, person, begin, stop,
            confidence=sure, extractor=EXTRACTOR, status=event.status,
        )  # fmt: skip
    if event.place is not None:
        scene.draft.add_claim(
            made, Relation.LOCATION, event.place[0], start, end,
            confidence=event.place[1], extractor=EXTRACTOR, status=event.status,
        )  # fmt: skip
    scene.draft.add_mention(made, start, end)


def _names(scene: Scene, referent: str, start: int, end: int) -> bool:
    begin, stop = scene.draft.characters(start, end)
    return any(m.referent == referent and begin <= m.begin < stop for m in scene.draft.mentions)
