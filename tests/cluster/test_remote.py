"""A folder at a URL holds what a build leaves, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.cluster import RemoteFolder, open_folder
from graphkit.errors import GraphkitError
from graphkit.graph import Graph
from graphkit.pipeline import FOLDER, KNOWLEDGE, REPORT, build_graph
from graphkit.pipeline.known import keep_decisions

fsspec = pytest.importorskip("fsspec")


@pytest.fixture(params=["memory", "file"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "file":
        yield f"file://{tmp_path / 'far'}"
        return
    yield "memory://bucket/graph"
    fsspec.filesystem("memory").store.clear()


def names(url: str) -> set[str]:
    files, root = fsspec.core.url_to_fs(url)
    return {name.removeprefix(f"{root}/") for name in files.find(root)}


def test_a_folder_is_sent_and_comes_back(url: str, tmp_path: Path) -> None:
    with open_folder(url) as folder:
        (folder / FOLDER).mkdir(exist_ok=True)
        (folder / FOLDER / "a.jsonl").write_text("қазақ", encoding="utf-8")
        (folder / "graph.ttl").write_text("one", encoding="utf-8")
        (folder / "lock").touch()
    assert names(url) == {f"{FOLDER}/a.jsonl", "graph.ttl"}
    with open_folder(url) as folder:
        assert (folder / FOLDER / "a.jsonl").read_text(encoding="utf-8") == "қазақ"
        (folder / FOLDER / "a.jsonl").unlink()
        (folder / FOLDER / "b.jsonl").touch()
    assert names(url) == {f"{FOLDER}/b.jsonl", "graph.ttl"}


def test_what_fails_here_changes_nothing_there(url: str) -> None:
    RemoteFolder(url).write("graph.ttl", b"old")

    def fail() -> None:
        with open_folder(url) as folder:
            (folder / "graph.ttl").write_text("new", encoding="utf-8")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    assert names(url) == {"graph.ttl"}


def test_a_path_is_its_own_folder(tmp_path: Path) -> None:
    with open_folder(str(tmp_path)) as folder:
        assert folder == tmp_path


def test_an_unknown_protocol_is_said() -> None:
    with pytest.raises(GraphkitError, match=r"nowhere://x: cannot be opened"):
        RemoteFolder("nowhere://x")


@pytest.mark.model
def test_the_next_build_finds_what_the_last_was_built_with(url: str, tmp_path: Path) -> None:
    text = "Министр Асан Алиев прибыл в Лондон."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    (tmp_path / "own.ttl").write_text(
        "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n"
        '<https://w3id.org/graphkit/id/city/london> skos:altLabel "Londinium"@en .\n',
        encoding="utf-8",
    )
    (tmp_path / "ours.csv").write_text(
        "left,right,judgement,note\nperson/asan-aliev,person/asan-alyev,same,\n", encoding="utf-8"
    )
    with open_folder(url) as folder:
        build_graph(
            [tmp_path / "one.txt"], folder, jobs=1, min_confidence=0.25,
            base_iri="https://example.org/id/", ontologies=[tmp_path / "own.ttl"],
            decisions=tmp_path / "ours.csv",
        ).write(folder / REPORT)  # fmt: skip
    files, root = fsspec.core.url_to_fs(url)
    files.pipe_file(f"{root}/decisions.csv", b"left,right,judgement,note\n")
    with open_folder(url) as folder:
        report = build_graph([tmp_path / "one.txt"], folder, jobs=1)
        assert (report.new, report.kept) == (0, 1)  # the same ontologies: nothing is read anew
        assert report.min_confidence == 0.25
        assert Graph.open(folder).base_iri == "https://example.org/id/"
        assert len(keep_decisions(folder, None, "https://example.org/id/")) == 1
        assert (folder / "decisions.csv").exists()
        (folder / KNOWLEDGE / "decisions.csv").unlink()
        files.pipe_file(f"{root}/decisions.csv", b"written while the build ran")
    assert f"{KNOWLEDGE}/decisions.csv" not in names(url)  # what is replaced comes not back
    assert files.cat_file(f"{root}/decisions.csv") == b"written while the build ran"
