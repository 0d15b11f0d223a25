"""FollowTheMoney's own model takes every entity, with nothing left out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from graphkit.export import write
from graphkit.graph import Graph


@pytest.fixture(scope="module")
def entities(graph: Graph, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    file = write(graph, tmp_path_factory.mktemp("ftm") / "graph.ftm.json")
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]
    assert [row["id"] for row in rows] == sorted({row["id"] for row in rows})
    return {row["id"]: row for row in rows}


def test_the_package_reads_every_property(entities: dict[str, dict[str, Any]]) -> None:
    from followthemoney import ValueEntity, model

    for entity in entities.values():
        schema = model.get(entity["schema"])
        assert schema is not None
        read = ValueEntity.from_dict(entity)
        for name, values in entity["properties"].items():
            for value in values:
                prop = schema.get(name)
                assert prop is not None, name
                assert prop.type.clean(value) is not None, (name, value)
            assert set(read.get(name)) == set(values)


def test_every_reference_leads_to_an_entity(entities: dict[str, dict[str, Any]]) -> None:
    for entity in entities.values():
        for values in entity["properties"].values():
            assert all(value in entities for value in values if value.startswith("gk-"))


def test_a_post_is_an_occupancy_with_its_sentences(entities: dict[str, dict[str, Any]]) -> None:
    held = [one for one in entities.values() if one["schema"] == "Occupancy"]
    minister = next(
        one["properties"]
        for one in held
        if one["properties"]["holder"] == ["gk-person.ermek-kosherbaev"]
    )
    assert minister["post"] == ["gk-post.kz.minister-of-foreign-affairs"]
    assert len(minister["proof"]) == len(minister["summary"]) == 3
    assert entities["gk-person.ermek-kosherbaev"]["properties"]["country"] == ["kz"]
