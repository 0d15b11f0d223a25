"""Names -> candidates of any service that speaks the Reconciliation API 0.1 or 0.2."""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, Self

import httpx

from graphkit.errors import SourceError

_BATCH: Final = 20
_TRIES: Final = 4
_AGAIN: Final = frozenset({429, 502, 503, 504})
_LONGEST_WAIT: Final = 30.0
_LARGEST: Final = 32 << 20


@dataclass(frozen=True, slots=True)
class Asked:
    """A name to look up; ``key`` is what it is called on our side, such as an IRI."""

    name: str
    key: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """One candidate for a name; ``is_match`` says that the service is sure."""

    id: str
    iri: str
    name: str
    types: tuple[str, ...]
    score: float
    is_match: bool


class ReconcileClient:
    """Asks one reconciliation service, in batches, again where it is overloaded.

    :raises SourceError: if the service cannot be reached or is none.
    """

    def __init__(self, service: str, *, timeout: float = 30.0, wait: float = 1.0) -> None:
        if not service.startswith(("http://", "https://")):
            raise SourceError(f"{service}: the address of a service starts with https://")
        self._service, self._wait = service, wait
        self._http = httpx.Client(timeout=timeout, follow_redirects=True)
        self.manifest: dict[str, Any] = self._get_manifest()
        space = self.manifest.get("identifierSpace")
        self._space = space if isinstance(space, str) else ""

    def _get_manifest(self) -> dict[str, Any]:
        try:
            manifest = self._request("GET", None)
            if isinstance(manifest, dict) and "name" in manifest:
                return manifest
            raise SourceError(f"{self._service}: no reconciliation service: it has no manifest")
        except BaseException:
            self._http.close()
            raise

    def _request(self, method: str, form: dict[str, str] | None) -> Any:
        for attempt in range(_TRIES):
            try:
                response = self._http.request(method, self._service, data=form)
            except httpx.HTTPError as error:
                raise SourceError(f"{self._service}: cannot be reached: {error}") from error
            if response.status_code not in _AGAIN or attempt == _TRIES - 1:
                break
            time.sleep(self._pause(response, attempt))
        if response.is_error:
            reason = response.text.strip()[:200] or response.reason_phrase
            raise SourceError(f"{self._service}: answered {response.status_code}: {reason}")
        if len(response.content) > _LARGEST:
            raise SourceError(f"{self._service}: the answer has over {_LARGEST:,} bytes")
        try:
            return response.json()
        except ValueError as error:
            raise SourceError(f"{self._service}: the answer is not JSON") from error

    def _pause(self, response: httpx.Response, attempt: int) -> float:
        told = response.headers.get("Retry-After", "")
        wished = float(told) if told.isdigit() else self._wait * 2**attempt
        return min(wished, _LONGEST_WAIT)

    def find(
        self, asked: Iterable[Asked], *, type: str | None = None, limit: int = 3
    ) -> Iterator[tuple[Asked, tuple[Found, ...]]]:
        """Yield each name with its candidates, the best first.

        :raises SourceError: if the service fails.
        """
        names = iter(asked)
        while batch := list(islice(names, _BATCH)):
            queries: dict[str, dict[str, Any]] = {}
            for number, one in enumerate(batch):
                queries[f"q{number}"] = {"query": one.name, "limit": limit}
                if type:
                    queries[f"q{number}"]["type"] = type
            answer = self._request("POST", {"queries": json.dumps(queries, ensure_ascii=False)})
            for number, one in enumerate(batch):
                yield one, self._read(answer, f"q{number}")

    def _read(self, answer: Any, key: str) -> tuple[Found, ...]:
        try:
            rows = answer[key]["result"]
            found = [
                Found(
                    id=str(row["id"]),
                    iri=self._iri(str(row["id"])),
                    name=str(row["name"]),
                    types=tuple(_type_id(one) for one in row.get("type") or ()),
                    score=float(row.get("score") or 0.0),
                    is_match=bool(row.get("match")),
                )
                for row in rows
            ]
        except (KeyError, TypeError, ValueError) as error:
            raise SourceError(f"{self._service}: {key} has no readable result") from error
        return tuple(sorted(found, key=lambda one: -one.score))

    def _iri(self, id: str) -> str:
        return id if "://" in id else self._space + id

    def close(self) -> None:
        """Let go of the connection."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def _type_id(value: Any) -> str:
    return str(value["id"] if isinstance(value, dict) else value)
