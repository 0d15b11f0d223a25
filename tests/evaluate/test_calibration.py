"""Each assertion of a release with gold is right, wrong or not judged, and counted by tenths."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from graphkit.cli import main
from graphkit.errors import SourceError
from graphkit.evaluate import Calibration, calibrate
from graphkit.evaluate.calibration import Judged
from graphkit.export import write
from graphkit.graph import Graph

GOLD: dict[str, Any] = {
    "id": "story-en",
    "lang": "en",
    "entities": [
        {"id": "p1", "type": "Person", "names": ["Yermek Kosherbayev"]},
        {"id": "p2", "type": "Person", "names": ["Lindsay Hoyle"]},
        {"id": "c1", "type": "Country", "iso": "KZ", "names": ["Kazakhstan"]},
        {"id": "r1", "type": "Region", "names": ["Central Asia"]},
        {"id": "t1", "type": "City", "names": ["London"]},
        {
            "id": "o1",
            "type": "Organization",
            "names": ["Ministry of Foreign Affairs of Kazakhstan"],
        },
        {"id": "o2", "type": "Chamber", "names": ["House of Commons"]},
        {"id": "g1", "type": "AllPartyGroup", "names": ["APPG"]},
    ],
    "posts": [
        {"person": "p1", "role": "minister", "org": "o1", "country": "c1"},
        {"person": "p2", "role": "deputy_speaker", "org": "o2"},
    ],
    "events": [{"type": "Meeting", "participants": ["p1"], "place": "t1"}],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "story-en.json").write_text(json.dumps(GOLD), encoding="utf-8")
    return folder


def shares(table: Calibration) -> dict[str, list[bool]]:
    found: dict[str, list[bool]] = {}
    for one in table.judged:
        found.setdefault(one.predicate, []).append(one.right)
    return {name: sorted(values) for name, values in found.items()}


def test_assertions_are_judged_by_what_they_say(graph: Graph, gold: Path) -> None:
    found = shares(calibrate(graph, gold))
    assert found["org:holds"] == [False, True]  # a speaker is no deputy speaker
    assert found["schema:attendee"] == [False, False, True]  # two meetings, one of the gold
    assert found["schema:location"] == [True]


def test_what_the_gold_calls_doubtful_is_not_judged(graph: Graph, gold: Path) -> None:
    doubtful = {
        "kind": "post",
        "item": {"person": "p2", "role": "speaker", "org": "o2", "country": None},
    }
    text = json.dumps({**GOLD, "doubtful": [doubtful]})
    (gold / "story-en.json").write_text(text, encoding="utf-8")
    assert shares(calibrate(graph, gold))["org:holds"] == [True]


def test_bins_hold_the_mean_and_the_share_right() -> None:
    judged = [Judged("org:holds", 0.8, True), Judged("org:holds", 0.86, False)]
    judged += [Judged("gk:concerns", 0.9, True), Judged("gk:concerns", 1.0, True)]
    table = Calibration(tuple(judged))
    assert [(b.low, b.count, round(b.confidence, 2), b.right) for b in table.bins] == [
        (0.8, 2, 0.83, 0.5),
        (0.9, 2, 0.95, 1.0),
    ]
    assert table.error == pytest.approx((2 * 0.33 + 2 * 0.05) / 4)
    assert "0.8 to 0.9            2   0.83   0.50" in table.to_text()


def test_nothing_judged_is_an_empty_table() -> None:
    assert Calibration(()).bins == ()
    assert Calibration(()).error == 0


def test_a_folder_without_gold_is_an_error(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no gold"):
        calibrate(graph, tmp_path)


def test_the_command_prints_the_table(graph: Graph, gold: Path, tmp_path: Path) -> None:
    file = str(write(graph, tmp_path / "graph.ttl"))
    command = ["evaluate", file, str(gold), "--calibration"]
    assert CliRunner().invoke(main, command).stdout.startswith("confidence   assertions")
    done = CliRunner().invoke(main, [*command, "--format", "json"])
    assert json.loads(done.stdout)["bins"][-1]["low"] == 0.9


@pytest.mark.model
@pytest.mark.slow
def test_confidence_is_honest_on_the_annotated_releases(data: Path, tmp_path: Path) -> None:
    from graphkit.api import build_folder

    texts, gold = data / "devset" / "texts", data / "devset" / "gold"
    build_folder([texts], tmp_path, page=False)
    with Graph.open(tmp_path) as built:
        table = calibrate(built, gold)
    print(table.to_text())
    assert len(table.judged) > 1000
    # Promised is never much more than what is kept; small bins are left to chance.
    assert all(one.right >= one.confidence - 0.05 for one in table.bins if one.count >= 50)
    assert table.error <= 0.1
