"""A folder at a URL holds what a build leaves, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from graphkit.cluster import RemoteFolder, open_folder
from graphkit.errors import GraphkitError
from graphkit.pipeline import FOLDER

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
