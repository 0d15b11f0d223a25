"""What a release states and what its gold says -> counts and mistakes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from typing import Final

from rdflib import ORG, RDF

from graphkit.evaluate.gold import Fact, Gold, GoldEvent
from graphkit.evaluate.scores import Counts, Mistake, Tally
from graphkit.evaluate.statements import STRUCTURE, Statements, read_posts
from graphkit.evaluate.text import normalize
from graphkit.vocab import SCHEMA

# How many steps up a country may follow from: group -> chamber -> parliament -> country.
_STEPS: Final = 3
_SHOWN: Final = 40


def compare_release(stated: Statements, gold: Gold, pairs: Mapping[str, str]) -> Tally:
    """Return the counts and mistakes of one release."""
    return compare_all(stated, gold, pairs).tally


def compare_all(stated: Statements, gold: Gold, pairs: Mapping[str, str]) -> Comparison:
    """Return the whole comparison of one release."""
    comparison = Comparison(stated, gold, pairs)
    comparison.entities()
    comparison.posts()
    comparison.structure()
    comparison.events()
    comparison.quotes()
    return comparison


class Comparison:
    """One release's comparison while it is made; facts are tuples of gold ids or IRIs.

    ``matched`` holds the gold event that an event of the graph serves; ``excused`` are
    the events that are doubtful: neither right nor wrong.
    """

    def __init__(self, stated: Statements, gold: Gold, pairs: Mapping[str, str]) -> None:
        self.stated, self.gold, self.pairs = stated, gold, pairs
        self.back = {iri: entity for entity, iri in pairs.items()}
        self.tally = Tally()
        self.matched: dict[str, GoldEvent] = {}
        self.excused: set[str] = set()

    def gold_id(self, iri: str) -> str:
        """Return the gold id of an entity, its IRI where it is not annotated."""
        return self.back.get(iri, iri)

    def show(self, item: str) -> str:
        """Return the name of an entity for the list of mistakes."""
        for entity in self.gold.wanted.entities:
            if entity.id == item:
                return entity.names[0]
        if item.startswith("http"):
            return "?" + min(self.stated.reader.names(item), default=item)
        return item

    def count(self, kind: str, want: Set[Fact], got: Set[Fact], spare: Iterable[Fact] = ()) -> None:
        """Compare two sets of facts; what is spare and not wanted does not count."""
        got = got - (set(spare) - want)
        self.tally.add(kind, Counts(len(want & got), len(got - want), len(want - got)))
        self._tell(kind, "missed", want - got)
        self._tell(kind, "spurious", got - want)

    def _tell(self, kind: str, sort: str, facts: Set[Fact]) -> None:
        shown = sorted(", ".join(self.show(part) for part in fact) for fact in facts)
        self.tally.mistakes.extend(Mistake(self.gold.id, kind, sort, what) for what in shown)

    def entities(self) -> None:
        """Compare what is named."""
        want = {(one.id,) for one in self.gold.wanted.entities}
        spare = {(one.id,) for one in self.gold.doubtful.entities}
        self.count("entity", want, {(self.gold_id(one),) for one in self.stated.entities}, spare)

    def posts(self) -> None:
        """Compare posts: a role fits when it, or a broader one, is wanted."""
        found = read_posts(self.stated)
        want, spare = self.gold.wanted.facts, self.gold.doubtful.facts
        known = want["role"] | spare["role"]
        roles = set()
        for iri, *chain in found["role"]:
            person = self.gold_id(iri)
            hit = next((role for role in chain if (person, role) in known), None)
            roles.add((person, hit or "/".join(chain)))
        self.count("role", want["role"], roles, spare["role"])
        for kind in ("post body", "post country", "accredited"):
            self.count(kind, want[kind], self._translate(found[kind]), spare[kind])
        # Who holds a post in a body may also be told to be its member.
        spare_members = spare["member"] | want["post body"]
        self.count("member", want["member"], self._translate(found["member"]), spare_members)

    def _translate(self, facts: Iterable[Fact]) -> set[Fact]:
        return {tuple(self.gold_id(part) for part in fact) for fact in facts}

    def structure(self) -> None:
        """Compare which body is part of, belongs to, or concerns what."""
        reader, pairs = self.stated.reader, self.pairs
        wanted = self.gold.wanted.facts["structure"]
        stated = {
            (self.gold_id(s), name, self.gold_id(o))
            for s, p, o in self.stated.triples
            for name, predicate in STRUCTURE.items()
            if p == str(predicate) and not reader.has(s, RDF.type, str(ORG.Post))
        }
        # Built-in knowledge has no evidence and is right all the same.
        known = {
            (s, name, o)
            for s, name, o in wanted
            if s in pairs and o in pairs and reader.has(pairs[s], STRUCTURE[name], pairs[o])
        }
        self.count("structure", wanted, stated | known, self.spare_structure())

    def spare_structure(self) -> set[Fact]:
        """Return what is neither wanted of the structure nor wrong."""
        return self.gold.doubtful.facts["structure"] | _following(
            self.gold.wanted.facts["structure"]
        )

    def events(self) -> None:
        """Compare events; each serves the gold event with which it shares most."""
        free = set(self.stated.events)
        for event in self.gold.wanted.events:
            best = self._best_event(event, free)
            want = {(event.type, person) for person in event.participants}
            if best is None:
                self.tally.add("event", Counts(missed=1))
                self._tell("event", "missed", {(event.type, *sorted(event.participants))})
                self.count("participant", want, set())
                continue
            free.discard(best)
            self.matched[best] = event
            self.tally.add("event", Counts(right=1))
            self.count("participant", want, {(event.type, one) for one in self._attendees(best)})
            place = {("at", event.place)} if event.place else set()
            self.count("place", place, {("at", one) for one in self._places(best)})
        for event in self.gold.doubtful.events:
            near = (e for e in sorted(free) if self._attendees(e) & event.participants)
            fitting = [e for e in near if event.type in self._types(e)][:1]
            self.excused.update(fitting)
            free.difference_update(fitting)
        for spurious in sorted(free):
            who = self._attendees(spurious)
            self.tally.add("event", Counts(spurious=1))
            self._tell("event", "spurious", {(*self._types(spurious), *sorted(who))})
            self.count("participant", set(), {("none", one) for one in who})

    def _best_event(self, event: GoldEvent, free: set[str]) -> str | None:
        def fit(iri: str) -> tuple[int, bool, str]:
            shared = len(event.participants & self._attendees(iri))
            return shared, event.place in self._places(iri), iri

        return max((one for one in free if event.type in self._types(one)), key=fit, default=None)

    def _types(self, event: str) -> list[str]:
        return self.stated.reader.event_types(event)

    def _attendees(self, event: str) -> set[str]:
        return set(map(self.gold_id, self.stated.reader.objects(event, SCHEMA.attendee)))

    def _places(self, event: str) -> set[str]:
        return set(map(self.gold_id, self.stated.reader.objects(event, SCHEMA.location)))

    def quotes(self) -> None:
        """Compare quotations by speaker and first words."""
        left = [(normalize(text), self.gold_id(who)) for text, who in self.stated.quotes]
        for quote in self.gold.wanted.quotes:
            start = normalize(quote.starts)
            fitting = (q for q in left if q[0].startswith(start) and q[1] == quote.speaker)
            hit = next(fitting, None)
            if hit is None:
                self.tally.add("quote", Counts(missed=1))
                self._tell("quote", "missed", {(quote.speaker, quote.starts)})
            else:
                left.remove(hit)
                self.tally.add("quote", Counts(right=1))
        spare = tuple(normalize(quote.starts) for quote in self.gold.doubtful.quotes)
        for text, who in left:
            if not text.startswith(spare):
                self.tally.add("quote", Counts(spurious=1))
                self._tell("quote", "spurious", {(who, text[:_SHOWN])})


def _following(wanted: set[Fact]) -> set[Fact]:
    """Return the countries that follow from a parliament's for its chambers and their groups."""
    up = {(low, high) for low, name, high in wanted if name == "partOf"}
    land = {(body, country) for body, name, country in wanted if name == "ofCountry"}
    for _ in range(_STEPS):
        land |= {(low, country) for low, high in up for body, country in land if body == high}
    return {(body, "ofCountry", country) for body, country in land}
