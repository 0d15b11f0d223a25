from pathlib import Path

import pytest

from graphkit.errors import DecisionError
from graphkit.resolve.decisions import Decision, Judgement, read_decisions, write_decisions

ROWS = (
    Decision("person/a", "person/b", Judgement.DIFFERENT, "father and son"),
    Decision("person/a", "person/c", Judgement.SAME),
)


def test_decisions_are_read_back_as_written(tmp_path: Path) -> None:
    path = tmp_path / "decisions.csv"
    write_decisions(reversed(ROWS), path)
    assert read_decisions(path) == ROWS
    first = path.read_bytes()
    write_decisions(ROWS, path)
    assert path.read_bytes() == first


def test_decisions_are_read_from_turtle(tmp_path: Path) -> None:
    path = tmp_path / "decisions.ttl"
    path.write_text(
        "@prefix owl: <http://www.w3.org/2002/07/owl#> .\n"
        "<person/a> owl:differentFrom <person/b> ;\n"
        "    owl:sameAs <https://w3id.org/graphkit/id/person/c> .",
        encoding="utf-8",
    )
    assert {(d.left, d.right, d.judgement) for d in read_decisions(path)} == {
        ("person/a", "person/b", Judgement.DIFFERENT),
        ("person/a", "person/c", Judgement.SAME),
    }


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        pytest.param("d.csv", "left,right,judgement\na,b,maybe\n", "d.csv:2: 'maybe'", id="word"),
        pytest.param("d.csv", "left,right,judgement\n,b,same\n", "d.csv:2", id="no left"),
        pytest.param("d.ttl", "<a> <b>", "cannot be read as decisions", id="turtle"),
    ],
)
def test_a_wrong_row_is_told_by_its_place(
    tmp_path: Path, name: str, text: str, message: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    with pytest.raises(DecisionError, match=message):
        read_decisions(path)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(DecisionError, match="cannot be read"):
        read_decisions(tmp_path / "none.csv")
