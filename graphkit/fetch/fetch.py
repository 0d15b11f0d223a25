"""Addresses -> files, by requests that robots.txt, limits and the server's word allow."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import ExitStack, closing, suppress
from dataclasses import dataclass, field, replace
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Final

import httpx

from graphkit.errors import GraphkitError, ReleaseError, SourceError
from graphkit.fetch.archive import Archive
from graphkit.fetch.folder import Change, Folder
from graphkit.fetch.kinds import LIST, PAGE, find_bytes, find_kind
from graphkit.fetch.links import Link, find_feeds, find_in_list, find_links, unpack
from graphkit.fetch.manners import Manners
from graphkit.fetch.queue import Queue, Request, normal
from graphkit.fetch.robots import Rules, read_rules, say
from graphkit.fetch.transfer import Answer, Transfer, netloc

_AGAIN: Final = frozenset({408, 429, 500, 502, 503, 504})
# Not worth another try by the run that goes on with an interrupted one.
_GONE: Final = frozenset({404, 410})
_MOVED: Final = frozenset({301, 302, 303, 307, 308})
# A sitemap index names sitemaps, and these pages; nothing sound goes deeper.
_DEEPEST: Final = 3
# After so many pages in a row that gave up, a host has no more asked of it.
_MOST_FAILED: Final = 3


@dataclass(frozen=True, slots=True)
class Fetched:
    """What a run did, counted in pages; ``before`` those that an interrupted run had done.

    ``left`` are the addresses that a further run goes on with.
    """

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    before: int = 0
    failed: int = 0
    left: int = 0


def fetch(
    addresses: Iterable[str],
    folder: str | Path,
    manners: Manners,
    *,
    match: str | None = None,
    since: str = "",
    discover: bool = False,
    archive: Path | None = None,
    on_error: Callable[[GraphkitError], None] = lambda error: None,
    on_progress: Callable[[str, int], None] = lambda stage, done: None,
) -> Fetched:
    """Fetch pages, and the pages that sitemaps and feeds name, into a folder.

    An address is a URL or a file: a saved sitemap or feed, or a list with one URL a line.
    ``match`` is a pattern for the URLs that lists name, ``since`` the day before which
    pages whose list tells their day are left; ``discover`` follows the feeds that given
    pages and the sitemaps that their robots.txt name. ``archive`` is a WARC file to keep
    the answers in as well. ``on_error`` is called for each address or file that fails.

    Addresses that are given, or stand one a line in a file, are meant as they are. What
    a saved sitemap or feed names is treated as if its server had just sent it: it is
    filtered, and may not lead to a private network.

    :raises SourceError: if the folder or the archive cannot be written, or another run does.
    """
    starts = _read_addresses(addresses)
    for error in starts.errors:
        on_error(error)
    named = [link.url for link in starts.given]
    pattern = re.compile(match) if match else None
    kept = Folder(Path(folder))
    try:
        with ExitStack() as ends:
            transfer = ends.enter_context(Transfer(manners, named))
            warc = ends.enter_context(closing(Archive(archive, manners))) if archive else None
            run = _Run(
                transfer, kept, manners, pattern=pattern, since=since, discover=discover,
                archive=warc, on_error=on_error, on_progress=on_progress,
            )  # fmt: skip
            fetched = run.work(starts)
    except BaseException:
        kept.close(whole=False)
        raise
    kept.close(whole=not fetched.left)
    return fetched


@dataclass(frozen=True, slots=True)
class _Starts:
    """What a run begins with: addresses that a person named, links of saved lists, errors."""

    given: list[Link] = field(default_factory=list)
    listed: list[Link] = field(default_factory=list)
    errors: list[GraphkitError] = field(default_factory=list)


def _read_addresses(addresses: Iterable[str]) -> _Starts:
    starts = _Starts()
    for address in addresses:
        try:
            _read_address(address, starts)
        except OSError as error:
            why = f"cannot be read ({error.strerror}); may this user read it?"
            starts.errors.append(SourceError(f"{address}: {why}"))
        except GraphkitError as error:
            starts.errors.append(error)
    return starts


def _read_address(address: str, starts: _Starts) -> None:
    """Add the link that an address is, or those in the file of that name."""
    path = Path(address)
    if "://" in address or not path.is_file():
        starts.given.append(Link(address))
        return
    data = path.read_bytes()
    if data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith((b"<", b"\x1f\x8b")):
        links = find_links(unpack(data, 1 << 30, address), "", address)
        if links is None:
            raise SourceError(f"{address}: neither a sitemap nor a feed")
        starts.listed.extend(links)
    else:
        starts.given.extend(find_in_list(data.decode("utf-8-sig", "replace")))


class _Run:
    """One run; ``work`` goes through the queue until it is empty."""

    def __init__(
        self,
        transfer: Transfer,
        folder: Folder,
        manners: Manners,
        *,
        pattern: re.Pattern[str] | None,
        since: str,
        discover: bool,
        archive: Archive | None,
        on_error: Callable[[GraphkitError], None],
        on_progress: Callable[[str, int], None],
    ) -> None:
        self.queue = Queue()
        self._transfer, self._folder, self._manners = transfer, folder, manners
        self._pattern, self._since, self._discover = pattern, since, discover
        self._archive, self._on_error, self._on_progress = archive, on_error, on_progress
        self._rules: dict[str, Rules] = {}
        self._failed: Counter[str] = Counter()
        self._counts: Counter[str] = Counter()

    def work(self, starts: _Starts) -> Fetched:
        self._counts["failed"] += len(starts.errors)
        for link in starts.given:
            self.queue.add(Request(normal(link.url), normal(link.url), given=True))
        self._add(starts.listed, 1)
        while (request := self.queue.pop()) is not None:
            if sum(self._counts[change] for change in Change) >= self._manners.limit:
                self._counts["left"] += 1 + len(self.queue)
                break
            if request.asked in self._folder.done and not request.redirects:
                self._counts["before"] += 1
                continue
            try:
                self._visit(request)
            except ReleaseError as error:
                self._fail(request, error)
            self._on_progress("fetch", sum(self._counts.values()))
        return Fetched(**{str(name): count for name, count in self._counts.items()})

    def _visit(self, request: Request) -> None:
        self._transfer.check(request.url)
        rules = self._rules.get(_origin(request.url))
        if rules is None:
            self._ask_rules(request)
            return
        if rules.closed:
            self._give_up(request, f"{netloc(request.url)}: {rules.closed}")
            return
        if not rules.allow(request.url):
            raise ReleaseError(f"{request.url}: its robots.txt asks robots to stay away")
        entry = self._folder.entry(request.url)
        self.queue.rest(request.url, rules.delay)
        try:
            answer = self._transfer.get(request.url, entry.validators() if entry else None)
        except httpx.TransportError as error:
            self._try_again(request, say(error), None)
            return
        finally:
            self.queue.rest(request.url, rules.delay)
        if answer.status in _AGAIN:
            told = answer.header("retry-after")
            self._try_again(request, f"answers {answer.status}", _read_wait(told))
            return
        self._failed[netloc(request.url)] = 0
        self._take(request, answer)

    def _ask_rules(self, request: Request) -> None:
        """Read the host's robots.txt, and come back to the request after a pause."""
        origin = _origin(request.url)
        self._rules[origin] = rules = read_rules(origin, self._transfer, self._manners)
        self.queue.again(request, after=0 if rules.closed else rules.delay)
        if self._discover and request.given:
            for sitemap in map(normal, rules.sitemaps):
                self.queue.add(Request(sitemap, sitemap, depth=1))

    def _take(self, request: Request, answer: Answer) -> None:
        if answer.status == 304:
            self._finish(request, answer, Change.SAME)
        elif answer.status in _MOVED and answer.header("location"):
            self._follow(request, answer)
        elif answer.status != 200:
            kept = "; the file of an earlier run is kept" if self._folder.entry(answer.url) else ""
            said = f"{answer.status} {answer.reason}".strip()
            if answer.status in _GONE:
                self._folder.finish_one(request.asked)
            raise ReleaseError(f"{request.url}: answers {said}{kept}")
        else:
            self._keep(request, answer)

    def _keep(self, request: Request, answer: Answer) -> None:
        ending = find_kind(answer)
        if ending is None:
            kind = answer.header("content-type") or "of no kind that is told"
            raise ReleaseError(f"{request.url}: is {kind}, of which no release is read")
        if ending == LIST:
            self._read_list(request, answer)
            return
        if self._archive:
            self._archive.add(answer)
        change = self._folder.keep(answer, find_bytes(answer, ending), ending)
        if self._discover and request.given and ending == PAGE:
            self._add(find_feeds(answer.body, answer.url), 1)
        self._finish(request, answer, change)

    def _read_list(self, request: Request, answer: Answer) -> None:
        data = unpack(answer.body, self._manners.largest, request.url)
        links = find_links(data, request.url)
        if links is None:
            raise ReleaseError(f"{request.url}: is XML, but neither a sitemap nor a feed")
        if request.depth >= _DEEPEST:
            raise ReleaseError(f"{request.url}: a list in a list in a list is not followed")
        self._add(links, request.depth + 1)

    def _add(self, links: Iterable[Link], depth: int) -> None:
        """Queue what a list names; no filter is for further lists."""
        for link in links:
            wanted = self._pattern is None or self._pattern.search(link.url)
            late = not (self._since and link.day) or link.day >= self._since
            if link.is_list or (wanted and late):
                self.queue.add(Request(normal(link.url), normal(link.url), depth))

    def _follow(self, request: Request, answer: Answer) -> None:
        if request.redirects >= self._manners.redirects:
            raise ReleaseError(
                f"{request.asked}: redirects more than {self._manners.redirects} times; "
                "is it a circle, or does the page want a login?"
            )
        try:
            url = normal(str(httpx.URL(answer.url).join(answer.header("location"))))
        except (httpx.InvalidURL, ValueError) as error:
            raise ReleaseError(f"{request.url}: redirects to no address ({error})") from error
        moved = replace(request, url=url, redirects=request.redirects + 1, tries=0)
        self.queue.again(moved, after=0)

    def _finish(self, request: Request, answer: Answer, change: Change) -> None:
        self._counts[change] += 1
        self._folder.finish_one(request.asked, answer.url)

    def _fail(self, request: Request, error: ReleaseError) -> None:
        self._on_error(error)
        self._counts["failed"] += 1

    def _try_again(self, request: Request, why: str, wait: float | None) -> None:
        host = netloc(request.url)
        if wait is not None and wait > self._manners.patience:
            self._give_up(request, f"{host}: {why} and asks to wait {wait:,.0f} s")
        elif request.tries + 1 < self._manners.tries:
            pause = 2.0**request.tries if wait is None else wait
            self.queue.again(replace(request, tries=request.tries + 1), after=pause)
        else:
            self._failed[host] += 1
            if self._failed[host] >= _MOST_FAILED:
                self._give_up(request, f"{host}: {why} again and again")
            else:
                self._on_error(ReleaseError(f"{request.url}: {why}, {request.tries + 1} times"))
                self._counts["failed"] += 1
                self._counts["left"] += 1

    def _give_up(self, request: Request, why: str) -> None:
        """Leave the rest of a host to another run."""
        left = 1 + self.queue.drop(request.url)
        pages = "1 page is" if left == 1 else f"{left:,} pages are"
        self._on_error(ReleaseError(f"{why}; {pages} left to another run of the same command"))
        self._counts["failed"] += 1
        self._counts["left"] += left


def _origin(url: str) -> str:
    return f"{url.partition('://')[0]}://{netloc(url)}"


def _read_wait(told: str) -> float | None:
    """Return the seconds that a ``Retry-After`` asks for, None if it says nothing.

    >>> _read_wait("120"), _read_wait("soon"), _read_wait("Thu, 01 Jan 1970 00:00:00 GMT")
    (120.0, None, 0.0)
    """
    told = told.strip()
    if told.isascii() and told.isdigit():
        return float(told)
    with suppress(ValueError, TypeError):
        return max(0.0, parsedate_to_datetime(told).timestamp() - time.time())
    return None
