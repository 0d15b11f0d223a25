"""Content -> IRIs that are the same in every run, on every machine, in any order of files."""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote

import pyoxigraph as ox

from graphkit.errors import OntologyError
from graphkit.vocab import BASE_IRI, ROLE_IRI

# Parts of a hash are joined by a character that none of them can hold, or
# ("ab", "c") and ("a", "bc") would meet.
_SEPARATOR: Final = "\x1f"
_DIGEST_LENGTH: Final = 16
_BASE: Final = re.compile(r"https?://[^\s<>\"{}|\\^`]+[/#]")


def check_base(base_iri: str) -> str:
    """Return a base IRI that data IRIs can be made with.

    :raises OntologyError: if it is no absolute http(s) IRI that ends in ``/`` or ``#``.

    >>> check_base("https://data.example.org/id/")
    'https://data.example.org/id/'
    """
    if not _BASE.fullmatch(base_iri):
        raise OntologyError(f"{base_iri}: a base IRI starts with https:// and ends in '/' or '#'")
    return base_iri


@lru_cache(maxsize=1 << 12)
def entity_iri(path: str, base_iri: str = BASE_IRI) -> ox.NamedNode:
    """Return the IRI of an entity or concept by its id, the path below the base.

    Letters outside ASCII are percent-encoded: some tools cannot carry them in headers.

    >>> entity_iri("person/alua-sadykova").value
    'https://w3id.org/graphkit/id/person/alua-sadykova'
    >>> entity_iri("role/minister").value
    'https://w3id.org/graphkit/role/minister'
    """
    scheme, _, rest = path.partition("/")
    if scheme == "role":
        return ox.NamedNode(ROLE_IRI + quote(rest, safe="/-._~"))
    return ox.NamedNode(base_iri + quote(path, safe="/-._~"))


def release_iri(release: str, base_iri: str = BASE_IRI) -> ox.NamedNode:
    """Return the IRI of a release by the digest of its text."""
    return entity_iri(f"release/{release}", base_iri)


def passage_iri(release: str, begin: int, end: int, base_iri: str = BASE_IRI) -> ox.NamedNode:
    """Return the IRI of a stretch of a release, with a fragment after RFC 5147.

    >>> passage_iri("0f", 3, 8).value
    'https://w3id.org/graphkit/id/release/0f#char=3,8'
    """
    return ox.NamedNode(f"{release_iri(release, base_iri).value}#char={begin},{end}")


def assertion_iri(*parts: str, base_iri: str = BASE_IRI) -> ox.NamedNode:
    """Return the IRI of the evidence of one triple (and status), hashed from its terms.

    >>> a, b = assertion_iri("s", "po", "x"), assertion_iri("sp", "o", "x")
    >>> a == b
    False
    """
    return ox.NamedNode(f"{base_iri}assertion/{digest(*parts)}")


def digest(*parts: str) -> str:
    """Return a short hash of some texts: 64 bits, written in hexadecimal."""
    joined = _SEPARATOR.join(parts).encode()
    return hashlib.sha256(joined).hexdigest()[:_DIGEST_LENGTH]
