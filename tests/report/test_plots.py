"""The map shows countries where they are, without borders; the timeline leaves no month out."""

from __future__ import annotations

import itertools
import math
import re

import pytest

from graphkit.graph import Graph
from graphkit.report import report_page
from graphkit.report.places import country_places
from graphkit.report.plots import WIDTH, Map, draw_map, draw_timeline

ROWS = [
    ("KZ", "80"), ("RU", "40"), ("CN", "40"), ("TR", "30"), ("US", "20"), ("DE", "20"),
    ("FR", "20"), ("GB", "20"), ("IT", "10"), ("ES", "10"), ("PL", "10"), ("AT", "10"),
    ("CZ", "10"), ("CH", "5"), ("BE", "5"), ("NL", "5"), ("ZA", "5"), ("AU", "5"), ("NZ", "1"),
]  # fmt: skip


@pytest.fixture(scope="module")
def world() -> Map:
    return draw_map(ROWS)


@pytest.mark.parametrize(
    ("code", "longitude", "latitude"),
    [("KZ", 67, 48), ("GB", 0, 51), ("FI", 25, 60), ("RU", 90, 55), ("US", -98, 39),
     ("NZ", 175, -37), ("JP", 139, 36)],
)  # fmt: skip
def test_a_country_has_a_place_inside_it(code: str, longitude: int, latitude: int) -> None:
    east, north = country_places()[code]
    assert abs(east - longitude) < 12
    assert abs(north - latitude) < 6


def test_most_countries_of_iso_3166_have_a_place() -> None:
    assert len(country_places()) > 240


def test_neighbours_stay_neighbours(world: Map) -> None:
    at = {circle.code: circle for circle in world.circles}
    for west, east in (("US", "GB"), ("ES", "IT"), ("FR", "DE"), ("TR", "KZ"), ("KZ", "CN")):
        assert at[west].x < at[east].x, (west, east)
    for north, south in (("RU", "CN"), ("DE", "IT"), ("TR", "ZA"), ("CN", "AU")):
        assert at[north].y < at[south].y, (north, south)


def test_circles_can_be_told_apart_and_stay_inside(world: Map) -> None:
    for one, other in itertools.combinations(world.circles, 2):
        distance = math.hypot(one.x - other.x, one.y - other.y)
        assert distance > (one.radius + other.radius) * 0.9, (one.code, other.code)
    for circle in world.circles:
        assert circle.radius <= circle.x <= WIDTH - circle.radius
        assert circle.radius <= circle.y <= world.height - circle.radius


def test_the_area_of_a_circle_is_as_its_number(world: Map) -> None:
    radius = {circle.code: circle.radius for circle in world.circles}
    assert radius["KZ"] ** 2 / radius["RU"] ** 2 == pytest.approx(80 / 40, rel=0.02)
    assert radius["NZ"] > 10  # room for its code


def test_a_country_without_a_place_is_named() -> None:
    assert draw_map([("XK", "3"), ("KZ", "1")]).unplaced == ("XK",)
    assert draw_map([]).circles == ()


def test_the_same_rows_give_the_same_map(world: Map) -> None:
    assert draw_map(ROWS) == world


def test_a_timeline_has_each_month_between_the_first_and_the_last() -> None:
    columns = draw_timeline([("2025-11", "4"), ("2026-02", "2")])
    assert [(column.month, column.value) for column in columns] == [
        ("2025-11", 4), ("2025-12", 0), ("2026-01", 0), ("2026-02", 2),
    ]  # fmt: skip
    assert columns[0].height == 2 * columns[3].height
    assert [column.year for column in columns] == ["2025", "", "2026", ""]
    assert draw_timeline([]) == ()


def test_the_page_shows_both(graph: Graph) -> None:
    page = report_page(graph)
    assert re.search(r"<title>GB: \d+</title>", page)
    assert re.search(r"<title>KZ: \d+</title>", page)
    assert "<title>2026-02: " in page
