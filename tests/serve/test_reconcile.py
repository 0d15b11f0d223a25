"""The Reconciliation API 0.2 as a service, and its client against it over HTTP."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner
from serve.running import ID

from graphkit.cli import main
from graphkit.errors import SourceError
from graphkit.serve import Asked, ReconcileClient

MINISTER = "person/ermek-kosherbaev"


def ask(http: httpx.Client, **query: Any) -> list[dict[str, Any]]:
    response = http.post("/reconcile", data={"queries": json.dumps({"q0": query})})
    assert response.status_code == 200, response.text
    result: list[dict[str, Any]] = response.json()["q0"]["result"]
    return result


def test_the_manifest_says_what_the_service_can(http: httpx.Client, address: str) -> None:
    manifest = http.get("/reconcile").json()
    assert manifest["versions"] == ["0.2"]
    assert manifest["identifierSpace"] == ID
    for kind in ("entity", "type", "property"):
        place = manifest["suggest"][kind]
        url = place["service_url"] + place["service_path"]
        assert url.startswith(address)
        assert http.get(url, params={"prefix": "k"}).json()["result"] is not None
    assert {"id": "gk:Country", "name": "country"} in manifest["defaultTypes"]


@pytest.mark.parametrize(
    "name", ["Ермек Көшербаев", "Ермек Кошербаев", "Yermek Kosherbayev", "Ermek Kosherbaev"]
)
def test_a_name_in_any_spelling_is_matched(http: httpx.Client, name: str) -> None:
    first, *_ = ask(http, query=name)
    assert (first["id"], first["match"]) == (MINISTER, True)
    assert first["score"] > 95
    assert {"id": "gk:Official", "name": "official"} in first["type"]
    assert {"id", "value"} == set(first["features"][0])


def test_order_and_typos_cost_a_little(http: httpx.Client) -> None:
    turned, *_ = ask(http, query="Кошербаев Ермек")
    typo, *_ = ask(http, query="Ермек Кошербеав")
    assert turned["id"] == typo["id"] == MINISTER
    assert 80 < typo["score"] < turned["score"] < 100
    assert not typo["match"]


def test_nothing_like_it_gives_no_candidates(http: httpx.Client) -> None:
    assert ask(http, query="Zzyzx Qwertz") == []
    assert ask(http, query="") == []


def test_a_type_keeps_others_out(http: httpx.Client) -> None:
    countries = ask(http, query="Казахстан", type="gk:Country")
    assert [one["id"] for one in countries] == ["country/KZ"]
    bodies = ask(http, query="Казахстан", type=["org:Organization"])
    assert all(one["id"].startswith("body/") for one in bodies)
    by_iri = ask(http, query="Казахстан", type="https://w3id.org/graphkit/ns#Country")
    assert by_iri == countries


def test_a_value_tells_two_of_one_name_apart(http: httpx.Client) -> None:
    def best(country: object) -> tuple[str, float]:
        properties = [{"pid": "gk:ofCountry", "v": country}]
        found = ask(http, query="Parliament", type="gk:Parliament", properties=properties)
        return found[0]["id"], found[0]["score"]

    assert best("Великобритания")[0] == "body/gb/parliament"
    assert best({"id": f"{ID}country/GB"})[0] == "body/gb/parliament"
    assert best("Kazakhstan")[0] == "body/kz/parliament"


def test_limits_hold(http: httpx.Client) -> None:
    assert len(ask(http, query="Parliament", limit=1)) == 1
    many = {f"q{n}": {"query": "x"} for n in range(101)}
    response = http.post("/reconcile", data={"queries": json.dumps(many)})
    assert response.status_code == 413


def test_queries_may_come_by_get(http: httpx.Client) -> None:
    queries = json.dumps({"a": {"query": "Лондон"}, "b": {"query": "Линдси Хойл"}})
    answer = http.get("/reconcile", params={"queries": queries, "lang": "ru"}).json()
    assert answer["a"]["result"][0]["name"] == "Лондон"
    assert answer["b"]["result"][0]["description"] == "должностное лицо"


def test_suggest_goes_on_at_the_cursor(http: httpx.Client) -> None:
    whole = http.get("/reconcile/suggest/entity", params={"prefix": "Ке"}).json()["result"]
    rest = http.get("/reconcile/suggest/entity", params={"prefix": "Ке", "cursor": 1}).json()
    assert rest["result"] == whole[1:]
    types = http.get("/reconcile/suggest/type", params={"prefix": "coun"}).json()["result"]
    assert {"id": "gk:Country", "name": "country"} in types
    properties = http.get("/reconcile/suggest/property", params={"prefix": "member"}).json()
    assert [one["id"] for one in properties["result"]] == ["org:memberOf"]


def test_a_preview_may_be_framed_and_a_page_may_not(http: httpx.Client) -> None:
    preview = http.get("/reconcile/preview", params={"id": MINISTER, "lang": "en"})
    assert "Yermek Kosherbayev" in preview.text
    assert "frame-ancestors *" in preview.headers["Content-Security-Policy"]
    view = http.get("/reconcile/view", params={"id": MINISTER}, follow_redirects=True)
    assert view.url.path == f"/graphkit/id/{MINISTER}"
    assert "frame-ancestors 'none'" in view.headers["Content-Security-Policy"]


def test_the_client_finds_names_in_batches(address: str) -> None:
    names = ["Линдси Хойл", "Nobody Zzyzx", *["Лондон"] * 40]
    with ReconcileClient(f"{address}/reconcile") as client:
        answers = list(client.find(map(Asked, names), type=None, limit=2))
    assert [asked.name for asked, _ in answers] == names
    first = answers[0][1][0]
    assert (first.iri, first.is_match) == (f"{ID}person/lindsay-hoyle", True)
    assert answers[1][1] == ()
    assert all(found[0].id == "city/london" for _, found in answers[2:])


def test_the_command_writes_candidates_as_csv(address: str, tmp_path: Path) -> None:
    file = tmp_path / "names.txt"
    file.write_text("Ермек Көшербаев\n\nNobody Zzyzx\n", encoding="utf-8")
    service = f"{address}/reconcile"
    result = CliRunner().invoke(
        main, ["reconcile", str(file), "--service", service, "--limit", "1"]
    )
    assert result.exit_code == 0, result.output
    rows = list(csv.DictReader(StringIO(result.stdout)))
    assert [(row["name"], row["id"], row["match"]) for row in rows] == [
        ("Ермек Көшербаев", ID + MINISTER, "yes"),
        ("Nobody Zzyzx", "", "no"),
    ]
    assert "asked 2 names: 1 surely found" in result.stderr


def test_the_command_links_the_things_of_a_graph(address: str, folder: Path) -> None:
    service = f"{address}/reconcile"
    options = ["--service", service, "--format", "turtle", "--language", "ru", "-q"]
    result = CliRunner().invoke(main, ["reconcile", str(folder), *options])
    assert result.exit_code == 0, result.output
    same = "<http://www.w3.org/2004/02/skos/core#exactMatch>"
    assert f"<{ID}{MINISTER}> {same} <{ID}{MINISTER}> .\n" in result.stdout


@pytest.mark.parametrize(
    ("service", "message"),
    [
        ("ftp://example.org/", "starts with https"),
        ("http://127.0.0.1:9/reconcile", "cannot be reached"),
    ],
)
def test_a_service_that_is_none_is_said(service: str, message: str) -> None:
    with pytest.raises(SourceError, match=message):
        ReconcileClient(service)


def test_a_server_of_something_else_is_said(address: str) -> None:
    with pytest.raises(SourceError, match="no reconciliation service"):
        ReconcileClient(f"{address}/openapi.json")
    with pytest.raises(SourceError, match="answered 404"):
        ReconcileClient(f"{address}/nothing")
    with pytest.raises(SourceError, match="not JSON"):
        ReconcileClient(f"{address}/void")
