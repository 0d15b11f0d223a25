from __future__ import annotations

import pytest

from graphkit.errors import ReleaseError
from graphkit.model import Source
from graphkit.sources.records import make_record_release


def test_make_record_release_knows_the_usual_names_of_fields() -> None:
    release = make_record_release(
        {"Headline": "Визит", "body": "Посол прибыл.", "published_at": "2026-05-14T10:00:00Z"},
        Source("dump.json", 2),
    )
    assert (release.title, release.date) == ("Визит", "2026-05-14")
    assert str(release.source) == "dump.json#2"


@pytest.mark.parametrize(
    ("record", "message"),
    [
        pytest.param({"text": " "}, "the release has no text", id="blank"),
        pytest.param({"text": None}, "the release has no text", id="null"),
        pytest.param({"titel": "x", "id": 1}, "no field 'text', only: id, titel", id="none"),
        pytest.param({"text": ["a"]}, "'text' is list, not text", id="list"),
        pytest.param({"text": "Посол прибыл.", "date": 5}, "'date' is int, not text", id="date"),
    ],
)
def test_make_record_release_says_what_is_wrong(record: dict[str, object], message: str) -> None:
    with pytest.raises(ReleaseError, match=message):
        make_record_release(record, Source("-"))
