"""The two data blocks."""

from __future__ import annotations

import base64
import gzip
import json

from graphkit.view.layout import place_nodes
from graphkit.view.measure import measure
from graphkit.view.pack import compress, escape_json, pack_core, pack_evidence
from graphkit.view.project import read_drawing


def pack(world):
    drawing = read_drawing(world)
    measures = measure(drawing)
    return drawing, pack_core(drawing, place_nodes(drawing, measures.sizes), measures)


def test_pack_core_gives_columns_of_one_length(world):
    drawing, core = pack(world)
    columns = {k: v for k, v in core["nodes"].items() if k != "name"} | core["nodes"]["name"]
    assert {len(column) for column in columns.values()} == {len(drawing.nodes)}
    assert {len(column) for column in core["edges"].values()} == {len(drawing.edges)}


def test_pack_core_dates_people_by_what_they_took_part_in(world):
    drawing, core = pack(world)
    days = core["nodes"]["days"][drawing.position("person/ermek-kosherbaev")]
    assert days == [20512, 20528]  # 2026-02-28 and 2026-03-16
    assert core["nodes"]["days"][drawing.position("event/appg")] == [20574]  # the month's first


def test_compress_is_json_and_the_same_every_time(world):
    block = pack_evidence(read_drawing(world))
    text = compress(block)
    assert text == compress(block)
    assert json.loads(gzip.decompress(base64.b64decode(text))) == block


def test_escape_json_cannot_close_a_script():
    text = escape_json({"name": "</script><!-- \u2028"})
    assert "<" not in text
    assert json.loads(text) == {"name": "</script><!-- \u2028"}
