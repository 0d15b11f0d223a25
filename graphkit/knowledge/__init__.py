"""The ontologies, read once: labels, triggers, countries, bodies and roles for the stages."""

from graphkit.knowledge.check import Problem, check_ontologies
from graphkit.knowledge.concepts import NAMES, Concept, Knowledge, Label, Scheme, Use
from graphkit.knowledge.load import ONTOLOGIES, load_knowledge

__all__ = [
    "NAMES",
    "ONTOLOGIES",
    "Concept",
    "Knowledge",
    "Label",
    "Problem",
    "Scheme",
    "Use",
    "check_ontologies",
    "load_knowledge",
]
