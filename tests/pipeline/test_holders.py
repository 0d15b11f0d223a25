"""Who held a post on a day: the days of publication say it, and not those of events."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from graphkit.cli import main

pytestmark = pytest.mark.model

TOLD = [
    (
        "2024-05-10",
        "Министр иностранных дел Казахстана Мурат Нуртлеу 8 мая 2024 года встретился в Астане с "
        "послом Венгрии в Казахстане Габором Варгой.",
    ),
    (
        "2025-02-03",
        "Қазақстанның Сыртқы істер министрі Мұрат Нұртілеу Астанада Венгрияның Қазақстандағы "
        "елшісі Габор Варгамен кездесті.",
    ),
    (
        "2026-01-15",
        "The Minister of Foreign Affairs of Kazakhstan Yermek Kosherbayev met in Astana with the "
        "Ambassador of Hungary to Kazakhstan Gabor Varga.",
    ),
]


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("holders")
    file = folder / "told.jsonl"
    rows = (json.dumps({"text": text, "date": day}, ensure_ascii=False) for day, text in TOLD)
    file.write_text("\n".join(rows), encoding="utf-8")
    args = ["build", str(file), "--out", str(folder / "out"), "--no-page", "-q", "--jobs", "1"]
    assert CliRunner().invoke(main, args).exit_code == 0
    return folder / "out"


def holders(out: Path, day: str) -> list[str]:
    args = ["query", str(out), "--named", "holders", "-p", f"day={day}", "-p", "country=KZ"]
    done = CliRunner().invoke(main, [*args, "-p", "language=ru", "--format", "csv"])
    assert done.exit_code == 0, done.output
    rows = [row.split(",") for row in done.stdout.splitlines()[1:]]
    return [" ".join((row[0], row[-3], row[-2])) for row in rows]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        # The meeting of 8 May is known only from the release of the 10th.
        pytest.param("2024-05-09", [], id="before the first release"),
        pytest.param("2024-06-01", ["Мурат Нуртлеу 2024-05-10 2024-05-10"], id="after it"),
        pytest.param("2025-12-31", ["Мурат Нуртлеу 2024-05-10 2025-02-03"], id="told twice"),
        pytest.param("2026-02-01", ["Yermek Kosherbayev 2026-01-15 2026-01-15"], id="another"),
    ],
)
def test_the_holder_of_a_post_is_who_was_told_last(
    out: Path, day: str, expected: list[str]
) -> None:
    assert holders(out, day) == expected


def test_the_three_dates_are_kept_apart(out: Path) -> None:
    query = (
        "SELECT ?day ?date { ?e schema:startDate ?day ; schema:subjectOf ?r . "
        "?r schema:datePublished ?date }"
    )
    done = CliRunner().invoke(main, ["query", str(out), query, "--format", "csv"])
    assert done.stdout.split()[1:] == ["2024-05-08,2024-05-10"]
