"""One request -> one answer, held to limits of size, time and place."""

from __future__ import annotations

import ipaddress
import socket
import time
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final, Self
from urllib.request import getproxies, proxy_bypass

import httpx

from graphkit.errors import ReleaseError
from graphkit.fetch.manners import Manners

# A page may take so many times the time-out of one step before it is left.
_SLOWEST: Final = 10
_LAST_PORT: Final = (1 << 16) - 1
_PACKED: Final = frozenset({"gzip", "x-gzip", "deflate"})


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: ``body`` unpacked, ``raw`` as it came."""

    url: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes
    raw: bytes

    def header(self, name: str) -> str:
        """Return a header; "" where it is not there."""
        return next((value for key, value in self.headers if key.lower() == name), "")


class Transfer:
    """A connection that goes to no address of a private network that nobody named.

    A page, a list or a redirect from outside could else have this machine ask servers
    that only it can reach. Behind a proxy, the proxy decides what may be reached.
    """

    def __init__(self, manners: Manners, named: Iterable[str]) -> None:
        self._manners = manners
        self._named = {netloc(url) for url in named}
        self._proxies = getproxies()
        headers = {
            "User-Agent": manners.agent,
            # What httpx would also take (brotli, zstd) cannot be unpacked up to a limit.
            "Accept-Encoding": "gzip, deflate",
            "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.5",
        }
        self._http = httpx.Client(headers=headers, timeout=manners.timeout, follow_redirects=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._http.close()

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """Return the answer to one GET; a redirect is an answer too.

        :raises ReleaseError: if the address may not be asked, or the answer is too large.
        :raises httpx.TransportError: if there is no whole answer.
        """
        self.check(url)
        try:
            with self._http.stream("GET", url, headers=dict(headers or {})) as response:
                self._check_peer(url, response)
                body, raw = self._read(url, response)
        except (httpx.InvalidURL, httpx.UnsupportedProtocol, ValueError) as error:
            raise ReleaseError(f"{url}: cannot be asked for ({error})") from error
        pairs = tuple((str(key), str(value)) for key, value in response.headers.multi_items())
        return Answer(url, response.status_code, response.reason_phrase, pairs, body, raw)

    def check(self, url: str) -> None:
        """Say whether an address may be asked at all.

        :raises ReleaseError: if it is none, or is on a private network and not named.
        """
        try:
            parsed = httpx.URL(url)
            _check_host(parsed)
        except (httpx.InvalidURL, ValueError) as error:
            raise ReleaseError(f"{url}: is no address ({error})") from error
        if parsed.scheme not in ("http", "https") or not parsed.host:
            raise ReleaseError(f"{url}: only http and https are fetched")
        if parsed.userinfo:
            raise ReleaseError(f"{url}: holds a user name, which would be kept with the page")
        if netloc(url) in self._named:
            return
        try:
            found = socket.getaddrinfo(parsed.host, parsed.port or 443, type=socket.SOCK_STREAM)
        except OSError:
            return  # the request says so itself, or a proxy knows the name
        except UnicodeError as error:
            raise ReleaseError(f"{url}: is no address ({error})") from error
        for info in found:
            _refuse_private(url, str(info[4][0]))

    def _check_peer(self, url: str, response: httpx.Response) -> None:
        """Refuse an answer of a host whose name leads elsewhere since it was looked up."""
        stream = response.extensions.get("network_stream")
        if stream is None or netloc(url) in self._named or self._is_proxied(httpx.URL(url)):
            return
        peer = stream.get_extra_info("server_addr")
        if peer:
            _refuse_private(url, str(peer[0]))

    def _is_proxied(self, url: httpx.URL) -> bool:
        proxy = self._proxies.get(url.scheme) or self._proxies.get("all")
        return bool(proxy) and not proxy_bypass(url.host)

    def _read(self, url: str, response: httpx.Response) -> tuple[bytes, bytes]:
        largest, begun = self._manners.largest, time.monotonic()
        packing = response.headers.get("Content-Encoding", "").strip().lower()
        if packing not in _PACKED | {"", "identity"}:
            raise ReleaseError(f"{url}: is packed as {packing!r}, which was not asked for")
        unpack = zlib.decompressobj(wbits=47) if packing in _PACKED else None
        body, raw = bytearray(), bytearray()
        for piece in response.iter_raw():
            raw += piece
            try:
                body += unpack.decompress(piece, largest + 1 - len(body)) if unpack else piece
            except zlib.error as error:
                raise ReleaseError(f"{url}: cannot be unpacked ({error})") from error
            if max(len(body), len(raw)) > largest:
                raise ReleaseError(f"{url}: is larger than {largest / 2**20:g} MiB")
            if time.monotonic() - begun > _SLOWEST * self._manners.timeout:
                raise ReleaseError(f"{url}: comes too slowly")
        if unpack and raw and not unpack.eof:
            raise httpx.ReadError(f"{url}: breaks off")
        return bytes(body), bytes(raw)


def _check_host(url: httpx.URL) -> None:
    """Refuse what httpx takes, but no name server and no socket does."""
    host = url.raw_host.decode("ascii")
    host.encode("idna")  # raises where a label is empty or too long
    if "%" in host and ":" not in host:
        raise ValueError(f"{host!r} is no name of a host")
    if (url.port or 0) > _LAST_PORT:
        raise ValueError(f"{url.port} is no port")


def netloc(url: str) -> str:
    """Return the host of an address with its port, as one compares them.

    >>> netloc("http://Example.org:80/a"), netloc("http://127.0.0.1:8000/")
    ('example.org', '127.0.0.1:8000')
    """
    try:
        return httpx.URL(url).netloc.decode("ascii")
    except (httpx.InvalidURL, ValueError):
        return url


def _refuse_private(url: str, ip: str) -> None:
    if not ipaddress.ip_address(ip.partition("%")[0]).is_global:
        raise ReleaseError(
            f"{url}: is on a private network ({ip}), and only another server names it; "
            "give the address yourself if it is meant"
        )
