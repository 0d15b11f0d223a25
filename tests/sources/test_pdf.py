from __future__ import annotations

import io

import pytest

from graphkit.errors import ReleaseError, SourceError
from graphkit.sources.pdf import read_pdf

pypdf = pytest.importorskip("pypdf")


def make_pdf(*lines: str) -> bytes:
    """Return a document of one page with a line of text for each of ``lines``."""
    shown = b" T* ".join(f"({line}) Tj".encode("cp1252") for line in lines)
    stream = b"BT /F1 12 Tf 14 TL 40 700 Td " + shown + b" ET"
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 6\n0000000000 65535 f \n"
    end = b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + head + table + end


def test_read_pdf_reads_the_text_of_the_pages() -> None:
    data = make_pdf("LONDON, March 3 - The Speaker met the ambassador.", "They spoke of trade.")
    (release,) = read_pdf(io.BytesIO(data), "a.pdf")
    assert (release.dateline, release.language) == ("LONDON", "en")
    assert release.reading == "The Speaker met the ambassador.\nThey spoke of trade."


def test_read_pdf_tells_scans() -> None:
    with pytest.raises(ReleaseError, match=r"a\.pdf: the pages have no text; if they are scans"):
        list(read_pdf(io.BytesIO(make_pdf("")), "a.pdf"))


def test_read_pdf_tells_a_locked_document() -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(make_pdf("The Speaker met the ambassador.")))
    writer.encrypt("secret", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    with pytest.raises(SourceError, match=r"a\.pdf: the PDF is locked"):
        list(read_pdf(stream, "a.pdf"))


@pytest.mark.parametrize("data", [b"", b"plain text", b"%PDF-1.4\n"])
@pytest.mark.filterwarnings("ignore")
def test_read_pdf_refuses_another_file(data: bytes) -> None:
    with pytest.raises(SourceError, match=r"a\.pdf: not a PDF that can be read"):
        list(read_pdf(io.BytesIO(data), "a.pdf"))
