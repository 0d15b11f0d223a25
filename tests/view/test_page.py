"""One HTML file that needs nothing but a browser."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import subprocess
import sys

import pytest

from graphkit.errors import QueryError
from graphkit.view import page, write_html


def test_page_is_the_same_every_time(world):
    assert page(world) == page(world)


def test_page_loads_nothing(world):
    text = page(world)
    assert not re.search(r"<(script|img|iframe)[^>]+src=|<link[^>]+href=\"(?!data:)", text)
    assert "cdn" not in text.partition("<script>")[0]


def test_page_policy_names_every_script_by_its_hash(world):
    text = page(world)
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', text).group(1)
    policy = policy.replace("&#39;", "'")
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")
    scripts = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(scripts) == 2
    for script in scripts:
        digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in policy


def test_page_escapes_its_title(world):
    text = page(world, title="</title><script>alert(1)</script>")
    assert "<script>alert(1)" not in text


def test_page_says_its_language_and_title(world):
    text = page(world, language="ru")
    assert '<html lang="ru">' in text
    assert "<title>Граф связей</title>" in text


@pytest.mark.parametrize(
    ("options", "reason"),
    [
        ({"language": "de"}, "choose one of kk, ru, en"),
        ({"hops": 9}, "choose 1, 2 or 3"),
        ({"focus": "Nobody At All"}, "no node is called"),
        ({"since": "yesterday"}, "write a date"),
    ],
    ids=["language", "hops", "focus", "since"],
)
def test_page_says_what_is_wrong(world, options, reason):
    with pytest.raises(QueryError, match=reason):
        page(world, **options)


def test_write_html_leaves_one_file_and_no_folder(world, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    path = write_html(world, "out/graph.html")
    assert [item.name for item in path.parent.iterdir()] == ["graph.html"]
    assert [item.name for item in tmp_path.iterdir()] == ["out"]
    assert path.stat().st_mode & 0o777 == 0o644


def test_write_html_keeps_the_old_page_when_the_disk_fails(world, tmp_path, monkeypatch):
    path = tmp_path / "graph.html"
    path.write_text("old")

    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(os, "replace", fail)
    with pytest.raises(OSError, match="disk full"):
        write_html(world, path)
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_write_html_is_utf8_whatever_the_locale(world, tmp_path):
    world.store.dump(str(tmp_path / "world.nq"))
    read, written = tmp_path / "world.nq", tmp_path / "page.html"
    code = (
        "from graphkit.graph import Graph; from graphkit.view import write_html; "
        f"write_html(Graph.open({str(read)!r}), {str(written)!r}, plain=True)"
    )
    environment = os.environ | {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment)
    assert "Көшербаев" in written.read_bytes().decode("utf-8")
