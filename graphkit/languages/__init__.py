"""Release -> Doc: one spaCy pipeline a language, with names in their dictionary form."""

from graphkit.languages.grammar import Grammar
from graphkit.languages.load import available, grammar, load_pipeline, parse, parse_many, syntax
from graphkit.languages.syntax import Syntax

__all__ = [
    "Grammar",
    "Syntax",
    "available",
    "grammar",
    "load_pipeline",
    "parse",
    "parse_many",
    "syntax",
]
