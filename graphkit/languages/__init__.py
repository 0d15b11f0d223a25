"""Release -> Doc: one spaCy pipeline a language, with names in their dictionary form."""

from graphkit.languages.grammar import Grammar
from graphkit.languages.load import available, grammar, load_pipeline, parse, parse_many

__all__ = ["Grammar", "available", "grammar", "load_pipeline", "parse", "parse_many"]
