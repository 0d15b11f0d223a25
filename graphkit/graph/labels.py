"""Entities -> the labels that they carry."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from graphkit.knowledge.concepts import NAMES, Concept, Knowledge, Use
from graphkit.model import EVENTS, Entity, Fact, Kind, Name, Relation
from graphkit.tongues import TAGS

# How many participants the label of an event names before it breaks off.
_SHOWN_ATTENDEES: Final = 3


def concept_names(concept: Concept | None) -> Iterator[Name]:
    """Yield the names of a concept that may be shown, preferred ones first."""
    if concept is None:
        return
    for use in NAMES:
        for label in concept.labels:
            if label.use == use:
                yield Name(label.text, label.language)


def choose_labels(
    preferred: Iterable[Name], names: Iterable[Name], concept: Concept | None
) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """Return the one preferred name of each language, and all other names.

    >>> choose_labels((), (Name("Advisor", "en"), Name("Adviser", "en")), None)
    ((Name(text='Advisor', language='en'),), (Name(text='Adviser', language='en'),))
    """
    every = dict.fromkeys((*preferred, *names, *concept_names(concept)))
    first: dict[str, Name] = {}
    own = _preferred_of(concept)
    for name in (*preferred, *own, *every):
        first.setdefault(name.language, name)
    chosen = tuple(first[language] for language in sorted(first))
    return chosen, tuple(sorted(every.keys() - set(chosen), key=lambda n: (n.language, n.text)))


def _preferred_of(concept: Concept | None) -> tuple[Name, ...]:
    if concept is None:
        return ()
    return tuple(
        Name(label.text, label.language) for label in concept.labels if label.use == Use.PREFERRED
    )


def _first_names(entity: Entity) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in (*entity.preferred, *entity.names):
        found.setdefault(name.language, name.text)
    return found


class Namer:
    """Makes labels for what no text names: posts and events, from the names around them."""

    def __init__(
        self, entities: Iterable[Entity], facts: Iterable[Fact], knowledge: Knowledge
    ) -> None:
        self._knowledge = knowledge
        self._names: dict[str, dict[str, str]] = {}
        self._around: dict[tuple[str, Relation], list[str]] = {}
        nameless = set()
        for entity in entities:
            if entity.kind is Kind.POST or entity.kind in EVENTS:
                nameless.add(entity.id)
            elif entity.kind is not Kind.QUOTATION:
                self._names[entity.id] = _first_names(entity)
        wanted = {Relation.POST_IN, Relation.OF_COUNTRY, Relation.ATTENDEE}
        for fact in facts:
            if fact.relation in wanted and fact.subject in nameless:
                self._around.setdefault((fact.subject, fact.relation), []).append(fact.object)

    def labels(self, entity: Entity) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
        """Return the preferred and the other labels of an entity, made up where it has none."""
        chosen, others = choose_labels(
            entity.preferred, entity.names, self._knowledge.get(entity.id)
        )
        if chosen:
            return chosen, others
        return tuple(self._make_up(entity)), ()

    def _make_up(self, entity: Entity) -> Iterator[Name]:
        for language in TAGS:
            if entity.kind == Kind.POST:
                text = self._post_label(entity, language)
            elif entity.kind in EVENTS:
                text = self._event_label(entity, language)
            else:
                text = None
            if text:
                yield Name(text, language)

    def _post_label(self, entity: Entity, language: str) -> str | None:
        role = self._concept_label(role_id(entity.role), language)
        place = self._around.get((entity.id, Relation.POST_IN)) or self._around.get(
            (entity.id, Relation.OF_COUNTRY), []
        )
        where = self._name(min(place), language) if place else None
        return f"{role}, {where}" if role and where else role

    def _event_label(self, entity: Entity, language: str) -> str | None:
        kind = self._concept_label(f"event/{entity.kind.lower()}", language)
        who = sorted(self._around.get((entity.id, Relation.ATTENDEE), ()))
        named = [name for one in who if (name := self._name(one, language))]
        shown = ", ".join(named[:_SHOWN_ATTENDEES]) + (
            " …" if len(named) > _SHOWN_ATTENDEES else ""
        )
        if not kind or not shown:
            return None
        return f"{kind}: {shown}" + (f" ({entity.date})" if entity.date else "")

    def _name(self, path: str, language: str) -> str | None:
        return self._names.get(path, {}).get(language) or self._concept_label(path, language)

    def _concept_label(self, path: str | None, language: str) -> str | None:
        concept = self._knowledge.get(path)
        names = concept.names(language, Use.PREFERRED) if concept else ()
        return names[0] if names else None


def role_id(role: str | None) -> str | None:
    """Return the id of a role's concept, given with or without its scheme.

    >>> role_id("minister"), role_id("role/minister")
    ('role/minister', 'role/minister')
    """
    return role if role is None or role.startswith("role/") else f"role/{role}"
