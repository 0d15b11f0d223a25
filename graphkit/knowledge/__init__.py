"""The ontologies, read once: labels, triggers, countries, bodies and roles for the stages."""

from graphkit.knowledge.check import Problem, check_ontologies
from graphkit.knowledge.concepts import NAMES, Concept, Knowledge, Label, Scheme, Use
from graphkit.knowledge.load import ONTOLOGIES, find_files, load_knowledge
from graphkit.knowledge.own import Own, read_own, write_own

__all__ = [
    "NAMES",
    "ONTOLOGIES",
    "Concept",
    "Knowledge",
    "Label",
    "Own",
    "Problem",
    "Scheme",
    "Use",
    "check_ontologies",
    "find_files",
    "load_knowledge",
    "read_own",
    "write_own",
]
