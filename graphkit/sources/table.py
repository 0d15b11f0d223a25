"""Tables (CSV, TSV, Parquet) -> Releases: one a row, fields by the names of the columns."""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Iterable, Iterator, Mapping
from typing import BinaryIO

from graphkit.errors import ReleaseError, SourceError
from graphkit.model import Release, Source
from graphkit.sources.encodings import decode
from graphkit.sources.extras import load_extra, say
from graphkit.sources.records import FIELDS, make_record_release

_SEPARATORS = ",;\t|"
# The longest field that the csv module takes; its own limit cuts long releases off.
_LONGEST_FIELD = 16_000_000


def read_csv(stream: BinaryIO, name: str) -> Iterator[Release | ReleaseError]:
    """Yield the release of each row; the separator is the commonest one of the head line.

    :raises SourceError: if the file is no text, or no column is named ``text``.
    """
    try:
        lines = io.StringIO(decode(stream.read()), newline="")
    except ValueError as error:
        raise SourceError(f"{name}: {error}") from error
    head = lines.readline()
    lines.seek(0)
    csv.field_size_limit(_LONGEST_FIELD)
    rows = csv.DictReader(lines, delimiter=max(_SEPARATORS, key=head.count), strict=True)
    columns = list(rows.fieldnames or ())
    if not {column.strip().lower() for column in columns} & set(FIELDS["text"]):
        raise SourceError(
            f"{name}: no column is named 'text', only: {', '.join(columns)}; name the column so"
        )
    try:
        # A row may stand on several lines: the place is the row's number, head not counted.
        yield from _read_rows(rows, name)
    except csv.Error as error:
        raise SourceError(
            f"{name}: not CSV after line {rows.line_num} ({error}); is a quotation mark left open?"
        ) from error


def read_parquet(stream: BinaryIO, name: str) -> Iterator[Release | ReleaseError]:
    """Yield the release of each row, without holding the whole table in memory.

    :raises SourceError: if the file is no Parquet, or pyarrow is not installed.
    """
    parquet = load_extra("pyarrow.parquet", name, extra="parquet")
    arrow = load_extra("pyarrow", name, extra="parquet")
    try:
        batches = parquet.ParquetFile(stream).iter_batches(batch_size=256)
        yield from _read_rows((row for batch in batches for row in batch.to_pylist()), name)
    except (arrow.ArrowException, UnicodeDecodeError) as error:
        raise SourceError(f"{name}: not Parquet that can be read ({say(error)})") from error


def _read_rows(rows: Iterable[Mapping[str, object]], name: str) -> Iterator[Release | ReleaseError]:
    for number, row in enumerate(rows, 1):
        record = {
            key.strip(): value.isoformat() if isinstance(value, datetime.date) else value
            for key, value in row.items()
            if isinstance(key, str) and value != ""
        }
        if not _has_text(record) and _has_text(row):
            record["text"] = ""  # the column is there, and this row has left it empty
        source = Source(name, number)
        try:
            yield make_record_release(record, source)
        except ReleaseError as error:
            yield ReleaseError(f"{name}, row {number}: {error}")


def _has_text(row: Mapping[str, object]) -> bool:
    return any(str(name).strip().lower() in FIELDS["text"] for name in row)
