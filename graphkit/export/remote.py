"""A SPARQL server elsewhere: read, added to and taken from over HTTP.

SPARQL 1.1 Protocol (form POST), Update and Graph Store HTTP Protocol.
"""

from __future__ import annotations

import os
import time
from collections.abc import Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Self
from urllib.parse import urlsplit

import httpx
import pyoxigraph as ox

from graphkit.errors import StoreError
from graphkit.export.shares import ANY, ANYTHING, DEEPEST, Share, cut_digest, filter_for

USER, PASSWORD, TOKEN = "GRAPHKIT_STORE_USER", "GRAPHKIT_STORE_PASSWORD", "GRAPHKIT_STORE_TOKEN"
_TRIES: Final = 5
_AGAIN: Final = frozenset({408, 429, 502, 503, 504})
_NTRIPLES: Final = "application/n-triples"
# Servers refuse answers that are too long (``graphkit serve``: 32 MiB); a triple has about 170
# bytes.
PART: Final = 120_000


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server answers queries, takes updates, and takes whole graphs.

    ``graph`` is the IRI of the graph to keep, None for the default graph. Without
    ``graph_store`` everything goes by updates.
    """

    query: str
    update: str
    graph_store: str | None = None
    graph: str | None = None


class Remote:
    """A connection to a server; only what stands below ``bases`` is ever read or removed."""

    def __init__(
        self,
        address: Address,
        bases: Iterable[str],
        *,
        environment: Mapping[str, str] = os.environ,
        timeout: float = 120.0,
        wait: float = 0.5,
        part: int = PART,
    ) -> None:
        """Make the connection; nothing is sent yet. ``part`` is the most triples of an answer.

        :raises StoreError: if an address is none, or holds a password.
        """
        for url in (address.query, address.update, address.graph_store):
            if url is not None:
                _check_url(url)
        self.address, self._bases = address, tuple(bases)
        self._wait, self._part = wait, part
        self._http = httpx.Client(timeout=timeout, auth=_make_auth(environment, address.query))

    def read(self, count: int | None = None) -> Iterator[set[ox.Triple]]:
        """Yield our triples there; of many, those of a predicate, a class, … at a time.

        ``count`` is what ``count`` has told, if it has been asked already.
        Servers may cut a long answer without a word (Virtuoso after 10,000 rows): what
        comes is held against a count, and an answer that is cut is asked for in smaller shares.

        :raises StoreError: if the server cannot be reached or refuses.
        """
        return self._read(Share(self.count() if count is None else count), self._part)

    def _read(self, share: Share, most: int) -> Iterator[set[ox.Triple]]:
        if not share.count:
            return
        if share.count > most and share.depth < DEEPEST:
            for smaller in self._divide(share, most):
                yield from self._read(smaller, most)
            return
        asked = f"CONSTRUCT {{ {share.triple} }} WHERE {{ {self._pattern(share)} }}"
        triples = set(_parse(self._query(asked, _NTRIPLES), self.address.query))
        if len(triples) >= share.count:
            yield triples
        elif not triples or share.depth == DEEPEST:
            raise StoreError(
                f"{self.address.query}: gives {len(triples):,} of {share.count:,} triples; "
                "raise the limit of its answers"
            )
        else:
            yield from self._read(share, len(triples))

    def _divide(self, share: Share, most: int) -> list[Share]:
        """Return smaller shares: by predicate, then by class, then by the subjects' digests."""
        if share.term and (shares := share.by_term(self._counts(share, share.term))):
            return shares
        depth = share.depth if len(share.digests) > 1 else share.depth + 1
        return share.by_digest(self._counts(share, cut_digest(depth)), depth, most)

    def count(self) -> int:
        """Return how many of our triples are there.

        :raises StoreError: if the server cannot be reached or refuses.
        """
        return self._counts(Share(0), None)[""]

    def add(self, triples: Iterable[ox.Triple]) -> None:
        """Add triples in one request.

        :raises StoreError: if the server cannot be reached or refuses.
        """
        if self.address.graph_store is None:
            self._update("INSERT DATA", triples)
            return
        graph = self.address.graph
        self._send(
            self.address.graph_store,
            params={"default": ""} if graph is None else {"graph": graph},
            content="".join(f"{one} .\n" for one in triples).encode(),
            headers={"Content-Type": _NTRIPLES},
        )

    def remove(self, triples: Iterable[ox.Triple]) -> None:
        """Take triples away in one request.

        :raises StoreError: if the server cannot be reached or refuses.
        """
        self._update("DELETE DATA", triples)

    def _update(self, what: str, triples: Iterable[ox.Triple]) -> None:
        data = " .\n".join(map(str, triples))
        if self.address.graph is not None:
            data = f"GRAPH {ox.NamedNode(self.address.graph)} {{\n{data} }}"
        self._send(self.address.update, data={"update": f"{what} {{\n{data} }}"})

    def _pattern(self, share: Share) -> str:
        return filter_for(share, self._bases, self.address.graph)

    def _counts(self, share: Share, by: str | None) -> dict[str, int]:
        """Return how many triples of a share there are, for each value of an expression."""
        where = f"{{ {self._pattern(share)} }}"
        if by is None:
            sparql = f"SELECT (COUNT(*) AS ?n) WHERE {where}"
        elif by.startswith("?"):
            sparql = f"SELECT ({by} AS ?k) (COUNT(*) AS ?n) WHERE {where} GROUP BY {by}"
        else:
            inner = f"SELECT ({by} AS ?k) WHERE {where}"
            sparql = f"SELECT ?k (COUNT(*) AS ?n) WHERE {{ {{ {inner} }} }} GROUP BY ?k"
        response = self._query(sparql, "application/sparql-results+json")
        try:
            rows = response.json()["results"]["bindings"]
            if by is None:
                return {"": int(rows[0]["n"]["value"])}
            named = [row for row in rows if row["k"]["type"] == "uri" or by not in (ANY, ANYTHING)]
            return {row["k"]["value"]: int(row["n"]["value"]) for row in named}
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise StoreError(f"{self.address.query}: no SPARQL endpoint: {error!r}") from error

    def _query(self, sparql: str, accept: str) -> httpx.Response:
        return self._send(self.address.query, data={"query": sparql}, headers={"Accept": accept})

    def _send(
        self,
        url: str,
        *,
        data: dict[str, str] | None = None,
        content: bytes | None = None,
        params: dict[str, str] | None = None,
        headers: dict[str, str] | None = None,
    ) -> httpx.Response:
        """Send a POST, again after a growing pause while the server is busy or gone."""
        for attempt in range(_TRIES):
            last = attempt == _TRIES - 1
            try:
                response = self._http.post(
                    url, data=data, content=content, params=params, headers=headers
                )
            except httpx.HTTPError as error:
                if last or not isinstance(error, httpx.TransportError):
                    raise StoreError(f"{url}: cannot be reached: {error}") from error
            else:
                if response.status_code not in _AGAIN or last:
                    break
            time.sleep(self._wait * 2**attempt)
        if not response.is_success:
            raise StoreError(f"{url}: {_explain(response)}")
        return response

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Login(httpx.Auth):
    """A user and a password, sent as the server asks for it: Basic or Digest."""

    def __init__(self, user: str, password: str) -> None:
        self._basic = httpx.BasicAuth(user, password)
        self._digest = httpx.DigestAuth(user, password)
        self._chosen: httpx.Auth | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._chosen is None:
            response = yield request
            if response.status_code != httpx.codes.UNAUTHORIZED:
                return
            asked = response.headers.get("WWW-Authenticate", "").casefold()
            self._chosen = self._digest if asked.startswith("digest") else self._basic
        yield from self._chosen.auth_flow(request)


class _Token(httpx.Auth):
    """A token, sent with every request."""

    def __init__(self, token: str) -> None:
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request


def _make_auth(environment: Mapping[str, str], url: str) -> httpx.Auth | None:
    """Return the login: from the environment, else from the keyring of the system."""
    if token := environment.get(TOKEN):
        return _Token(token)
    user = environment.get(USER)
    if user and PASSWORD in environment:
        return _Login(user, environment[PASSWORD])
    found = _read_keyring(urlsplit(url).hostname or "", user)
    if found is not None:
        return _Login(*found)
    return _Login(user, "") if user else None


def _read_keyring(host: str, user: str | None) -> tuple[str, str] | None:
    """Return the user and password that ``keyring set HOST USER`` has kept, if any."""
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None  # an extra that most need not
    try:
        found = keyring.get_credential(host, user)
    except KeyringError:
        return None  # a machine without a keyring, or one that is locked
    return None if found is None else (found.username, found.password)


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise StoreError(f"{url}: the address of a store starts with https:// or http://")
    if parts.username or parts.password:
        raise StoreError(
            f"{parts.hostname}: no password in an address; set {USER} and {PASSWORD}, or {TOKEN}"
        )


def _parse(response: httpx.Response, url: str) -> Iterator[ox.Triple]:
    kind = response.headers.get("Content-Type", "").partition(";")[0].strip()
    # Turtle holds N-Triples, and Virtuoso calls these text/plain.
    form = ox.RdfFormat.from_media_type(kind) or ox.RdfFormat.TURTLE
    try:
        for quad in ox.parse(response.content, format=form):
            yield quad.triple
    except (SyntaxError, ValueError) as error:
        raise StoreError(f"{url}: its answer is no {form.name}: {error}") from error


def _explain(response: httpx.Response) -> str:
    said = " ".join(response.text.split())[:300] or response.reason_phrase
    if response.status_code in (httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN):
        said += f"; set {USER} and {PASSWORD}, or {TOKEN}, or use keyring"
    return f"answered {response.status_code}: {said}"
