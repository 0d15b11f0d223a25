"""A folder at a URL holds what a build leaves, and nothing else."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import factory
import pytest
from click.testing import CliRunner

from graphkit.cli import main
from graphkit.cluster import RemoteFolder, open_folder, run_here
from graphkit.errors import GraphkitError
from graphkit.graph import Graph
from graphkit.pipeline import FOLDER, KNOWLEDGE, REPORT, build_graph
from graphkit.pipeline.known import keep_decisions

fsspec = pytest.importorskip("fsspec")
memory = pytest.importorskip("fsspec.implementations.memory")


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


def put_releases(url: str) -> None:
    files, root = fsspec.core.url_to_fs(url)
    for language, text in factory.TEXTS.items():
        files.makedirs(root, exist_ok=True)
        files.pipe_file(f"{root}/{language}.txt", text.encode())


@pytest.mark.model
def test_the_command_builds_from_a_url_to_a_url_without_a_cluster(url: str, tmp_path: Path) -> None:
    put_releases(f"{url}/releases")
    command = ["build", f"{url}/releases", "--out", f"{url}/out", "--no-page", "--jobs", "1"]
    for counts in ("3 new, 0 as before", "0 new, 3 as before"):
        done = CliRunner().invoke(main, command)
        assert done.exit_code == 0, done.stderr
        assert done.stderr.startswith(f"wrote {url}/out: 3 releases, ")
        assert counts in done.stderr
    assert {"graph.ttl", "report.json", "store/CURRENT"} <= names(f"{url}/out")


@pytest.mark.model
def test_a_build_to_a_url_that_is_ended_has_kept_there_what_was_read(
    url: str, tmp_path: Path
) -> None:
    put_releases(f"{url}/releases")

    def stop(stage: str, done: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    def build(folder: Path, **options: Any) -> tuple[int, int]:
        run = run_here(folder, f"{url}/out", processes=1)
        report = build_graph([f"{url}/releases"], folder, run=run, chunk=1, **options)
        return report.new, report.kept

    with pytest.raises(KeyboardInterrupt), open_folder(f"{url}/out") as folder:
        build(folder, on_progress=stop)
    assert len(names(f"{url}/out")) == 2
    with open_folder(f"{url}/out") as folder:
        assert build(folder) == (1, 2)


class Buckets(memory.MemoryFileSystem):
    """Stands in for s3fs, which is told apart by its protocol: some buckets, and no folders."""

    protocol = ("s3",)

    @classmethod
    def _strip_protocol(cls, path: str) -> str:
        return "/" + path.removeprefix("s3://").strip("/")

    def find(self, path: str, *args: Any, **options: Any) -> Any:
        if path.startswith("/closed"):
            raise PermissionError("Forbidden")
        if not path.startswith("/press"):
            raise FileNotFoundError("The specified bucket does not exist")
        return super().find(path, *args, **options)

    def makedirs(self, path: str, exist_ok: bool = False) -> None:
        pytest.fail(f"makes a bucket for {path}")


@pytest.mark.model
@pytest.mark.parametrize(
    ("out", "said"),
    [
        ("s3://press/out", "wrote s3://press/out: 1 release, "),
        (
            "s3://pres/out",
            "graphkit: s3://pres/out: no such bucket; make it first "
            "(The specified bucket does not exist)\n",
        ),
        (
            "s3://closed/out",
            "graphkit: s3://closed/out: cannot be listed: Forbidden; may this login use it?\n",
        ),
    ],
    ids=["there", "missing", "closed"],
)
def test_a_bucket_is_written_to_but_never_made(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, out: str, said: str
) -> None:
    monkeypatch.setitem(sys.modules["fsspec.registry"].__dict__["_registry"], "s3", Buckets)
    text = tmp_path / "one.txt"
    text.write_text(factory.TEXTS["en"], encoding="utf-8")
    command = ["build", str(text), "--out", out, "--no-page", "--jobs", "1"]
    done = CliRunner().invoke(main, command)
    assert done.stderr.startswith(said)
    assert done.exit_code == (0 if said.startswith("wrote") else 1)


@pytest.mark.skipif(find_spec("s3fs") is not None, reason="s3fs is installed")
def test_a_missing_driver_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(main, ["build", str(tmp_path), "--out", "s3://press/out"])
    expected = "graphkit: s3://press/out: cannot be opened: Install s3fs to access S3\n"
    assert (done.stderr, done.exit_code) == (expected, 1)
