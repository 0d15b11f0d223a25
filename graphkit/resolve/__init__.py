"""Extractions -> Resolution: one real thing, one entity, across spellings and languages."""

from graphkit.resolve.decisions import Decision, Judgement, read_decisions, write_decisions
from graphkit.resolve.facts import belongs_to
from graphkit.resolve.names import fold_name
from graphkit.resolve.stage import identify, resolve, tell_entities, tell_facts

__all__ = [
    "Decision",
    "Judgement",
    "belongs_to",
    "fold_name",
    "identify",
    "read_decisions",
    "resolve",
    "tell_entities",
    "tell_facts",
    "write_decisions",
]
