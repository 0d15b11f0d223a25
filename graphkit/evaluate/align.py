"""Gold entities -> the entities of the graph that they are."""

from __future__ import annotations

from typing import Final

from rdflib import ORG, SKOS

from graphkit.evaluate.gold import Gold, GoldEntity
from graphkit.evaluate.statements import Statements
from graphkit.evaluate.text import normalize
from graphkit.vocab import GK, ROLE_IRI

# In a second round a body may have another of these types than the gold says.
_BODIES: Final = frozenset(
    {
        "Organization", "GovernmentBody", "ParliamentaryGroup",
        "InternationalOrganization", "Party",
    }
)  # fmt: skip


def align(stated: Statements, gold: Gold) -> dict[str, str]:
    """Return the graph's entity by the gold's id; each entity serves one gold entity."""
    pairs: dict[str, str] = {}
    for loose in (False, True):
        for entity in (*gold.wanted.entities, *gold.doubtful.entities):
            if entity.id in pairs:
                continue
            free = stated.entities - set(pairs.values())
            found = _find(entity, free, stated, gold, loose=loose)
            if found is not None:
                pairs[entity.id] = found
    return pairs


def _find(
    entity: GoldEntity, free: frozenset[str], stated: Statements, gold: Gold, *, loose: bool
) -> str | None:
    reader = stated.reader
    names = {normalize(name) for name in entity.names}
    fitting = []
    for candidate in free:
        kind = reader.type(candidate) or ""
        if kind not in entity.types and not (loose and {kind, entity.types[0]} <= _BODIES):
            continue
        if entity.iso:
            fits = entity.iso in reader.objects(candidate, SKOS.notation)
        else:
            fits = bool(names & reader.names(candidate))
        if fits:
            fitting.append(candidate)
    return min(
        fitting, key=lambda one: (-_in_common(entity.id, one, stated, gold), one), default=None
    )


def _in_common(entity: str, candidate: str, stated: Statements, gold: Gold) -> int:
    """Count roles and countries that gold and graph share: they tell namesakes apart."""
    reader = stated.reader
    want = {x for person, role, iso in gold.posts if person == entity for x in (role, iso) if x}
    have = set()
    for post in reader.objects(candidate, ORG.holds):
        have |= {role[len(ROLE_IRI) :] for role in reader.objects(post, ORG.role)}
        for country in reader.objects(post, GK.ofCountry):
            have |= reader.objects(country, SKOS.notation)
    return len(want & have)
