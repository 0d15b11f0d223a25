"""SPARQL text -> does it call another server?

Oxigraph follows SERVICE wherever it points, so a query could make this machine fetch
from its own network. The test errs on the side of refusing: a word that only looks like
the keyword (``ex:a.service``) is refused too, where a plain variable or name is not.
"""

from __future__ import annotations

import re
from typing import Final

_TOKEN: Final = re.compile(
    r'''
    \#[^\n\r]*                                  # a comment
  | <[^<>"{}|^`\\\x00-\x20]*>                   # an IRI
  | """(?:"{0,2}(?:[^"\\]|\\.))*"""             # long texts
  | \'\'\'(?:\'{0,2}(?:[^'\\]|\\.))*\'\'\'
  | "(?:[^"\\\n\r]|\\.)*"                       # short texts
  | '(?:[^'\\\n\r]|\\.)*'
  | [?$]\w+                                     # a variable
  | (?P<prefix>\w[\w-]*)?:\w[\w-]*              # a prefixed name
  | (?P<word>\w+)
    ''',
    re.VERBOSE | re.DOTALL,
)
_KEYWORD: Final = re.compile("service", re.IGNORECASE)


def calls_service(query: str) -> bool:
    """Say whether a query may hold the keyword SERVICE, in whatever case.

    >>> calls_service("SELECT * { service <http://localhost/> { ?s ?p ?o } }")
    True
    >>> calls_service("SELECT ?service { ?service rdfs:label 'SERVICE' } # service")
    False
    """
    if not _KEYWORD.search(query):
        return False
    for token in _TOKEN.finditer(query):
        seen = f"{token['prefix'] or ''} {token['word'] or ''}"
        if _KEYWORD.search(seen):
            return True
    return False
