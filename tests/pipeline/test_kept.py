"""A graph keeps the ontologies and decisions that it was built with."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from graphkit.cli import main
from graphkit.graph import Graph
from graphkit.pipeline import fingerprint
from graphkit.pipeline.known import keep_ontologies

pytestmark = pytest.mark.model

ONTOLOGY = """
@prefix body: <https://w3id.org/graphkit/id/body/> .
@prefix country: <https://w3id.org/graphkit/id/country/> .
@prefix gk: <https://w3id.org/graphkit/ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<https://w3id.org/graphkit/id/body/kz/steppe-council> a gk:GovernmentBody ;
    gk:ofCountry country:KZ ;
    skos:prefLabel "Дала кеңесі"@kk , "Степной совет"@ru , "Steppe Council"@en .
"""
TEXTS = {
    "one": "Асан Алиев, председатель Степного совета, прибыл в Лондон.",
    "two": "Асан Алыев, председатель Степного совета, встретился в Астане с Линдси Хойлом.",
}


def run(*arguments: object) -> str:
    done = CliRunner().invoke(main, list(map(str, arguments)))
    assert done.exit_code == 0, done.output
    return done.stderr


def triples(out: Path) -> set[str]:
    with Graph.open(out) as graph:
        return set(map(str, graph.quads()))


def persons(out: Path) -> int:
    """Return how many persons have a name like the one that is told of."""
    with Graph.open(out) as graph:
        return len(
            graph.query(
                "SELECT DISTINCT ?p { ?p a schema:Person ; skos:prefLabel|skos:altLabel ?name "
                "FILTER(STRSTARTS(?name, 'Асан')) }"
            )
        )


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "own.ttl").write_text(ONTOLOGY, encoding="utf-8")
    (tmp_path / "ours.csv").write_text(
        "left,right,judgement,note\nperson/asan-aliev,person/asan-alyev,same,a slip of the pen\n",
        encoding="utf-8",
    )
    return folder


def test_forget_and_a_later_build_need_not_be_told_again(texts: Path, tmp_path: Path) -> None:
    given = ("--ontology", tmp_path / "own.ttl", "--decisions", tmp_path / "ours.csv", "--no-page")
    out, fresh = tmp_path / "out", tmp_path / "fresh"
    run("build", texts, "--out", out, *given)
    whole = triples(out)
    assert any("steppe-council" in one for one in whole)
    assert persons(out) == 1  # by decision

    # What it was given may be gone by then.
    (tmp_path / "own.ttl").rename(tmp_path / "moved.ttl")
    (tmp_path / "ours.csv").rename(tmp_path / "moved.csv")
    assert "0 new, 2 as before" in run("build", texts, "--out", out, "--no-page")
    assert triples(out) == whole

    run("forget", out, texts / "two.txt", "--no-page")
    moved = ("--ontology", tmp_path / "moved.ttl", "--decisions", tmp_path / "moved.csv")
    run("build", texts / "one.txt", "--out", fresh, *moved, "--no-page")
    assert triples(out) == triples(fresh)


def test_the_words_of_a_review_count_besides_and_last(texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    run("build", texts, "--out", out, "--decisions", tmp_path / "ours.csv", "--no-page")
    assert persons(out) == 1
    (out / "decisions.csv").write_text(
        "left,right,judgement,note\nperson/asan-aliev,person/asan-alyev,different,two men\n",
        encoding="utf-8",
    )
    run("build", texts, "--out", out, "--no-page")
    assert persons(out) == 2


def test_a_wrong_ontology_leaves_the_kept_ones_alone(texts: Path, tmp_path: Path) -> None:
    out, wrong = tmp_path / "out", tmp_path / "wrong.ttl"
    run("build", texts, "--out", out, "--ontology", tmp_path / "own.ttl", "--no-page")
    wrong.write_text("no Turtle", encoding="utf-8")
    failed = CliRunner().invoke(
        main, ["build", str(texts), "--out", str(out), "--ontology", str(wrong)]
    )
    assert failed.exit_code == 1
    assert "wrong.ttl" in failed.stderr
    assert "0 new, 2 as before" in run("build", texts, "--out", out, "--no-page")


def test_two_files_of_one_name_are_kept_and_read_nothing_anew(tmp_path: Path) -> None:
    out, given = tmp_path / "out", []
    for name in ("ours", "theirs"):
        (tmp_path / name).mkdir()
        given.append(tmp_path / name / "own.ttl")
        given[-1].write_text(ONTOLOGY.replace("steppe-council", name), encoding="utf-8")
    before = fingerprint(keep_ontologies(out, given))
    kept = keep_ontologies(out, ())
    assert [file.read_bytes() for file in kept] == [file.read_bytes() for file in given]
    assert fingerprint(kept) == before
    assert fingerprint(keep_ontologies(out, [kept[0].parent])) == before  # given to itself


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        pytest.param({"": "old", "draft": "half"}, "old", id="while it copies"),
        pytest.param({"": "old", "new": "whole"}, "old", id="before the exchange"),
        pytest.param({"new": "whole", "old": "old"}, "whole", id="in the exchange"),
        pytest.param({"": "whole", "old": "old"}, "whole", id="after it"),
        pytest.param({"draft": "half"}, None, id="the first, half done"),
    ],
)
def test_a_kill_leaves_the_old_ontologies_or_the_new(
    tmp_path: Path, left: dict[str, str], expected: str | None
) -> None:
    for end, text in left.items():
        folder = tmp_path / "knowledge" / f"ontologies.{end}".rstrip(".")
        folder.mkdir(parents=True)
        (folder / "000-own.ttl").write_text(text, encoding="utf-8")
    kept = [file.read_text(encoding="utf-8") for file in keep_ontologies(tmp_path, ())]
    assert kept == ([] if expected is None else [expected])
    (tmp_path / "own.ttl").write_text(ONTOLOGY, encoding="utf-8")
    keep_ontologies(tmp_path, [tmp_path / "own.ttl"])
    (file,) = keep_ontologies(tmp_path, ())
    assert file.read_text(encoding="utf-8") == ONTOLOGY
    assert {one.name for one in (tmp_path / "knowledge").iterdir()} == {"ontologies"}
