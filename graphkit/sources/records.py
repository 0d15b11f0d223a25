"""One record of a dump (a JSON object, a row of a table) -> Release."""

from __future__ import annotations

from collections.abc import Mapping

from graphkit.errors import ReleaseError
from graphkit.model import Release, Source
from graphkit.sources.release import make_release

# The names under which dumps keep what a release needs, first the one of our own format.
FIELDS = {
    "text": ("text", "body", "content", "article", "maintext", "raw_text"),
    "title": ("title", "headline", "header", "name"),
    "date": ("date", "published", "published_at", "publication_date", "date_publish", "pubdate"),
    "language": ("lang", "language"),
    "url": ("url", "link", "source_url"),
    "publisher": ("publisher", "sitename", "site", "source", "source-hostname", "source_domain"),
}


def make_record_release(record: Mapping[str, object], source: Source) -> Release:
    """Return the release of one record, its fields found by any name in ``FIELDS``.

    :raises ReleaseError: if it has no text, or a field is not text.
    """
    lowered = {name.lower(): value for name, value in record.items()}
    text = _field(lowered, "text")
    if text is None or not text.strip():
        has = ", ".join(sorted(record)) or "nothing"
        raise ReleaseError(
            "the release has no text; was it saved before the page had loaded?"
            if any(name in lowered for name in FIELDS["text"])
            else f"the record has no field 'text', only: {has}; name the field so"
        )
    return make_release(
        text,
        title=_field(lowered, "title"),
        date=_field(lowered, "date"),
        language=_field(lowered, "language"),
        url=_field(lowered, "url"),
        publisher=_field(lowered, "publisher"),
        source=source,
    )


def _field(record: Mapping[str, object], field: str) -> str | None:
    name = next((name for name in FIELDS[field] if record.get(name) is not None), None)
    if name is None:
        return None
    value = record[name]
    if not isinstance(value, str):
        raise ReleaseError(f"the field {name!r} is {type(value).__name__}, not text; give a string")
    return value
