"""Request -> parameters and body, read strictly: what is no UTF-8 or too large is refused."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from starlette.exceptions import HTTPException
from starlette.requests import Request

FORM: Final = "application/x-www-form-urlencoded"
_MOST_FIELDS: Final = 1000
# A client that sends its body more slowly than this many seconds is let go.
_PATIENCE: Final = 30.0


@dataclass(frozen=True, slots=True)
class Params:
    """The parameters of a request, in their order."""

    pairs: tuple[tuple[str, str], ...]

    def all(self, name: str) -> list[str]:
        """Return all values of a parameter."""
        return [value for key, value in self.pairs if key == name]

    def one(self, name: str) -> str | None:
        """Return the value of a parameter, None where it is not given.

        :raises HTTPException: if it is given more than once.
        """
        values = self.all(name)
        if len(values) > 1:
            raise HTTPException(400, f"give '{name}' once, not {len(values)} times")
        return values[0] if values else None

    def number(self, name: str, default: int, most: int) -> int:
        """Return the value of a parameter as a whole number from 0 to ``most``.

        :raises HTTPException: if it is none.
        """
        value = self.one(name)
        if value is None:
            return default
        if not (value.isascii() and value.isdigit() and len(value) < 10):
            raise HTTPException(400, f"'{name}' is a whole number, not {value[:40]!r}")
        return min(int(value), most)


def read_url_params(request: Request) -> Params:
    """Return what stands behind the ``?`` of a URL.

    :raises HTTPException: if it is not percent-encoded UTF-8.
    """
    return _parse(request.scope["query_string"], "the URL")


def _parse(data: bytes, where: str) -> Params:
    try:
        pairs = parse_qsl(
            data.decode("ascii" if where == "the URL" else "utf-8"),
            keep_blank_values=True,
            errors="strict",
            max_num_fields=_MOST_FIELDS,
        )
    except UnicodeError as error:
        raise HTTPException(400, f"{where} is not percent-encoded UTF-8") from error
    except ValueError as error:
        raise HTTPException(400, f"{where} holds over {_MOST_FIELDS} parameters") from error
    return Params(tuple(pairs))


def media_type_of(request: Request) -> str:
    """Return the media type of a request's body, in small letters, without parameters."""
    return request.headers.get("content-type", "").partition(";")[0].strip().lower()


async def read_body(request: Request, limit: int) -> bytes:
    """Return a request's body.

    :raises HTTPException: if it is larger than ``limit`` bytes, or comes too slowly.
    """
    told = request.headers.get("content-length", "")
    if told.isdigit() and int(told) > limit:
        raise _too_large(limit)
    parts: list[bytes] = []
    size = 0
    try:
        async with asyncio.timeout(_PATIENCE):
            async for part in request.stream():
                size += len(part)
                if size > limit:
                    raise _too_large(limit)
                parts.append(part)
    except TimeoutError as error:
        raise HTTPException(408, f"the request took over {_PATIENCE:g} s to come") from error
    return b"".join(parts)


def _too_large(limit: int) -> HTTPException:
    return HTTPException(413, f"the request is larger than {limit:,} bytes")


async def read_form(request: Request, limit: int) -> Params:
    """Return the parameters of a form that was posted.

    :raises HTTPException: if it is too large or not UTF-8.
    """
    return _parse(await read_body(request, limit), "the form")


def decode(data: bytes) -> str:
    """Return a posted text.

    :raises HTTPException: if it is not UTF-8.
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise HTTPException(400, f"the text is not UTF-8: {error.reason}") from error
