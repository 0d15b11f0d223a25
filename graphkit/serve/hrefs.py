"""The IRI of a thing <-> the path under which this server has its page."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import quote, unquote

from graphkit.vocab import ROLE_IRI

# What may stand in a URL as it is; the rest is percent-encoded, so no header or link breaks.
_SAFE = "/-._~%!$&'()*+,;=:@"


def local_href(iri: str, base_iri: str) -> str:
    """Return where this server has the page of a thing, elsewhere the IRI itself.

    >>> local_href("https://w3id.org/graphkit/id/country/KZ", "https://w3id.org/graphkit/id/")
    '/graphkit/id/country/KZ'
    """
    for base in (base_iri, ROLE_IRI):
        if base.endswith("/") and iri.startswith(base) and "?" not in iri:
            path, _, fragment = iri.partition("://")[2].partition("/")[2].partition("#")
            return "/" + escape(path) + (f"#{escape(fragment)}" if fragment else "")
    if iri.startswith(base_iri):
        return f"/resource?iri={quote(iri, safe='')}"
    return escape(iri, "?#[]") if iri.startswith(("http://", "https://")) else ""


def escape(iri: str, more: str = "") -> str:
    """Return an IRI in ASCII, as headers and links need it.

    >>> escape("https://example.org/Алматы", "?#")
    'https://example.org/%D0%90%D0%BB%D0%BC%D0%B0%D1%82%D1%8B'
    """
    return quote(iri, safe=_SAFE + more)


def iris_of_path(raw_path: str, base_iri: str) -> Iterator[str]:
    """Yield the IRIs that a path of this server, still percent-encoded, may stand for.

    >>> list(iris_of_path("/graphkit/role/minister", "https://w3id.org/graphkit/id/"))
    ['https://w3id.org/graphkit/role/minister']
    """
    for base in (base_iri, ROLE_IRI):
        scheme, _, rest = base.partition("://")
        host, _, prefix = rest.partition("/")
        if base.endswith("/") and raw_path.startswith(f"/{prefix}") and raw_path != f"/{prefix}":
            yield f"{scheme}://{host}{raw_path}"
            # An IRI with letters outside ASCII comes to us in its encoded form.
            plain = unquote(raw_path)
            if plain != raw_path and "\ufffd" not in plain:
                yield f"{scheme}://{host}{plain}"
