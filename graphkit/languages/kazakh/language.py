"""``spacy.blank("kk")``: Kazakh, which spaCy lacks; registered by the entry point."""

from __future__ import annotations

from spacy.language import BaseDefaults, Language

from graphkit.languages.cyrillic import match_url
from graphkit.languages.kazakh.lex_attrs import LEX_ATTRS
from graphkit.languages.kazakh.punctuation import (
    TOKENIZER_INFIXES,
    TOKENIZER_PREFIXES,
    TOKENIZER_SUFFIXES,
)
from graphkit.languages.kazakh.stop_words import STOP_WORDS
from graphkit.languages.kazakh.tokenizer_exceptions import TOKENIZER_EXCEPTIONS


class KazakhDefaults(BaseDefaults):
    """Tokenizer rules, stop words and lexical attributes of Kazakh."""

    tokenizer_exceptions = TOKENIZER_EXCEPTIONS
    prefixes = TOKENIZER_PREFIXES
    suffixes = TOKENIZER_SUFFIXES
    infixes = TOKENIZER_INFIXES
    url_match = match_url
    lex_attr_getters = LEX_ATTRS
    stop_words = set(STOP_WORDS)  # noqa: RUF012  (spaCy's own way)


class Kazakh(Language):  # type: ignore[no-untyped-call]
    """The language ``kk``."""

    lang = "kk"
    Defaults = KazakhDefaults


__all__ = ["Kazakh"]
