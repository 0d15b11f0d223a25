from __future__ import annotations

import io
import zipfile

import pytest

from graphkit.errors import ReleaseError, SourceError
from graphkit.sources.word import read_docx

docx = pytest.importorskip("docx")


def test_read_docx_reads_title_paragraphs_and_tables() -> None:
    document = docx.Document()
    document.add_heading("Мәжілісте кездесу өтті", 0)
    document.add_paragraph("АСТАНА. 12 наурыз. - Депутаттар елшімен кездесті.")
    table = document.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text = "Төраға"
    table.rows[0].cells[1].text = "Айгүл Омарова"
    document.add_paragraph("Тараптар ынтымақтастықты талқылады.")
    stream = io.BytesIO()
    document.save(stream)
    (release,) = read_docx(stream, "a.docx")
    assert release.title == "Мәжілісте кездесу өтті"
    assert release.reading.split("\n")[1:] == [
        "Депутаттар елшімен кездесті.",
        "Төраға; Айгүл Омарова",
        "Тараптар ынтымақтастықты талқылады.",
    ]
    assert (release.dateline, release.language) == ("АСТАНА", "kk")


def test_read_docx_tells_an_empty_document() -> None:
    stream = io.BytesIO()
    docx.Document().save(stream)
    with pytest.raises(ReleaseError, match=r"a\.docx: the release has no text"):
        list(read_docx(stream, "a.docx"))


def test_read_docx_refuses_another_file() -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as other:
        other.writestr("a.txt", "a")
    for stream in (io.BytesIO(b"plain"), archive):
        with pytest.raises(SourceError, match=r"a\.docx: not a Word document that can be read"):
            list(read_docx(stream, "a.docx"))
