"""The named queries answer the questions of the vocabulary, and cannot be broken into."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph as ox
import pytest

from graphkit.errors import QueryError
from graphkit.graph import Graph, list_named
from graphkit.graph.named import QUERIES, bind_parameters, read_named


@pytest.mark.parametrize("query", list_named(), ids=lambda q: q.name)
def test_a_named_query_says_what_it_answers_and_runs_with_defaults(
    graph: Graph, query: object
) -> None:
    name, summary = query.name, query.summary  # type: ignore[attr-defined]
    assert summary.endswith("?")
    assert len(graph.ask_named(name)) > 0


def test_every_file_is_plain_sparql_that_runs_without_us(graph: Graph) -> None:
    for file in QUERIES.glob("*.rq"):
        assert isinstance(
            graph.store.query(file.read_text(encoding="utf-8"), prefixes=graph.prefixes),
            ox.QuerySolutions,
        )


def test_posts_tell_who_holds_what_since_when(graph: Graph) -> None:
    rows = graph.ask_named("posts", country="kz", language="ru").to_dicts()
    assert [(r["name"], r["role"], r["body"], r["of"], r["since"]) for r in rows] == [
        (
            "Ермек Кошербаев",
            "министр",
            "Министерство иностранных дел Казахстана",
            "KZ",
            "2026-02-28",
        )
    ]


def test_partners_are_the_bodies_behind_the_people_met(graph: Graph) -> None:
    rows = graph.ask_named("partners", person="Ермек Көшербаев", language="kk").to_dicts()
    assert [(row["partner"], row["events"]) for row in rows] == [("Қауымдар палатасы", "1")]


@pytest.mark.parametrize(
    "sides", [{"left": "KZ", "right": "GB"}, {"left": "GB"}, {"right": "GB"}, {}]
)
def test_meetings_have_day_place_and_sentence(graph: Graph, sides: dict[str, str]) -> None:
    rows = graph.ask_named("meetings", language="en", **sides).to_dicts()
    assert len(rows) == 1
    assert (rows[0]["date"], rows[0]["place"]) == ("2026-02-28", "London")
    assert "встретился в Лондоне" in str(rows[0]["sentence"]) or "met" in str(rows[0]["sentence"])


@pytest.mark.parametrize("name", ["Орталық Азия", "центральная азия", "region/central-asia"])
def test_groups_are_found_by_any_name_of_their_partner(graph: Graph, name: str) -> None:
    rows = graph.ask_named("groups", partner=name).to_dicts()
    assert [row["partOf"] for row in rows] == ["Parliament of the UK"]


def test_quotations_of_a_topic_have_their_speaker(graph: Graph) -> None:
    rows = graph.ask_named("quotations", topic="topic/education", language="kk").to_dicts()
    assert [row["name"] for row in rows] == ["Ермек Көшербаев"]
    assert not graph.ask_named("quotations", word="сауда")


def test_quotations_of_a_speaker_are_that_person_s_alone(graph: Graph) -> None:
    # The speaker of the House is quoted nowhere: nobody's words may be put into his mouth.
    assert len(graph.ask_named("quotations", speaker="Lindsay Hoyle")) == 0
    rows = graph.ask_named("quotations", speaker="Yermek Kosherbayev").to_dicts()
    assert [row["name"] for row in rows] == ["Yermek Kosherbayev"]


def test_changes_are_what_was_first_stated_between_two_days(graph: Graph) -> None:
    early = graph.ask_named("changes", to="2026-02-28").to_dicts()
    late = graph.ask_named("changes", **{"from": "2026-03-01"}).to_dicts()
    assert {row["since"] for row in early} == {"2026-02-28"}
    assert {row["since"] for row in late} == {"2026-03-01"}
    assert len(early) + len(late) == len(graph.ask_named("changes"))


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2026-01-15", "person/a"),
        ("2026-02-15", "person/b"),
        ("2026-03-15", "person/a"),
        ("2026-04-30", "person/b"),
    ],
)
def test_a_post_for_one_has_one_holder_though_both_are_told_of_again(day: str, holder: str) -> None:
    graph, store = Graph(), ox.Store()
    told = [("a", "2026-01-01"), ("b", "2026-02-01"), ("a", "2026-03-01"), ("b", "2026-04-01")]
    store.update(
        "INSERT DATA { id:post org:role role:minister . "
        + " ".join(
            f"id:t{n} rdf:predicate org:holds ; rdf:subject <{graph.base_iri}person/{who}> ; "
            f"rdf:object id:post ; prov:wasDerivedFrom id:s{n} . id:s{n} schema:isPartOf id:r{n} . "
            f"id:r{n} schema:datePublished '{date}'^^xsd:date ."
            for n, (who, date) in enumerate(told)
        )
        + " }",
        prefixes=graph.prefixes,
    )
    rows = Graph(store).ask_named("holders", day=day).to_dicts()
    assert [str(row["person"]).removeprefix(graph.base_iri) for row in rows] == [holder]


def test_a_label_in_another_language_stands_in_for_a_missing_one(graph: Graph) -> None:
    rows = graph.ask_named("groups", partner="country/GB", language="kk").to_dicts()
    assert rows[0]["name"] == "Группа дружбы с Великобританией"


@pytest.mark.parametrize(
    "value", ['x") } INSERT DATA { <a:a> <a:b> "', 'a"@kk ?o ) } #', "\\", "'; DROP ALL; --"]
)
def test_a_value_never_becomes_a_part_of_the_query(graph: Graph, value: str) -> None:
    before = len(graph)
    assert len(graph.ask_named("quotations", word=value)) == 0
    with pytest.raises(QueryError, match="nothing in the graph has this name"):
        graph.ask_named("groups", partner=value)
    assert len(graph) == before


@pytest.mark.parametrize(
    ("name", "values", "message"),
    [
        ("nothing", {}, "no named query; they are: changes, evidence"),
        ("posts", {"land": "KZ"}, "has no parameter 'land'; it takes: country, person, language"),
        ("posts", {"country": "Kazakhstan"}, "no country code of two letters"),
        ("posts", {"language": "de"}, "none of kk, ru, en"),
        ("changes", {"from": "yesterday"}, "no date such as"),
    ],
)
def test_a_wrong_name_or_value_is_explained(
    graph: Graph, name: str, values: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        graph.ask_named(name, **values)


def test_a_file_without_header_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bad.rq"
    file.write_text("SELECT ?x { ?x ?p ?o }")
    with pytest.raises(QueryError, match="needs a first comment"):
        read_named(file)


def test_parts_of_a_file_depend_on_what_is_given(tmp_path: Path) -> None:
    file = tmp_path / "bodies.rq"
    file.write_text(
        "# Which bodies are there?\n# param country: country = ?  the code\n"
        "SELECT ?body {\n  VALUES (?country) { (UNDEF) }\n  ?body gk:ofCountry ?land .\n"
        "  # if country\n  ?land skos:notation ?country .\n  # end\n"
        "  # unless country\n  ?body a gk:Ministry .\n  # end\n}\n"
    )
    query = read_named(file)
    given = bind_parameters(query, {"country": "kz"}, Graph().find)
    assert 'VALUES (?country) { ("KZ") }' in given
    assert "skos:notation" in given
    assert "gk:Ministry" not in given
    absent = bind_parameters(query, {}, Graph().find)
    assert "VALUES (?country) { (UNDEF) }" in absent
    assert "skos:notation" not in absent
    assert "gk:Ministry" in absent
