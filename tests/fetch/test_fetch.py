"""Pages come into a folder politely, and a folder can be built into a graph."""

from __future__ import annotations

import gzip
import os
import socket
import zlib
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from itertools import cycle
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from fetch.conftest import PAGES, Reply, Run, Site, make_page

from graphkit.errors import SourceError
from graphkit.fetch import Manners, fetch
from graphkit.sources import read_releases
from graphkit.sources.fetched import NOTE

Files = Callable[[], dict[str, bytes]]


def test_the_pages_of_a_sitemap_become_releases_with_their_addresses(
    site: Site, run: Run, tmp_path: Path
) -> None:
    done = run(f"{site.url}/sitemap.xml")
    assert done.exit_code == 0, done.stderr
    assert "fetched 3 pages into" in done.stderr
    assert "3 new, 0 changed, 0 as before" in done.stderr
    errors: list[Exception] = []
    releases = list(read_releases([tmp_path / "press"], on_error=errors.append))
    assert not errors
    assert {(r.language, r.url, r.date) for r in releases} == {
        (page[0], site.url + path, page[2]) for path, page in PAGES.items()
    }


def test_a_feed_a_sitemap_index_and_a_packed_sitemap_are_followed(
    site: Site, run: Run, files: Files
) -> None:
    index = f"<sitemapindex><sitemap><loc>{site.url}/news.xml.gz</loc></sitemap></sitemapindex>"
    site.replies["/index.xml"] = Reply(index.encode(), kind="text/xml")
    pages = f"<urlset><url><loc>{site.url}/en/1</loc></url></urlset>"
    site.replies["/news.xml.gz"] = Reply(gzip.compress(pages.encode()), kind="application/gzip")
    assert run(f"{site.url}/index.xml").exit_code == 0
    assert set(files()) == {"en-1"}
    assert run(f"{site.url}/rss").exit_code == 0
    assert set(files()) == {"kk-1", "ru-1", "en-1"}


def test_lists_are_filtered_by_pattern_day_and_number(site: Site, run: Run, files: Files) -> None:
    run(f"{site.url}/sitemap.xml", "--match", "/(kk|en)/", "--since", "2026-03-10")
    assert set(files()) == {"en-1"}
    done = run(f"{site.url}/sitemap.xml", "--limit", "1")
    assert "2 left to another run" in done.stderr
    assert set(files()) == {"en-1", "kk-1"}
    done = run(f"{site.url}/sitemap.xml", "--limit", "1")
    assert "1 done earlier" in done.stderr
    assert set(files()) == {"en-1", "kk-1", "ru-1"}


def test_a_saved_sitemap_and_a_list_name_the_pages_too(
    site: Site, run: Run, files: Files, tmp_path: Path
) -> None:
    (tmp_path / "list.txt").write_text(f"# press\n{site.url}/kk/1\n", encoding="utf-8")
    assert run(str(tmp_path / "list.txt")).exit_code == 0
    assert set(files()) == {"kk-1"}
    # The address that a person names beside it allows the host, which is a private one.
    (tmp_path / "sitemap.xml").write_bytes(site.sitemap)
    assert run(str(tmp_path / "sitemap.xml"), f"{site.url}/kk/1", "--match", "ru").exit_code == 0
    assert set(files()) == {"kk-1", "ru-1"}
    assert run("-", input=f"{site.url}/en/1\n").exit_code == 0
    assert set(files()) == {"kk-1", "ru-1", "en-1"}


def test_a_saved_list_is_filtered_and_trusted_no_more_than_a_fetched_one(
    site: Site, run: Run, files: Files, tmp_path: Path
) -> None:
    saved = tmp_path / "sitemap.xml"
    saved.write_bytes(site.sitemap)
    done = run(str(saved))
    assert done.exit_code == 1
    assert done.stderr.count("is on a private network (127.0.0.1)") == 3
    assert site.asked == []
    run(str(saved), f"{site.url}/kk/1", "--since", "2026-03-10", "--match", "/ru/")
    assert set(files()) == {"kk-1", "ru-1"}
    link = '<link rel="alternate" type="application/rss+xml" href="/rss">'
    site.replies["/ru/1"] = Reply(make_page("/ru/1", head=link))
    run(str(saved), f"{site.url}/kk/1", "--match", "/ru/", "--discover")
    assert "/rss" not in site.paths  # only a page that a person names has its feeds followed


def test_a_list_that_cannot_be_read_is_named_and_the_others_go_on(
    site: Site, run: Run, files: Files, tmp_path: Path
) -> None:
    (tmp_path / "cut.xml").write_bytes(b"<")
    (tmp_path / "cut.xml.gz").write_bytes(b"\x1f\x8bcut")
    names = ["cut.xml", "cut.xml.gz", "x" * 300]
    done = run(*(str(tmp_path / name) for name in names), f"{site.url}/kk/1")
    assert done.exit_code == 1
    assert f"{tmp_path}/cut.xml: cannot be read as XML" in done.stderr
    assert f"{tmp_path}/cut.xml.gz: cannot be unpacked" in done.stderr
    assert "cannot be read (File name too long)" in done.stderr
    assert "1 new, 0 changed, 0 as before, 3 failed" in done.stderr
    assert set(files()) == {"kk-1"}


def test_discovery_follows_what_a_page_and_its_robots_name(
    site: Site, run: Run, files: Files
) -> None:
    link = '<link rel="alternate" type="application/rss+xml" href="/rss">'
    site.replies["/"] = Reply(make_page("/en/1", head=link))
    site.replies["/robots.txt"] = Reply(
        f"Sitemap: {site.url}/more.xml\n".encode(), kind="text/plain"
    )
    site.replies["/more.xml"] = Reply(
        f"<urlset><url><loc>{site.url}/more</loc></url></urlset>".encode(), kind="text/xml"
    )
    site.replies["/more"] = Reply(make_page("/ru/1"))
    assert run(f"{site.url}/").exit_code == 0
    assert set(files()) == {"index"}
    assert run(f"{site.url}/", "--discover").exit_code == 0
    assert set(files()) == {"index", "kk-1", "ru-1", "en-1", "more"}


def test_robots_are_kept_out_where_a_server_wants_it(site: Site, run: Run, files: Files) -> None:
    rules = "User-agent: graphkit\nDisallow: /ru/\n\nUser-agent: *\nDisallow: /\n"
    site.replies["/robots.txt"] = Reply(rules.encode(), kind="text/plain")
    done = run(f"{site.url}/sitemap.xml")
    assert done.exit_code == 1
    assert f"{site.url}/ru/1: its robots.txt asks robots to stay away" in done.stderr
    assert set(files()) == {"kk-1", "en-1"}
    assert "/ru/1" not in site.paths


@pytest.mark.parametrize("status", [429, 503])
def test_a_server_whose_rules_cannot_be_read_now_is_left_alone(
    site: Site, run: Run, status: int
) -> None:
    site.replies["/robots.txt"] = Reply(status=status)
    done = run(f"{site.url}/kk/1", f"{site.url}/en/1")
    assert done.exit_code == 1
    assert f"its robots.txt answers {status}; 2 pages are left to another run" in done.stderr
    assert site.paths == []
    site.replies["/robots.txt"] = Reply(status=404)
    assert run(f"{site.url}/kk/1", f"{site.url}/en/1").exit_code == 0


def test_requests_keep_the_distance_that_the_delay_or_the_server_asks_for(
    site: Site, run: Run
) -> None:
    run(f"{site.url}/kk/1", f"{site.url}/ru/1", f"{site.url}/en/1", delay=0.15)
    gaps = [after - before for before, after in zip(site.times, site.times[1:], strict=False)]
    assert len(gaps) == 3
    assert min(gaps) >= 0.15
    site.forget()
    site.replies["/robots.txt"] = Reply(b"User-agent: *\nCrawl-delay: 0.3\n", kind="text/plain")
    run(f"{site.url}/kk/1", f"{site.url}/ru/1", delay=0.01)
    assert site.times[2] - site.times[1] >= 0.3


@pytest.mark.parametrize(
    ("rule", "asked"),
    [
        ("Crawl-delay: 86400", "86,400 s"),
        ("Crawl-delay: 1e10", "1e+10 s"),
        ("Request-rate: 1/600", "600 s"),
        ("Request-rate: 1/" + "9" * 400, "inf s"),
    ],
)
def test_a_server_that_asks_for_too_long_a_distance_is_left_alone(
    site: Site, run: Run, rule: str, asked: str
) -> None:
    site.replies["/robots.txt"] = Reply(f"User-agent: *\n{rule}\n".encode(), kind="text/plain")
    done = run(f"{site.url}/kk/1", f"{site.url}/ru/1")
    assert done.exit_code == 1
    said = f"its robots.txt asks for {asked} between two requests, which is more than 120 s"
    assert f"{said}; 2 pages are left to another run" in done.stderr
    assert site.paths == []


def test_each_request_says_who_asks_and_how_to_reach_them(site: Site, run: Run) -> None:
    run(f"{site.url}/kk/1")
    for _, headers in site.asked:
        agent = headers["User-Agent"]
        assert agent.startswith("graphkit/")
        assert "press@example.org" in agent


@pytest.mark.parametrize("contact", ["", "me", "почта@пример"])
def test_who_cannot_be_reached_does_not_fetch(contact: str) -> None:
    with pytest.raises(SourceError, match="is no contact; give an e-mail address or a web"):
        Manners(contact)


def conditional(body: bytes, tag: str) -> Callable[[BaseHTTPRequestHandler], Reply]:
    """Return an answerer that sends a page only to those who have another."""

    def answer(handler: BaseHTTPRequestHandler) -> Reply:
        if handler.headers.get("If-None-Match") == tag:
            return Reply(status=304)
        return Reply(body, headers={"ETag": tag, "Last-Modified": "Mon, 02 Mar 2026 08:00:00 GMT"})

    return answer


def test_a_second_run_takes_only_what_has_changed(site: Site, run: Run, files: Files) -> None:
    site.replies["/kk/1"] = conditional(make_page("/kk/1"), '"one"')
    site.replies["/ru/1"] = conditional(make_page("/ru/1"), '"one"')
    run(f"{site.url}/sitemap.xml")
    site.forget()
    site.replies["/ru/1"] = conditional(make_page("/ru/1", more="Исправлено."), '"two"')
    done = run(f"{site.url}/sitemap.xml")
    assert "0 new, 1 changed, 2 as before" in done.stderr  # the English page knows no ETag
    asked = dict(site.asked)["/kk/1"]
    assert asked["If-None-Match"] == '"one"'
    assert asked["If-Modified-Since"] == "Mon, 02 Mar 2026 08:00:00 GMT"
    assert "Исправлено" in files()["ru-1"].decode()


def test_a_page_whose_file_was_lost_is_taken_again(
    site: Site, run: Run, files: Files, tmp_path: Path
) -> None:
    site.replies["/kk/1"] = conditional(make_page("/kk/1"), '"one"')
    run(f"{site.url}/kk/1")
    for file in (tmp_path / "press").rglob("kk-1-*"):
        file.unlink()
    run(f"{site.url}/kk/1")
    assert files()["kk-1"] == make_page("/kk/1")


def test_a_page_that_is_gone_leaves_its_file(site: Site, run: Run, files: Files) -> None:
    run(f"{site.url}/kk/1")
    del site.replies["/kk/1"]
    done = run(f"{site.url}/kk/1")
    assert done.exit_code == 1
    assert "answers 404 Not Found; the file of an earlier run is kept" in done.stderr
    assert set(files()) == {"kk-1"}


def busy(times: int, reply: Reply, page: bytes) -> Callable[[BaseHTTPRequestHandler], Reply]:
    """Return an answerer that refuses so many times before it sends the page."""
    left = [times]

    def answer(_: BaseHTTPRequestHandler) -> Reply:
        left[0] -= 1
        return reply if left[0] >= 0 else Reply(page)

    return answer


def test_a_busy_server_is_asked_again_when_it_says(site: Site, run: Run, files: Files) -> None:
    wait = Reply(status=429, headers={"Retry-After": "1"})
    site.replies["/kk/1"] = busy(1, wait, make_page("/kk/1"))
    assert run(f"{site.url}/kk/1").exit_code == 0
    assert site.paths == ["/kk/1", "/kk/1"]
    assert site.times[-1] - site.times[-2] >= 1
    assert set(files()) == {"kk-1"}


def test_a_server_that_asks_for_too_long_a_wait_is_left_to_another_run(
    site: Site, run: Run, files: Files
) -> None:
    site.replies["/ru/1"] = Reply(status=503, headers={"Retry-After": "3600"})
    done = run(f"{site.url}/sitemap.xml")
    assert done.exit_code == 1
    assert "answers 503 and asks to wait 3,600 s; 2 pages are left" in done.stderr
    assert set(files()) == {"kk-1"}
    site.replies["/ru/1"] = Reply(make_page("/ru/1"))
    site.forget()
    done = run(f"{site.url}/sitemap.xml")
    assert "2 new, 0 changed, 0 as before, 1 done earlier" in done.stderr
    assert "/kk/1" not in site.paths


def test_an_interrupted_run_goes_on_where_it_was(
    site: Site, run: Run, files: Files, tmp_path: Path
) -> None:
    def stop(stage: str, done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    folder = tmp_path / "press"
    with pytest.raises(KeyboardInterrupt):
        fetch([f"{site.url}/sitemap.xml"], folder, Manners("a@b", delay=0), on_progress=stop)
    assert len(files()) == 2
    # As a kill leaves it: the last line of the note is torn.
    with (folder / ".graphkit-fetch.jsonl").open("a", encoding="utf-8") as note:
        note.write('{"url": "http://127.')
    site.forget()
    done = run(f"{site.url}/sitemap.xml")
    assert "1 new, 0 changed, 0 as before, 2 done earlier" in done.stderr
    assert len(site.paths) == 2  # the sitemap and the third page
    site.forget()
    run(f"{site.url}/sitemap.xml")
    assert len(site.paths) == 4  # a run that ended is not gone on with: all is asked for again


def test_a_folder_takes_one_run_at_a_time(
    site: Site, run: Run, files: Files, tmp_path: Path
) -> None:
    folder = tmp_path / "press"
    others: list[Result] = []

    def start_another(stage: str, done: int) -> None:
        if not others:
            others.append(run(f"{site.url}/ru/1"))

    starts = [f"{site.url}/kk/1"]
    fetch(starts, folder, Manners("a@b", delay=0), on_progress=start_another)
    assert others[0].exit_code != 0
    said = f"{folder}: process {os.getpid()} is fetching into it; wait until it has ended"
    assert said in others[0].stderr
    assert set(files()) == {"kk-1"}
    assert run(f"{site.url}/ru/1").exit_code == 0  # the lock is gone with its run
    wrong = tmp_path / "no" / "a.warc"
    wrong.parent.write_text("a file", encoding="utf-8")
    assert "cannot be written" in run(f"{site.url}/en/1", "--warc", str(wrong)).stderr
    assert run(f"{site.url}/en/1").exit_code == 0  # also with a run that failed


@pytest.mark.parametrize(
    "torn", [b'{"url": "http://127.', '{"url": "http://127.0.0.1/ж'.encode()[:-1]]
)
def test_what_follows_a_line_that_a_kill_has_cut_off_is_known_again(
    site: Site, run: Run, tmp_path: Path, torn: bytes
) -> None:
    for name in ("ru/1", "en/1"):
        site.replies[f"/{name}"] = conditional(make_page(f"/{name}"), '"one"')
    starts = [f"{site.url}/{name}" for name in ("kk/1", "ru/1", "en/1")]
    run(*starts, "--limit", "1")
    with (tmp_path / "press" / NOTE).open("ab") as note:
        note.write(torn)
    run(*starts, "--limit", "1")
    site.forget()
    done = run(*starts)
    assert "1 new, 0 changed, 0 as before, 2 done earlier" in done.stderr
    done = run(f"{site.url}/ru/1")
    assert "0 new, 0 changed, 1 as before" in done.stderr
    assert site.asked[-1][1]["If-None-Match"] == '"one"'


def test_what_failed_is_tried_by_the_run_that_goes_on_but_not_what_is_gone(
    site: Site, run: Run, files: Files
) -> None:
    site.replies["/sitemap.xml"] = Reply(status=403)
    site.replies["/more"] = Reply(b"?", kind="image/png")
    names = ("sitemap.xml", "more", "gone", "kk/1", "ru/1")
    starts = [f"{site.url}/{name}" for name in names]
    done = run(*starts, "--limit", "1")
    assert "1 new, 0 changed, 0 as before, 3 failed, 1 left to another run" in done.stderr
    site.replies["/sitemap.xml"] = Reply(site.sitemap, kind="application/xml")
    site.replies["/more"] = Reply(make_page("/en/1"))
    site.forget()
    done = run(*starts)
    assert done.exit_code == 0
    assert "3 new, 0 changed, 0 as before, 2 done earlier" in done.stderr
    assert set(files()) == {"kk-1", "ru-1", "en-1", "more"}
    assert "/gone" not in site.paths


def test_a_page_is_found_behind_redirects_and_a_circle_is_left(
    site: Site, run: Run, files: Files
) -> None:
    site.replies["/old"] = Reply(status=301, headers={"Location": "/kk/1"})
    site.replies["/a"] = Reply(status=302, headers={"Location": "/b"})
    site.replies["/b"] = Reply(status=302, headers={"Location": "/a"})
    done = run(f"{site.url}/old", f"{site.url}/a")
    assert done.exit_code == 1
    assert f"{site.url}/a: redirects more than 5 times; is it a circle" in done.stderr
    assert set(files()) == {"kk-1"}


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("http://127.0.0.2:9/secret", r"is on a private network (127.0.0.2)"),
        ("http://[::1]:9/secret", "is on a private network (::1)"),
        ("http://169.254.169.254/latest/meta-data", "is on a private network (169.254.169.254)"),
        ("file:///etc/passwd", "only http and https are fetched"),
        ("ftp://example.org/a", "only http and https are fetched"),
        ("http://user:word@127.0.0.1:9/", "holds a user name"),
    ],
)
def test_a_redirect_and_a_list_lead_to_nothing_private(
    site: Site, run: Run, files: Files, place: str, message: str
) -> None:
    site.replies["/away"] = Reply(status=302, headers={"Location": place})
    site.replies["/list.xml"] = Reply(
        f"<urlset><url><loc>{place}</loc></url></urlset>".encode(), kind="text/xml"
    )
    for address in ("/away", "/list.xml"):
        done = run(site.url + address)
        assert done.exit_code == 1
        assert message in done.stderr
    assert files() == {}


@pytest.mark.parametrize(
    "proxies",
    [
        {},
        {"NO_PROXY": "localhost"},
        {"HTTPS_PROXY": "http://127.0.0.1:1"},
        {"HTTP_PROXY": "http://127.0.0.1:1", "NO_PROXY": "127.0.0.1,moving.example"},
    ],
)
def test_a_name_that_moves_to_a_private_network_after_it_was_looked_up_is_refused(
    site: Site, run: Run, files: Files, monkeypatch: pytest.MonkeyPatch, proxies: dict[str, str]
) -> None:
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    for name, value in proxies.items():
        monkeypatch.setenv(name, value)
    # As a name server does that its owner turns against those who ask it: the two
    # who look before a request get a public answer, the connection a private one.
    answers = cycle(["93.184.216.34", "93.184.216.34", "127.0.0.1"])
    look_up = socket.getaddrinfo

    def answer(host: str, *args: Any, **kwargs: Any) -> Any:
        if host == "moving.example":
            host = next(answers)
        return look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket, "getaddrinfo", answer)
    port = site.url.rpartition(":")[2]
    place = f"http://moving.example:{port}/kk/1"
    site.replies["/away"] = Reply(status=302, headers={"Location": place})
    done = run(f"{site.url}/away")
    assert "moving.example" in done.stderr
    assert "is on a private network (127.0.0.1)" in done.stderr
    assert files() == {}


def test_bombs_and_pages_that_are_too_large_are_left(site: Site, run: Run, files: Files) -> None:
    bomb = gzip.compress(b"<html>" + b" " * (64 << 20))
    assert len(bomb) < 1 << 17
    site.replies["/bomb"] = Reply(bomb, headers={"Content-Encoding": "gzip"})
    site.replies["/large"] = Reply(b"<html>" + b"x" * (3 << 20))
    site.replies["/map.xml.gz"] = Reply(bomb, kind="application/gzip")
    site.replies["/odd"] = Reply(b"??", headers={"Content-Encoding": "br"})
    places = [f"{site.url}/{name}" for name in ("bomb", "large", "map.xml.gz", "odd")]
    done = run(*places, f"{site.url}/kk/1", "--max-size", "2")
    assert done.stderr.count("is larger than 2 MiB") == 3
    assert "is packed as 'br', which was not asked for" in done.stderr
    assert set(files()) == {"kk-1"}


@pytest.mark.parametrize(
    ("body", "kind", "message"),
    [
        (b"\x89PNG", "image/png", "is image/png, of which no release is read"),
        (b"<svg xmlns='a'/>", "text/xml", "is XML, but neither a sitemap nor a feed"),
        (b"", "application/xml", "cannot be read as XML"),
        (b"\x1f\x8bcut", "application/gzip", "cannot be unpacked; was it cut off?"),
    ],
)
def test_what_no_release_is_in_is_named(
    site: Site, run: Run, files: Files, body: bytes, kind: str, message: str
) -> None:
    site.replies["/odd"] = Reply(body, kind=kind)
    done = run(f"{site.url}/odd", f"{site.url}/kk/1")
    assert done.exit_code == 1
    assert message in done.stderr
    assert set(files()) == {"kk-1"}


def test_an_encoding_that_only_the_server_tells_is_kept(
    site: Site, run: Run, tmp_path: Path
) -> None:
    page = make_page("/ru/1").decode().replace('<meta charset="utf-8">', "")
    site.replies["/ru/1"] = Reply(page.encode("cp1251"), kind="text/html; charset=windows-1251")
    packed = zlib.compress(make_page("/kk/1"))
    site.replies["/kk/1"] = Reply(packed, headers={"Content-Encoding": "deflate"})
    run(f"{site.url}/ru/1", f"{site.url}/kk/1")
    releases = list(read_releases([tmp_path / "press"], on_error=lambda error: None))
    assert {release.title for release in releases} == {PAGES["/ru/1"][1], PAGES["/kk/1"][1]}


def test_answers_are_archived_as_they_came(site: Site, run: Run, tmp_path: Path) -> None:
    packed = gzip.compress(make_page("/kk/1"))
    site.replies["/kk/1"] = Reply(packed, headers={"Content-Encoding": "gzip"})
    archive = tmp_path / "press.warc.gz"
    run(f"{site.url}/kk/1", "--warc", str(archive))
    run(f"{site.url}/en/1", "--warc", str(archive))
    errors: list[Exception] = []
    releases = list(read_releases([archive], on_error=errors.append))
    assert not errors
    assert [release.url for release in releases] == [f"{site.url}/kk/1", f"{site.url}/en/1"]
    assert PAGES["/kk/1"][3] in releases[0].text


def test_an_archive_takes_one_run_at_a_time(site: Site, run: Run, tmp_path: Path) -> None:
    archive = tmp_path / "press.warc.gz"
    others: list[Result] = []

    def start_another(stage: str, done: int) -> None:
        if not others:
            others.append(run(f"{site.url}/ru/1", "--warc", str(archive)))

    fetch(
        [f"{site.url}/kk/1"], tmp_path / "elsewhere", Manners("a@b", delay=0), archive=archive,
        on_progress=start_another,
    )  # fmt: skip
    assert others[0].exit_code == 1
    assert others[0].stderr == (
        f"graphkit: {archive}: process {os.getpid()} is writing into this archive; wait until it "
        "has ended, or choose another file with --warc\n"
    )
    # With the run the lock is gone; and the archive holds what whole runs have written.
    assert run(f"{site.url}/ru/1", "--warc", str(archive)).exit_code == 0
    releases = list(read_releases([archive], on_error=lambda error: pytest.fail(str(error))))
    assert [release.url for release in releases] == [f"{site.url}/kk/1", f"{site.url}/ru/1"]


def test_an_archive_that_takes_no_more_is_said(site: Site, run: Run, tmp_path: Path) -> None:
    resource = pytest.importorskip("resource", reason="only POSIX limits the size of files")
    site.replies["/en/1"] = Reply(make_page("/en/1", more="Helsinki " * 10_000))
    archive = tmp_path / "press.warc"
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    # As on a disk that fills up: the first part of the record is still written.
    resource.setrlimit(resource.RLIMIT_FSIZE, (1 << 16, before[1]))
    try:
        done = run(f"{site.url}/en/1", "--warc", str(archive))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert done.exit_code != 0
    assert "press.warc: cannot be written (File too large)" in done.stderr


def test_wrong_usage_and_a_folder_that_cannot_be_written_are_said(
    site: Site, run: Run, tmp_path: Path
) -> None:
    assert "is no pattern" in run(site.url, "--match", "(").stderr
    (tmp_path / "press").write_text("a file", encoding="utf-8")
    assert "press: cannot be written" in run(site.url).stderr
    (tmp_path / "odd.xml").write_text("<svg/>", encoding="utf-8")
    assert "odd.xml: neither a sitemap nor a feed" in run(str(tmp_path / "odd.xml")).stderr


def test_a_server_that_is_not_there_is_said_once(run: Run) -> None:
    done = run("http://127.0.0.1:1/a", "http://127.0.0.1:1/b")
    assert done.exit_code == 1
    assert "127.0.0.1:1: cannot be reached" in done.stderr
    assert "2 pages are left to another run" in done.stderr


NO_ADDRESSES = ("http://[x/1", "http://www..gov.kz/1", "http://gov.kz:99999/1")


@pytest.mark.parametrize("place", NO_ADDRESSES)
def test_an_address_that_is_none_is_said_and_the_others_are_fetched(
    site: Site, run: Run, files: Files, place: str
) -> None:
    pages = f"<url><loc>{place}</loc></url><url><loc>{site.url}/kk/1</loc></url>"
    site.replies["/list.xml"] = Reply(f"<urlset>{pages}</urlset>".encode(), kind="text/xml")
    items = f"<item><link>{place}</link></item><item><link>/ru/1</link></item>"
    feed = f"<rss version='2.0'><channel>{items}</channel></rss>"
    site.replies["/odd-rss"] = Reply(feed.encode(), kind="application/rss+xml")
    link = f'<link rel="alternate" type="application/rss+xml" href="{place}">'
    site.replies["/page"] = Reply(make_page("/en/1", head=link))
    site.replies["/away"] = Reply(status=302, headers={"Location": place})
    starts = [f"{site.url}/{name}" for name in ("list.xml", "odd-rss", "page", "away")]
    done = run(*starts, place, "--discover")
    assert done.exit_code == 1
    assert isinstance(done.exception, SystemExit), done.exception
    said = place.replace("[", "%5b")
    assert f"{said}: is no address (" in done.stderr
    assert set(files()) == {"kk-1", "ru-1", "page"}


@pytest.mark.parametrize("place", NO_ADDRESSES)
def test_rules_that_redirect_to_no_address_close_their_host_alone(
    site: Site, run: Run, place: str
) -> None:
    site.replies["/robots.txt"] = Reply(status=301, headers={"Location": place})
    done = run(f"{site.url}/kk/1")
    assert isinstance(done.exception, SystemExit), done.exception
    assert "its robots.txt " in done.stderr
    assert "1 page is left to another run" in done.stderr
    assert site.paths == []
