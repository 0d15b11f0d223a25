"""Scores count what is right, spurious and missed, as the project's own scorer does."""

from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from graphkit.errors import SourceError
from graphkit.evaluate import score
from graphkit.export import write
from graphkit.graph import Graph, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.model import Resolution

SCORER = Path(__file__).parents[3] / "shared" / "score.py"
GOLD: dict[str, Any] = {
    "id": "story-en",
    "lang": "en",
    "entities": [
        {"id": "p1", "type": "Person", "names": ["Yermek Kosherbayev"]},
        {"id": "p2", "type": "Person", "names": ["Lindsay Hoyle", "Hoyle"]},
        {"id": "p3", "type": "Person", "names": ["Nobody Here"]},
        {"id": "c1", "type": "Country", "iso": "KZ", "names": ["Kazakhstan"]},
        {"id": "c2", "type": "Country", "iso": "GB", "names": ["United Kingdom"]},
        {"id": "r1", "type": "Region", "names": ["Central Asia"]},
        {"id": "t1", "type": "City", "names": ["London"]},
        {
            "id": "o1",
            "type": "Organization",
            "names": ["Ministry of Foreign Affairs of Kazakhstan"],
        },
        {"id": "o2", "type": "Chamber", "names": ["House of Commons"]},
        {"id": "o3", "type": "Parliament", "names": ["Parliament of the UK"]},
        {"id": "g1", "type": "ParliamentaryGroup", "names": ["APPG"]},
    ],
    "posts": [
        {"person": "p1", "role": "minister", "org": "o1", "country": "c1"},
        {"person": "p2", "role": "deputy_speaker", "org": "o2", "country": "c2"},
    ],
    "members": [["p2", "g1"]],
    "structure": [["o2", "partOf", "o3"], ["g1", "concerns", "r1"], ["o3", "ofCountry", "c2"]],
    "events": [
        {"type": "Meeting", "participants": ["p1", "p2", "p3"], "place": "t1"},
        {"type": "Visit", "participants": ["p1"], "place": None},
    ],
    "quotes": [{"speaker": "p1", "starts": "Nothing was"}],
    "doubtful": [{"kind": "event", "item": {"type": "Meeting", "participants": ["g1"]}}],
}


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "story-en.json").write_text(json.dumps(GOLD), encoding="utf-8")
    other = {**GOLD, "id": "story-ru", "lang": "ru", "doubtful": []}
    (folder / "story-ru.json").write_text(json.dumps(other), encoding="utf-8")
    cross = [
        {"key": "one", "members": [["story-en", "p1"], ["story-ru", "p1"]]},
        {"key": "two", "members": [["story-en", "c1"], ["story-ru", "c2"]]},
    ]
    (folder / "cross.json").write_text(json.dumps(cross), encoding="utf-8")
    return folder


def test_each_kind_is_counted(graph: Graph, gold: Path) -> None:
    english = score(graph, gold).columns["en"]
    counted = {kind: (c.right, c.spurious, c.missed) for kind, c in english.items()}
    assert counted["entity"] == (10, 0, 1)
    assert counted["role"] == (1, 1, 1)
    assert counted["post body"] == (2, 0, 0)
    assert counted["member"] == (0, 0, 1)
    assert counted["structure"] == (3, 1, 0)
    assert counted["event"] == (1, 0, 1)
    assert counted["participant"] == (2, 0, 2)
    assert counted["place"] == (1, 0, 0)
    assert counted["quote"] == (0, 0, 1)


def test_identity_counts_pairs_across_releases(graph: Graph, gold: Path) -> None:
    identity = score(graph, gold)["identity"]
    assert (identity.right, identity.spurious, identity.missed) == (1, 0, 1)


def test_mistakes_name_what_is_missed(graph: Graph, gold: Path) -> None:
    mistakes = list(map(str, score(graph, gold).mistakes))
    assert "story-en\tentity\tmissed\tNobody Here" in mistakes
    assert any(m.startswith("story-en\trole\tspurious\tLindsay Hoyle, speaker") for m in mistakes)


def test_a_release_that_the_graph_lacks_is_told(graph: Graph, gold: Path) -> None:
    lost = {**GOLD, "id": "lost"}
    (gold / "lost.json").write_text(json.dumps(lost), encoding="utf-8")
    scores = score(graph, gold)
    assert scores.missing == ("lost",)
    assert scores.to_text().endswith("not in the graph: lost")


@pytest.mark.parametrize(("name", "text"), [("bad.json", "{"), ("half.json", '{"id": "x"}')])
def test_a_file_that_is_no_gold_is_named(
    graph: Graph, tmp_path: Path, name: str, text: str
) -> None:
    (tmp_path / name).write_text(text)
    with pytest.raises(SourceError, match=name):
        score(graph, tmp_path)


def test_a_folder_without_gold_is_an_error(graph: Graph, tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="holds no gold"):
        score(graph, tmp_path)


@pytest.mark.skipif(not SCORER.exists(), reason="shared/score.py is not beside this clone")
@pytest.mark.parametrize("lost", ["nothing", "facts", "entities"])
def test_the_figures_are_those_of_the_projects_scorer(
    story: Resolution, gold: Path, tmp_path: Path, lost: str
) -> None:
    if lost == "facts":
        story = replace(story, facts=story.facts[::2])
    elif lost == "entities":
        story = replace(story, entities=story.entities[::2])
    graph = Graph()
    graph.replace(make_triples(story, load_knowledge()))
    file = write(graph, tmp_path / "graph.ttl")
    figures = tmp_path / "figures.json"
    command = [sys.executable, str(SCORER), str(file), str(gold), "--json", str(figures)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    scores = score(graph, gold)
    assert json.loads(figures.read_text()) == json.loads(scores.to_json())
    assert scores.to_text() == done.stdout.rstrip("\n")


@pytest.mark.skipif(not SCORER.exists(), reason="shared/score.py is not beside this clone")
def test_texts_are_compared_as_the_projects_scorer_does() -> None:
    from graphkit.evaluate.text import normalize

    spec = importlib.util.spec_from_file_location("scorer", SCORER)
    assert spec is not None
    assert spec.loader is not None
    scorer = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(scorer)
    for text in ("«Қазақстан CІМ» ", "Е.Кошербаев", "АО  «Фёдор – и Ко»;", "O’Neil, J.", "Aceh"):
        assert normalize(text) == scorer.norm(text)
