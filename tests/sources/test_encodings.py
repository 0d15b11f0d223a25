from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graphkit.sources.encodings import decode

KK = (
    "Қазақстан Республикасының Сыртқы істер министрі Астанада Ұлыбритания елшісімен кездесті. "
    "Тараптар ынтымақтастықты талқылады."
)
RU = "«Министры иностранных дел» встретились в Астане — стороны обсудили сотрудничество."
EN = "The Minister’s visit to Türkiye — “new café era”, he said, “will begin in May”."


@pytest.mark.parametrize("text", [KK, RU, EN], ids=["kk", "ru", "en"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_decode_tells_unicode_encodings(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding)) == text


@pytest.mark.parametrize(
    ("encoding", "text"),
    [("cp1251", RU), ("kz1048", KK), ("ptcp154", KK), ("koi8-r", RU[1:24]), ("cp1252", EN)],
)
def test_decode_tells_eight_bit_encodings(encoding: str, text: str) -> None:
    text = text if encoding != "koi8-r" else "Министры встретились в Астане и обсудили торговлю"
    assert decode(text.encode(encoding)) == text


def test_decode_believes_a_declared_encoding_before_it_guesses() -> None:
    assert decode("Да".encode("koi8-r"), declared="koi8-r") == "Да"
    assert decode(RU.encode("cp1251"), declared="no-such-encoding") == RU


@pytest.mark.parametrize(
    ("data", "message"),
    [
        pytest.param(b"\x89PNG\r\n\x1a\n\x00\x00", "it is a PNG picture, not text", id="png"),
        pytest.param(b"%PDF-1.7\n", "it is a PDF document, not text", id="pdf"),
        pytest.param(b"PK\x03\x04\x14\x00", "a ZIP archive or an office document", id="docx"),
        pytest.param(bytes(range(32)) * 9, "a binary file, not text", id="binary"),
        pytest.param(b"\xff\xfeA", "was it cut off", id="half-utf-16"),
        pytest.param(b"\x81\x8d\xa4\xb0\x90", "byte 0 is not UTF-8.*save it as UTF-8", id="short"),
    ],
)
def test_decode_refuses_what_is_no_text(data: bytes, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        decode(data)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"])))
def test_decode_gives_back_any_utf8_text(text: str) -> None:
    data = text.encode()
    try:
        assert decode(data) == text.removeprefix("\ufeff")
    except ValueError:
        # Only what begins as another kind of file is refused.
        assert data[:1] in (b"%", b"P", b"G", b"R", b"{", b"7", b"B")
