"""A folder as people have them: broken files among good ones, odd names, links and pipes."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
import threading
from pathlib import Path

import factory
import pytest
from click.testing import CliRunner

from graphkit.cli import main
from graphkit.graph import Graph

GRAPHKIT = (sys.executable, "-m", "graphkit")
PIPES = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
TEXT = factory.TEXTS["en"]
# Ten ways for a file to be broken, each with what is said of it.
BROKEN: dict[str, tuple[bytes, str]] = {
    "empty.txt": (b"", "the file is empty"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\xff\xfe", "not text"),
    "cut.txt.gz": (gzip.compress(TEXT.encode() * 9)[:60], "cannot be unpacked"),
    "no.zip": (b"PK\x03\x04 and then nothing", "cannot be unpacked"),
    "half.json": (b'[{"text": "One', "JSON"),
    "list.jsonl": (b'["no", "release"]\n', ":1: "),
    "columns.csv": (b"name,age\nAsan,40\n", "text"),
    "no.docx": (b"plain words", "docx"),
    "no.pdf": (b"%PDF-1.7 and then nothing", "pdf"),
    "neither.xml": (b"<a><b></a>", "xml"),
}


def build(source: Path, out: Path) -> tuple[int, list[str]]:
    command = ["build", str(source), "--out", str(out), "--no-page", "--jobs", "1"]
    done = CliRunner().invoke(main, command)
    assert "Traceback" not in done.stderr
    return done.exit_code, done.stderr.splitlines()


@pytest.mark.model
def test_ten_broken_files_among_a_hundred_cost_only_themselves(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for number in range(90):
        (texts / f"{number:02}.txt").write_text(f"{TEXT}\nNote {number}.", encoding="utf-8")
    for name, (data, _) in BROKEN.items():
        (texts / name).write_bytes(data)
    code, lines = build(texts, tmp_path / "out")
    assert code == 1
    assert lines[-1].startswith(f"wrote {tmp_path / 'out'}: 90 releases, ")
    assert " 10 skipped (90 new, 0 as before;" in lines[-1]
    assert len(lines) == 11
    for name, (_, said) in BROKEN.items():
        (line,) = (line for line in lines[:-1] if f"{texts / name}:" in line)
        assert line.startswith("graphkit: ")
        assert said in line
    # The next run tells of the broken ones again, and reads none of the others.
    code, lines = build(texts, tmp_path / "out")
    assert code == 1
    assert " 10 skipped (0 new, 90 as before;" in lines[-1]


NAMES = [
    "Қазақстан хабары.txt",
    "with space\tand\nnew line.txt",
    "quo'te\"s;rm -rf $(x) %20 #?.txt",
    "🇰🇿.txt",
    "a" * 251 + ".txt",
    "-.txt",
]


@pytest.mark.model
def test_any_name_of_a_file_will_do(tmp_path: Path) -> None:
    texts = tmp_path / "тексты с пробелом"
    texts.mkdir()
    for number, name in enumerate(NAMES):
        (texts / name).write_text(f"{TEXT}\nNote {number}.", encoding="utf-8")
    code, lines = build(texts, tmp_path / "out")
    assert (code, len(lines)) == (0, 1), lines
    with Graph.open(tmp_path / "out") as graph:
        sources = graph.query("SELECT ?s { ?r a gk:Release ; dcterms:source ?s }")
        assert {row["s"].value for row in sources} == {str(texts / name) for name in NAMES}


@pytest.mark.model
@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has names of any bytes")
def test_a_name_that_is_no_unicode_is_read_too(tmp_path: Path) -> None:
    name = os.fsencode(tmp_path) + b"/latin-\xe9\xff.txt"
    with open(name, "w", encoding="utf-8") as file:
        file.write(TEXT)
    code, lines = build(tmp_path, tmp_path / "out")
    assert code == 0, lines
    assert re.search(r": 1 release, .* 0 skipped", lines[-1])
    with Graph.open(tmp_path / "out") as graph:
        (row,) = graph.query("SELECT ?s { ?r a gk:Release ; dcterms:source ?s }")
    assert row["s"].value == rf"{tmp_path}/latin-\xe9\xff.txt"


@pytest.mark.model
@PIPES
def test_links_in_a_circle_and_pipes_in_a_folder_are_passed_over(tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text(TEXT, encoding="utf-8")
    (texts / "again.txt").symlink_to("one.txt")
    (texts / "round").symlink_to(texts)
    (texts / "self.txt").symlink_to("self.txt")
    (texts / "gone.txt").symlink_to("nowhere.txt")
    os.mkfifo(texts / "pipe.txt")
    code, lines = build(texts, tmp_path / "out")
    assert code == 1
    assert [line.partition(": cannot be read")[0] for line in lines[:-1]] == [
        f"graphkit: {texts / 'gone.txt'}",
        f"graphkit: {texts / 'self.txt'}",
    ]
    assert ": 1 release, " in lines[-1]


@pytest.mark.model
@PIPES
def test_a_pipe_that_is_given_is_read_and_not_emptied_by_counting(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.jsonl"  # as a shell gives one for <(command)
    os.mkfifo(pipe)
    row = json.dumps({"text": TEXT}, ensure_ascii=False) + "\n"
    writer = threading.Thread(target=pipe.write_text, args=(row, "utf-8"), daemon=True)
    writer.start()
    # With a log it counts the releases before it reads them.
    command = [*GRAPHKIT, "build", str(pipe), "--out", str(tmp_path / "out"), "--no-page"]
    command += ["--jobs", "1", "--log", str(tmp_path / "log")]
    done = subprocess.run(command, capture_output=True, text=True, timeout=100)
    assert done.returncode == 0, done.stderr
    assert ": 1 release, " in done.stderr
    writer.join()
