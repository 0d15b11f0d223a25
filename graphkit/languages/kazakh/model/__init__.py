"""Sentences of Kazakh words -> names in IOB2: the trained tagger and its file."""

from graphkit.languages.kazakh.model.tagger import MODEL, Tagger

__all__ = ["MODEL", "Tagger"]
