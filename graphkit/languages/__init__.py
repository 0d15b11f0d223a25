"""Release -> Doc: one spaCy pipeline a language, with names in their dictionary form."""

from graphkit.languages.grammar import Grammar
from graphkit.languages.load import (
    available,
    grammar,
    load_pipeline,
    narration,
    parse,
    parse_many,
    syntax,
)
from graphkit.languages.narration import Narration
from graphkit.languages.syntax import Syntax

__all__ = [
    "Grammar",
    "Narration",
    "Syntax",
    "available",
    "grammar",
    "load_pipeline",
    "narration",
    "parse",
    "parse_many",
    "syntax",
]
