"""What ``graphkit build`` says of decisions that cannot be followed."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from graphkit.cli import main

pytestmark = pytest.mark.model
TEXTS = {
    "kk": "Қазақстан Сыртқы істер министрі Ермек Көшербаев Астанада Линдси Хойлмен кездесті.",
    "ru": "Министр иностранных дел Казахстана Ермек Кошербаев встретился с Линдси Хойлом.",
    "en": "Yermek Kosherbayev, Foreign Minister of Kazakhstan, met Lindsay Hoyle and Dana Berg.",
}
HEAD = "left,right,judgement,note\n"


def build(folder: Path, *options: str) -> tuple[int, str]:
    """Build the three texts into a graph; return the exit code and what was said."""
    texts = folder / "texts"
    texts.mkdir(exist_ok=True)
    for language, text in TEXTS.items():
        (texts / f"{language}.txt").write_text(text, encoding="utf-8")
    done = CliRunner().invoke(
        main, ["build", str(texts), "--out", str(folder / "out"), "--no-page", *options]
    )
    return done.exit_code, done.output


def test_a_row_on_nothing_known_is_named_and_the_rest_is_built(tmp_path: Path) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(f"{HEAD}person/no-one,person/ermek-kosherbaev,same,\n", encoding="utf-8")
    code, said = build(tmp_path, "--decisions", str(rows))
    assert code == 0  # what it is of may come with a later release
    assert f"{rows}:2: 'person/no-one' is no id of this graph" in said
    assert "or delete the row" in said
    assert (tmp_path / "out" / "graph.ttl").exists()
    rows.write_text(HEAD, encoding="utf-8")
    assert build(tmp_path, "--decisions", str(rows))[0] == 0


def test_a_line_of_turtle_on_nothing_known_is_named(tmp_path: Path) -> None:
    rows = tmp_path / "rows.ttl"
    rows.write_text(
        "@base <https://w3id.org/graphkit/id/> .\n@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "<person/ermek-kosherbaev> owl:differentFrom\n    <person/no-one> .\n",
        encoding="utf-8",
    )
    code, said = build(tmp_path, "--decisions", str(rows))
    assert code == 0  # what it is of may come with a later release
    assert f"{rows}:4: 'person/no-one' is no id of this graph" in said


def test_rows_that_contradict_each_other_through_a_third_join_nothing(tmp_path: Path) -> None:
    build(tmp_path)
    before = (tmp_path / "out" / "graph.ttl").read_text("utf-8")
    one, other, third = (f"person/{x}" for x in ("dana-berg", "ermek-kosherbaev", "lindsai-hoile"))
    rows = tmp_path / "rows.csv"
    rows.write_text(
        f"{HEAD}{one},{other},same,\n{other},{third},same,\n{one},{third},different,\n",
        encoding="utf-8",
    )
    code, said = build(tmp_path, "--decisions", str(rows))
    assert code == 1
    assert f"contradicts {rows}:4" in said
    assert "delete one row" in said
    assert (tmp_path / "out" / "graph.ttl").read_text("utf-8") == before
