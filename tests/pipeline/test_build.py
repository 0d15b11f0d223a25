"""A build is the same however it is made: at once, in steps, in any order, after a kill."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import factory
import pytest

import graphkit
from graphkit.api import build_folder, forget
from graphkit.errors import StoreError
from graphkit.graph import Graph, write_lock

pytestmark = pytest.mark.model


@pytest.fixture(scope="session")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of three short releases in three languages."""
    folder = tmp_path_factory.mktemp("releases")
    for language, text in factory.TEXTS.items():
        (folder / f"{language}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def built(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder that a build of the three makes."""
    out = tmp_path_factory.mktemp("built")
    build_folder([texts], out)
    return out


def turtle(out: Path) -> str:
    return (out / "graph.ttl").read_text(encoding="utf-8")


def test_a_build_leaves_turtle_page_report_and_store(built: Path) -> None:
    report = json.loads((built / "report.json").read_text(encoding="utf-8"))
    assert (report["releases"], report["new"], report["skipped"]) == (3, 3, [])
    assert report["languages"] == {"en": 1, "kk": 1, "ru": 1}
    assert report["classes"]["Person"] >= 2
    assert {"extract", "resolve", "store"} <= report["seconds"].keys()
    assert (built / "graph.html").stat().st_size > 10_000
    assert len(Graph.open(built)) == len(Graph.open(built / "graph.ttl")) == report["triples"]


def test_the_order_of_the_files_does_not_matter(texts: Path, built: Path, tmp_path: Path) -> None:
    files = sorted(texts.iterdir(), reverse=True)
    build_folder(files, tmp_path, page=False)
    assert turtle(tmp_path) == turtle(built)


def test_steps_give_the_graph_of_one_build(texts: Path, built: Path, tmp_path: Path) -> None:
    for file in sorted(texts.iterdir()):
        build_folder([file], tmp_path, page=False)
    assert turtle(tmp_path) == turtle(built)


def test_a_second_run_reads_nothing_anew(texts: Path, built: Path) -> None:
    before = turtle(built)
    report = build_folder([texts], built)
    assert (report.new, report.kept, report.added, report.removed) == (0, 3, 0, 0)
    assert turtle(built) == before


def test_processes_give_the_same_graph(texts: Path, built: Path, tmp_path: Path) -> None:
    build_folder([texts], tmp_path, page=False, jobs=2, chunk=1)
    assert turtle(tmp_path) == turtle(built)


def test_one_text_in_two_files_is_one_release(texts: Path, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt"):
        shutil.copy(texts / "en.txt", tmp_path / name)
    report = build_folder([tmp_path / "b.txt", tmp_path / "a.txt"], tmp_path / "out", page=False)
    assert (report.releases, report.duplicates) == (1, 1)
    source = Graph.open(tmp_path / "out").query("SELECT ?s { ?r dcterms:source ?s }").to_dicts()
    assert source == [{"s": str(tmp_path / "a.txt")}]


def test_a_changed_file_replaces_its_release(texts: Path, tmp_path: Path) -> None:
    file, out = tmp_path / "en.txt", tmp_path / "out"
    shutil.copy(texts / "en.txt", file)
    build_folder([file], out, page=False)
    file.write_text("New title\nPresident Jane Roe visited London.", encoding="utf-8")
    report = build_folder([file], out, page=False)
    assert (report.releases, report.new, report.replaced) == (1, 1, 1)
    assert not Graph.open(out).query("ASK { ?r schema:headline ?h FILTER(CONTAINS(?h, 'Hoyle')) }")


def test_forget_takes_away_what_a_release_alone_supports(texts: Path, tmp_path: Path) -> None:
    files = sorted(texts.iterdir())
    build_folder(files, tmp_path / "all", page=False)
    build_folder(files[1:], tmp_path / "less", page=False)
    report = forget(tmp_path / "all", [str(files[0])], page=False)
    assert report.removed > 0
    assert turtle(tmp_path / "all") == turtle(tmp_path / "less")


def test_forget_of_an_unknown_release_says_how_to_list_them(built: Path) -> None:
    with pytest.raises(StoreError, match=r"has no release 'x\.txt'.*--named releases"):
        forget(built, ["x.txt"])


def test_a_build_beside_another_is_refused(texts: Path, tmp_path: Path) -> None:
    code = (
        "import sys, pathlib\nfrom graphkit.graph.lock import write_lock\n"
        "with write_lock(pathlib.Path(sys.argv[1])):\n    print('held', flush=True)\n"
        "    sys.stdin.read()"
    )
    command = [sys.executable, "-c", code, str(tmp_path)]
    holder = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert holder.stdout is not None
    holder.stdout.readline()
    with pytest.raises(StoreError, match="is writing here"):
        build_folder([texts], tmp_path)
    holder.kill()
    holder.communicate()
    with write_lock(tmp_path):
        pass


def test_bad_sources_are_named_and_the_good_ones_built(texts: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    lines = [json.dumps({"text": f"Minister Jane Roe {i} met John Doe."}) for i in range(4)]
    lines.insert(2, '{"text": ')
    (tmp_path / "list.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "nothing").mkdir()
    names = ["empty.txt", "image.txt", "list.jsonl", "nothing", "absent.txt"]
    sources = [texts / "en.txt", *(tmp_path / name for name in names)]
    report = build_folder(sources, tmp_path / "out", page=False)
    assert report.releases == 5
    assert len(report.skipped) == 5
    for name in ("empty.txt", "image.txt", "list.jsonl:3", "nothing", "absent.txt"):
        assert sum(name in message for message in report.skipped) == 1
    assert not any("\n" in message for message in report.skipped)


def test_another_base_is_used_for_all_data(texts: Path, tmp_path: Path) -> None:
    build_folder([texts / "en.txt"], tmp_path, page=False, base_iri="https://data.example.org/")
    assert "@base <https://data.example.org/> ." in turtle(tmp_path)
    assert "graphkit/id/" not in turtle(tmp_path)
    build_folder([texts / "ru.txt"], tmp_path, page=False)
    assert "graphkit/id/" not in turtle(tmp_path)


def test_build_without_a_folder_gives_a_graph_in_memory(texts: Path, built: Path) -> None:
    graph = graphkit.build(texts)
    assert graph.folder is None
    assert graph.report is not None
    assert graph.report.releases == 3
    assert set(graph.quads()) == set(graphkit.open(built).quads())


@pytest.mark.slow
def test_a_build_killed_at_any_moment_is_completed_by_the_next(
    texts: Path, built: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "graphkit", "build", str(texts), "--no-page", "--out"]
    chance = random.Random(3)
    for round_ in range(4):
        out = tmp_path / str(round_)
        for _ in range(2):
            child = subprocess.Popen([*command, str(out)], stderr=subprocess.PIPE)
            time.sleep(1 + chance.random() * 5)
            child.kill()
            child.communicate()
            if (out / "store" / "CURRENT").exists():
                rows = Graph.open(out).query("SELECT ?r { ?r a gk:Release }")
                assert len(rows) in (0, 3)
        subprocess.run([*command, str(out)], check=True, capture_output=True)
        assert turtle(out) == turtle(built)
