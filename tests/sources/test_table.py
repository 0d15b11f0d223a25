from __future__ import annotations

import datetime
import io

import pytest

from graphkit.errors import ReleaseError, SourceError
from graphkit.model import Release
from graphkit.sources.table import read_csv, read_parquet

CSV = (
    "title;text;date\n"
    'Визит;"Посол прибыл.\nОн ""уехал"".";2026-05-14\n'
    "Пусто;;\n"
    ";Тараптар ынтымақтастықты талқылады.;\n"
)


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_read_csv_reads_a_row_as_a_release(separator: str, encoding: str) -> None:
    data = CSV.replace(";", separator).encode(encoding)
    first, empty, last = read_csv(io.BytesIO(data), "d.csv")
    assert isinstance(first, Release)
    assert first.reading == "Визит\nПосол прибыл.\nОн «уехал»."
    assert (first.date, first.source.record) == ("2026-05-14", 1)
    assert isinstance(empty, ReleaseError)
    assert str(empty).startswith("d.csv, row 2: the release has no text")
    assert isinstance(last, Release)
    assert (last.title, last.language) == (None, "kk")


def test_read_csv_wants_a_column_of_text() -> None:
    with pytest.raises(SourceError, match="no column is named 'text', only: titel, body text"):
        list(read_csv(io.BytesIO(b"titel,body text\na,b\n"), "d.csv"))


def test_read_csv_says_where_a_table_breaks() -> None:
    data = b'text,title\nThe ministers met in Astana.,A\n"open'
    found = read_csv(io.BytesIO(data), "d.csv")
    assert isinstance(next(found), Release)
    with pytest.raises(SourceError, match=r"d\.csv: not CSV after line 2 .* left open"):
        next(found)


def test_read_parquet_reads_a_row_as_a_release() -> None:
    arrow = pytest.importorskip("pyarrow")
    parquet = pytest.importorskip("pyarrow.parquet")
    table = arrow.table(
        {
            "text": ["Посол прибыл в Астану.", None],
            "date": [datetime.datetime(2026, 5, 14, 9), None],
        }
    )
    stream = io.BytesIO()
    parquet.write_table(table, stream)
    stream.seek(0)
    first, second = read_parquet(stream, "d.parquet")
    assert isinstance(first, Release)
    assert (first.date, first.language) == ("2026-05-14", "ru")
    assert isinstance(second, ReleaseError)


def test_read_parquet_refuses_another_file() -> None:
    pytest.importorskip("pyarrow.parquet")
    with pytest.raises(SourceError, match=r"d\.parquet: not Parquet"):
        list(read_parquet(io.BytesIO(b"PAR1 and no more"), "d.parquet"))
