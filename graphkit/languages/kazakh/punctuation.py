"""How Kazakh words are cut from their punctuation."""

from graphkit.languages.cyrillic import INFIXES, PREFIXES, SUFFIXES

TOKENIZER_PREFIXES = PREFIXES
TOKENIZER_SUFFIXES = SUFFIXES
TOKENIZER_INFIXES = INFIXES
