"""Bodies, places and events that may be one are asked about as persons are."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from graphkit.cli import main
from graphkit.graph import Graph

pytestmark = pytest.mark.model

TELLING = (
    "О встрече в Мажилисе\n\nПредседатель Комитета по вопросам экологии{more} Мажилиса "
    "Парламента Республики Казахстан Асан Сеитов {day} встретился в Астане с послом Венгрии "
    "в Казахстане Габором Варгой.\n"
)
VISIT = (
    "Рабочий визит\n\nМинистр энергетики Казахстана Ерлан Оспанов прибыл в город {city}. "
    "Переговоры прошли в городе {city}.\n"
)
PAIRS = {
    "org:Organization": (
        "body/kz/majilis/komitet-po-voprosam-ekologii",
        "body/kz/majilis/komitet-po-voprosam-ekologii-i-prirodopolzovaniyu",
    ),
    "schema:Place": ("city/kandybai", "city/kondybai"),
    "schema:Event": (
        "event/meeting-2026-05-12-astana-asan-seitov-gabor-varga",
        "event/meeting-2026-05-13-astana-asan-seitov-gabor-varga",
    ),
}


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("texts")
    told = {
        "a": TELLING.format(more=" и природопользованию", day="12 мая 2026 года"),
        "b": TELLING.format(more="", day="13 мая 2026 года"),
        "c": VISIT.format(city="Кандыбай"),
        "d": VISIT.format(city="Кондыбай"),
    }
    for name, text in told.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def built(texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("built")
    build(texts, out)
    return out


def run(*args: str) -> Result:
    return CliRunner().invoke(main, list(args))


def build(texts: Path, out: Path, *options: str) -> None:
    done = run("build", str(texts), "--out", str(out), "--no-page", "-q", "--jobs", "1", *options)
    assert done.exit_code == 0, done.output


def things(out: Path, kind: str, pair: tuple[str, str]) -> list[str]:
    """Return those of two ids that the graph has, and other things of the kind named like them."""
    with Graph.open(out) as graph:
        rows = graph.query(f"SELECT ?e {{ ?e a {kind} }} ORDER BY ?e").to_dicts()
        found = [str(row["e"]).removeprefix(graph.base_iri) for row in rows]
    return [path for path in found if path in pair]


def test_each_kind_is_asked_with_the_sentences_of_both_sides(built: Path) -> None:
    done = run("review", str(built))
    assert done.exit_code == 0
    assert done.stderr == "3 open proposals\n"
    for pair in PAIRS.values():
        assert all(f"  {path}" in done.stdout for path in pair)
    assert "names alike; both of body/kz/majilis" in done.stdout
    assert "on 2026-05-12 and 2026-05-13; 2 persons in both; both in city/astana" in done.stdout
    assert "d.txt : Министр энергетики Казахстана Ерлан Оспанов прибыл" in done.stdout
    assert "a.txt : Председатель Комитета по вопросам экологии и природ" in done.stdout


@pytest.mark.parametrize(("kind", "pair"), list(PAIRS.items()), ids=["body", "place", "event"])
def test_two_that_are_decided_to_be_one_are_joined(
    texts: Path, built: Path, tmp_path: Path, kind: str, pair: tuple[str, str]
) -> None:
    assert things(built, kind, pair) == sorted(pair)
    file, out = tmp_path / "mine.csv", tmp_path / "out"
    assert run("review", str(built), "--same", *pair, "--decisions", str(file)).exit_code == 0
    build(texts, out, "--decisions", str(file))
    assert len(things(out, kind, pair)) == 1
    assert pair[0] not in run("review", str(out), "--decisions", str(file)).stdout.split()


@pytest.mark.parametrize(("kind", "pair"), list(PAIRS.items()), ids=["body", "place", "event"])
def test_two_that_are_decided_to_be_two_are_asked_no_more(
    texts: Path, built: Path, tmp_path: Path, kind: str, pair: tuple[str, str]
) -> None:
    file, out = tmp_path / "mine.csv", tmp_path / "out"
    assert run("review", str(built), "--different", *pair, "--decisions", str(file)).exit_code == 0
    build(texts, out, "--decisions", str(file))
    assert things(out, kind, pair) == sorted(pair)
    assert not set(pair) & set(run("review", str(out)).stdout.split())


def test_a_mention_is_taken_out_of_a_city_that_the_knowledge_has(tmp_path: Path) -> None:
    """Another place of that name has neither the city's id nor its names and links."""
    texts, out = tmp_path / "texts", tmp_path / "out"
    texts.mkdir()
    for name in "ab":
        text = VISIT.format(city="Павлодар").replace("Рабочий", f"{name.upper()}: рабочий")
        (texts / f"{name}.txt").write_text(text, encoding="utf-8")
    build(texts, out)
    with Graph.open(out) as graph:
        cities = graph.query("SELECT ?c { ?c a gk:City } ORDER BY ?c").to_dicts()
        rows = graph.query(
            "SELECT ?r { ?r a gk:Release ; dcterms:source ?s FILTER(STRENDS(?s, 'b.txt')) }"
        ).to_dicts()
        release = str(rows[0]["r"]).rpartition("/")[2]
    assert [str(row["c"]).rpartition("/")[2] for row in cities] == ["pavlodar"]
    begin = (texts / "b.txt").read_text(encoding="utf-8").index("Павлодар")
    place = f"release/{release}#char={begin},{begin + 8}"
    assert run("review", str(out), "--different", "city/pavlodar", place).exit_code == 0
    build(texts, out)
    with Graph.open(out) as graph:
        rows = graph.query(
            "SELECT ?c (COUNT(?same) AS ?links) (COUNT(DISTINCT ?n) AS ?names) { ?c a gk:City ; "
            "skos:prefLabel ?n OPTIONAL { ?c owl:sameAs ?same } } GROUP BY ?c ORDER BY ?c"
        ).to_dicts()
    assert [str(row["c"]).rpartition("/")[2][:8] for row in rows] == ["pavlodar", "pavlodar"]
    assert [row["names"] for row in rows] == ["3", "1"]
