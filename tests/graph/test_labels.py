"""Labels are chosen by language, and made up only where no text gives one."""

from __future__ import annotations

from factory import names

from graphkit.graph.labels import choose_labels
from graphkit.knowledge import load_knowledge


def test_preferred_names_come_before_those_of_the_ontologies() -> None:
    country = load_knowledge()["country/KZ"]
    chosen, others = choose_labels(names(ru="Республика Казахстан"), (), country)
    labels = {name.language: name.text for name in chosen}
    assert labels["ru"] == "Республика Казахстан"
    assert labels["kk"] == "Қазақстан"
    assert "Казахстан" in [name.text for name in others]


def test_an_entity_of_no_ontology_has_only_its_own_names() -> None:
    chosen, others = choose_labels((), names(en="Jane Roe|J. Roe"), None)
    assert [name.text for name in chosen] == ["Jane Roe"]
    assert [name.text for name in others] == ["J. Roe"]
