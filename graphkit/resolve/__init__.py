"""Extractions -> Resolution: one real thing, one entity, across spellings and languages."""

from graphkit.resolve.decisions import Decision, Judgement, read_decisions, write_decisions
from graphkit.resolve.facts import belongs_to
from graphkit.resolve.names import fold_name
from graphkit.resolve.stage import resolve

__all__ = [
    "Decision",
    "Judgement",
    "belongs_to",
    "fold_name",
    "read_decisions",
    "resolve",
    "write_decisions",
]
