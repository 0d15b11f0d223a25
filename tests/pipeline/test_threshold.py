"""What is less sure than a threshold is left out, and nothing is left hanging."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import factory
import pytest
from click.testing import CliRunner

from graphkit.cli import main
from graphkit.errors import StoreError
from graphkit.graph import Graph, check, make_triples
from graphkit.knowledge import load_knowledge
from graphkit.model import Fact, Relation, Resolution, Told
from graphkit.pipeline import read_report
from graphkit.pipeline.threshold import leave_out

MEETING = "event/meeting-2026-02-28-kosherbaev-hoyle"


def doubt(story: Resolution, *relations: Relation) -> Resolution:
    """Return the story with facts of some relations as doubtful as 0.5."""
    facts = (
        replace(fact, support=tuple(replace(s, confidence=0.5) for s in fact.support))
        if fact.relation in relations
        else fact
        for fact in story.facts
    )
    return replace(story, facts=tuple(facts))


def relations(resolution: Told) -> set[Relation]:
    return {fact.relation for fact in resolution.facts}


def test_no_threshold_leaves_all(story: Resolution) -> None:
    assert leave_out(story, load_knowledge(), 0.0) is story


def test_an_assertion_is_as_sure_as_its_surest_passage(story: Resolution) -> None:
    left = leave_out(story, load_knowledge(), 0.85)
    assert tuple(left.facts) == story.facts  # one telling of the meeting is of 0.8, two are of 0.9


def test_less_sure_assertions_go(story: Resolution) -> None:
    left = leave_out(doubt(story, Relation.LOCATION), load_knowledge(), 0.6)
    assert relations(left) == relations(story) - {Relation.LOCATION}
    assert any(entity.id == MEETING for entity in left.entities)


@pytest.mark.parametrize("lost", [Relation.HOLDS, Relation.ATTENDEE, Relation.CREATOR])
def test_what_nothing_tells_of_goes_with_all_that_is_said_of_it(
    story: Resolution, lost: Relation
) -> None:
    left = leave_out(doubt(story, lost), load_knowledge(), 0.6)
    ids = {entity.id for entity in left.entities}
    assert len(ids) < len(story.entities)
    assert all({fact.subject, fact.object} <= ids for fact in left.facts)
    graph = Graph()
    graph.replace(make_triples(left, load_knowledge()))
    assert check(graph).conforms


def test_what_the_knowledge_says_stays_without_its_passages(story: Resolution) -> None:
    support = (factory.make_support(story.releases[0], "м", confidence=0.5),)
    known = Fact("body/gb/house-of-commons", Relation.PART_OF, "body/gb/parliament", support)
    left = leave_out(replace(story, facts=(known,)), load_knowledge(), 0.6)
    assert tuple(left.facts) == (replace(known, support=()),)


@pytest.mark.model
def test_a_build_keeps_its_threshold(tmp_path: Path) -> None:
    file, out = tmp_path / "en.txt", tmp_path / "out"
    file.write_text(factory.TEXTS["en"], encoding="utf-8")

    def build(*options: str) -> int:
        command = ["build", str(file), "--out", str(out), "--no-page", *options]
        assert CliRunner().invoke(main, command).exit_code == 0
        with Graph.open(out) as graph:
            return len(graph.query("SELECT ?a { ?a a gk:Assertion }"))

    every = build()
    assert every > 0
    assert build("--min-confidence", "0.99") == build() == 0
    assert read_report(out)["min_confidence"] == 0.99
    assert build("--min-confidence", "0") == every


def test_a_threshold_is_from_0_to_1(tmp_path: Path) -> None:
    command = ["build", "x", "--out", str(tmp_path / "out"), "--min-confidence", "80"]
    assert CliRunner().invoke(main, command).exit_code == 2


def test_a_broken_report_is_told(tmp_path: Path) -> None:
    assert read_report(tmp_path) == {}
    (tmp_path / "report.json").write_text(json.dumps({"releases": 1})[:-1])
    with pytest.raises(StoreError, match=r"report\.json: cannot be read"):
        read_report(tmp_path)
