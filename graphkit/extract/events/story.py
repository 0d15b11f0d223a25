"""A release's sentences -> its events: several sentences tell of one, one tells of several."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from spacy.tokens import Span

from graphkit.extract.dates import find_date
from graphkit.extract.events.actors import Actor, find_actors
from graphkit.extract.events.claims import claim_event, find_topics
from graphkit.extract.events.event import (
    CAREERS,
    CREDENTIALS,
    DINNER,
    DISCUSSION,
    DISMISSAL,
    GATHERINGS,
    GENERIC,
    OPENING,
    RECEPTION,
    TALKS,
    Event,
)
from graphkit.extract.events.frames import choose, divide, find_guests, find_places
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
from graphkit.extract.events.triggers import Trigger, find_triggers, has_word
from graphkit.extract.nodes import Node
from graphkit.extract.reference import last_subject
from graphkit.extract.scene import Scene
from graphkit.languages.narration import Telling
from graphkit.languages.syntax import Phrase
from graphkit.model import BODIES, Kind, Relation, Status


@dataclass(slots=True)
class Story:
    """What has been told so far. ``listing`` is the event whose list goes on."""

    scene: Scene
    events: list[Event] = field(default_factory=list)
    title: list[Event] = field(default_factory=list)
    listing: Event | None = None
    current: Event | None = None
    hero: str | None = None
    hero_place: tuple[str, float] | None = None
    announced: Kind | None = None  # the kind of event that the first words name
    title_place: tuple[str, float] | None = None
    concepts: set[str] = field(default_factory=set)  # that the sentence being read names
    told: list[Trigger] = field(default_factory=list)  # of the sentence being read

    def last(self, *kinds: Kind) -> Event | None:
        """Return the event of some kinds told last."""
        if self.current is not None and self.current.kind in kinds:
            return self.current
        return next((e for e in reversed(self.events) if e.kind in kinds), None)


def claim_events(scene: Scene) -> None:
    """Note the events that a release tells, sentence by sentence."""
    story = Story(scene)
    for sentence in scene.doc.sents:
        if not sentence.text.strip():
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


def find_spoken(scene: Scene, sentence: Span) -> set[int]:
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


def _read_sentence(story: Story, sentence: Span) -> None:
    scene = story.scene
    spoken = find_spoken(scene, sentence)
    triggers = find_triggers(scene, sentence, spoken)
    actors = find_actors(scene, sentence, spoken)
    if sentence.start_char < scene.release.title_end or _is_headline(sentence):
        _read_title(story, sentence, triggers, actors)
        return
    if story.listing is not None and is_item(scene, sentence, actors):
        story.listing.join({a.referent: 0.88 for a in actors if a.is_person})
        story.listing.sentences.append((sentence.start, sentence.end))
        return
    story.listing = None
    made = _read_triggers(story, sentence, triggers, actors)
    if not made or (is_join(scene, sentence) and all(e.kind is Kind.VISIT for e in made)):
        _read_continuation(story, sentence, triggers, actors)
    if opens_list(scene, sentence):
        story.listing = made[-1] if made else story.last(*GATHERINGS, Kind.SIGNING)


def _is_headline(sentence: Span) -> bool:
    """A first line without a full stop is a headline that was not told apart."""
    text = sentence.text.strip()
    return sentence.start == 0 and text[-1:].isalpha() and sentence.end < len(sentence.doc)


def _read_title(story: Story, sentence: Span, triggers: list[Trigger], actors: list[Actor]) -> None:
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
        story.title_place = _find_place(scene, sentence)


def _read_triggers(
    story: Story, sentence: Span, triggers: list[Trigger], actors: list[Actor]
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
            _add_details(
                story, sentence, event, own if event.kind is not Kind.VISIT else None, place
            )
        towns = [scene.of[n] for n in nodes if scene.kind(scene.of[n]) is Kind.CITY]
        place = (towns[0], 0.8) if towns else place
        made.extend(e for e in found if e not in made)
    _share_places(scene, sentence, made)
    made.extend(_read_careers(story, sentence, usable, actors))
    return made


def _share_places(scene: Scene, sentence: Span, made: list[Event]) -> None:
    """Who meets a guest on a visit to a town meets him there; a visit to "the country" is to its."""
    visits = [e for e in made if e.kind is Kind.VISIT]
    others = [e for e in made if e.kind in GATHERINGS]
    for event in others:
        for visit in visits:
            told = visit.is_place_told and (sentence.start, sentence.end) in visit.sentences
            town = visit.place is not None and scene.kind(visit.place[0]) is Kind.CITY
            if told and town and event.place is None and set(visit.people) & set(event.people):
                event.place = (visit.place or ("", 0.0))[0], 0.75
    for visit in visits:
        if visit.place is None and has_word(scene, sentence.start, sentence.end, "word/country"):
            town = next((e.place[0] for e in others if e.place), None)
            link = scene.knowledge.get(scene.draft.referents[town].link) if town else None
            country = scene.country_in(link)
            if country in scene.draft.keys:
                visit.place = (scene.draft.keys[country], 0.7)


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
    sentence: Span,
    trigger: Trigger,
    part: list[Actor],
    actors: list[Actor],
    nodes: list[Node],
) -> list[Event]:
    scene = story.scene
    if scene.narration.is_denied(scene.doc, trigger.start, trigger.end):
        return []
    if trigger.kind is Kind.VISIT:
        return _read_visit(story, sentence, trigger, part, actors, nodes)
    taking = choose(scene, sentence, trigger, part)
    if trigger.concept == DISCUSSION and not _discusses(scene, trigger, part):
        return []
    taking = _add_pronouns(story, sentence, trigger, part, taking)
    event = _same_event(story, sentence, trigger, part, taking)
    if event is None and not _can_begin(story, trigger, part, taking, located=bool(nodes)):
        return []
    if event is None:
        event = _begin(story, sentence, trigger)
        _add_protagonist(story, event, part, taking)
    if trigger.kind is Kind.CONFERENCE:
        join_hosts(scene, sentence, event, part, taking)
    event.join(taking)
    event.sentences.append((sentence.start, sentence.end))
    story.current = event
    return [event]


def _begin(story: Story, sentence: Span, trigger: Trigger) -> Event:
    kind, concept = trigger.kind, trigger.concept
    if kind is Kind.MEETING and story.announced is Kind.CALL and not story.events:
        kind, concept = Kind.CALL, "event/call"  # "X's call with Y": "X spoke today with Y"
    event = Event(kind, concept)
    planned = trigger.telling is Telling.PLANNED
    event.status = Status.PLANNED if planned else Status.ASSERTED
    story.events.append(event)
    return event


def _read_visit(
    story: Story,
    sentence: Span,
    trigger: Trigger,
    part: list[Actor],
    actors: list[Actor],
    nodes: list[Node],
) -> list[Event]:
    """A visit has a guest; each of the places named in a row is a visit of its own."""
    scene = story.scene
    guests = find_guests(scene, sentence, trigger, part, actors)
    pronoun = _pronoun(story, sentence, trigger, part)
    if pronoun is not None:
        guests = {pronoun: 0.75}
    known = [
        e
        for e in story.events
        if e.kind is Kind.VISIT and (not guests or set(guests) & set(e.people))
    ]
    places = [scene.of[n] for n in nodes]
    if trigger.telling is Telling.BACK and (known or not guests):
        return known[-1:]
    if not guests or (trigger.telling is Telling.PLANNED and not places):
        return []
    made = []
    for place in places or [None]:
        event = next(
            (e for e in known if place is None or e.place is None or e.place[0] == place), None
        )
        if event is None:
            event = _begin(story, sentence, trigger)
        event.join(guests)
        if place is not None:
            event.place, event.is_place_told = (place, 0.85), True
        elif trigger.telling is Telling.BACK and event.place is None and story.current is not None:
            event.place = story.current.place
        event.sentences.append((sentence.start, sentence.end))
        made.append(event)
    return made


def _read_careers(
    story: Story, sentence: Span, triggers: list[Trigger], actors: list[Actor]
) -> list[Event]:
    """Who is told to have been appointed: a word like «назначенный» beside a name tells no event."""
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
            event = _begin(story, sentence, trigger)
        event.join({claim.subject: claim.confidence})
        if trigger.kind is Kind.ELECTION:
            voting = _voting(scene, triggers, actors) or scene.draft.objects(
                claim.object, Relation.POST_IN
            )
            event.join(dict.fromkeys(voting, 0.7))
        if (sentence.start, sentence.end) not in event.sentences:
            event.sentences.append((sentence.start, sentence.end))
            _add_details(story, sentence, event, None, None)
        made[claim.subject] = event
    if not made:
        return _read_named(story, sentence, told[0], actors)
    return list(made.values())


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


def _read_named(story: Story, sentence: Span, trigger: Trigger, actors: list[Actor]) -> list[Event]:
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
    event = _begin(story, sentence, trigger)
    event.join({chosen.referent: 0.7})
    event.sentences.append((sentence.start, sentence.end))
    _add_details(story, sentence, event, None, None)
    return [event]


def _nearest(scene: Scene, triggers: list[Trigger], begin: int) -> Trigger:
    return min(triggers, key=lambda t: abs(scene.draft.characters(t.start, t.end)[0] - begin))


def _pronoun(story: Story, sentence: Span, trigger: Trigger, part: list[Actor]) -> str | None:
    """Return the person whom a pronoun before an event's words means, if no name stands there."""
    scene = story.scene
    if any(a.is_person and sentence.start <= a.start < trigger.start for a in part):
        return None
    words = scene.doc[sentence.start : trigger.start]
    if any(t.lower_ in scene.syntax.person_pronouns - {"who"} for t in words):
        return last_subject(scene, sentence.start)
    return None


def _add_pronouns(
    story: Story, sentence: Span, trigger: Trigger, part: list[Actor], taking: dict[str, float]
) -> dict[str, float]:
    """«Ол», "she" act for the subject told last, "they" for all who took part."""
    scene = story.scene
    if not trigger.is_told:
        return taking
    person = _pronoun(story, sentence, trigger, part)
    if person is not None and person not in taking:
        return {person: 0.7, **taking}
    words = scene.doc[sentence.start : trigger.start]
    plural = any(t.lower_ in scene.narration.plurals for t in words)
    if plural and story.current is not None and trigger.kind is not story.current.kind:
        persons = {p: 0.6 for p in story.current.people if scene.kind(p) is Kind.PERSON}
        return {**persons, **taking}
    return taking


def _same_event(
    story: Story, sentence: Span, trigger: Trigger, part: list[Actor], taking: dict[str, float]
) -> Event | None:
    """Return the event told before that a sentence goes on about, None for a new one."""
    scene = story.scene
    alike = TALKS if trigger.kind in TALKS else frozenset({trigger.kind})
    last = story.last(*alike)
    if trigger.telling is Telling.BACK:
        if last is not None and _is_new_partner(story, sentence, trigger, part, last):
            return None
        if trigger.concept == OPENING:
            return next((e for e in reversed(story.events) if e.concept == OPENING), None)
        if trigger.concept == "event/ceremony" or (last is None and trigger.concept in GENERIC):
            return story.last(*GATHERINGS, Kind.SIGNING)
        return last
    if last is None:
        return None
    if trigger.kind is Kind.SIGNING:
        document = has_word(scene, sentence.start, trigger.end, "word/document")
        first = scene.doc[sentence.start].lower_
        again = document or first in scene.syntax.pronouns or not taking or not last.people
        return last if story.current is last and again else None
    known = [e for e in reversed(story.events) if e.kind in alike]
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


def _has_partner(scene: Scene, trigger: Trigger, part: list[Actor]) -> bool:
    if scene.narration.verb_last:
        return any(not scene.narration.is_subject(scene.doc, a.phrase) for a in part)
    return any(a.start >= trigger.end for a in part)


def _discusses(scene: Scene, trigger: Trigger, part: list[Actor]) -> bool:
    """«X Y-пен талқылады», "discussed it with Y": two persons, one as the other's partner."""
    persons = [a for a in part if a.is_person and a.sure > 0.7]
    if not trigger.is_told or len({a.referent for a in persons}) < 2:
        return False
    partners = [a for a in persons if not scene.narration.is_subject(scene.doc, a.phrase)]
    if scene.narration.verb_last:
        return bool(partners)
    words = {"with", "с", "со"}
    return any(a.start > 0 and scene.doc[a.start - 1].lower_ in words for a in persons)


def _is_new_partner(
    story: Story, sentence: Span, trigger: Trigger, part: list[Actor], last: Event
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


def _can_begin(
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
        story.hero_place = _inherit(story, scene.doc[trigger.start].sent, None)
    nobody = Event(trigger.kind, "")
    sentence = scene.doc[trigger.start].sent
    return partner and (trigger.is_told or _is_new_partner(story, sentence, trigger, part, nobody))


def _add_protagonist(
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


def _add_details(
    story: Story,
    sentence: Span,
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
        event.place = _inherit(story, sentence, event)
    previous = next((e.date for e in reversed(story.events) if e is not event and e.date), None)
    event.date = event.date or find_date(
        scene.release, scene.doc, sentence.start, sentence.end, scene.hits, scene.grammar, previous
    )
    topics = find_topics(scene, sentence.start, sentence.end)
    event.topics = tuple(dict.fromkeys((*event.topics, *topics)))


def _inherit(story: Story, sentence: Span, event: Event | None) -> tuple[str, float] | None:
    """In the capital is in its town; on the margins of a forum is where the forum is."""
    scene = story.scene
    if any(
        sentence.start <= h.start and h.end <= sentence.end
        and any(s.concept.id == "word/capital" for s in h.senses)
        and scene.narration.is_location(scene.doc, Phrase(h.start, h.end, h.end - 1))
        for h in scene.hits
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


def _read_continuation(
    story: Story, sentence: Span, triggers: list[Trigger], actors: list[Actor]
) -> None:
    """Who takes part, speaks or hosts in a sentence of its own was at the gathering told last."""
    scene = story.scene
    last = story.last(*GATHERINGS)
    document = story.current is not None and story.current.kind is Kind.SIGNING
    if document and story.current is not None and tells_document(scene, sentence):
        signers = [a for a in actors if a.is_person]
        story.current.join({a.referent: 0.8 for a in signers if a.sure > 0.8})
        _add_details(story, sentence, story.current, _find_place(scene, sentence), None)
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
        _add_details(story, sentence, last, _find_place(scene, sentence), None)
    if is_join(scene, sentence) or leads_delegation(scene, sentence):
        last.join(people)
    elif is_current and takes_floor(scene, sentence):
        speakers = find_speakers(scene, sentence, actors)
        last.join({p: 0.65 for p in speakers if p not in told})
    elif not is_host:
        return
    last.sentences.append((sentence.start, sentence.end))


def _find_place(scene: Scene, sentence: Span) -> tuple[str, float] | None:
    """Return where what a sentence tells took place, whatever its words."""
    here = Trigger(sentence.start, sentence.start + 1, Kind.MEETING, "", Telling.TOLD)
    towns = find_places(scene, sentence, [here], here)
    return (scene.of[towns[0]], 0.75) if towns else None


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
