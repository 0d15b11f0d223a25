"""Bytes -> text, where the encoding is known or can be told; else a clear refusal."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import from_bytes

# Longest mark first: the one of UTF-32 LE begins with the one of UTF-16 LE.
_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
# What a file may be in truth, by its first bytes.
_NOT_TEXT = {
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a WebP picture or a sound",
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a ZIP archive or an office document (.docx, .xlsx)",
    b"\xd0\xcf\x11\xe0": "an old office document (.doc, .xls)",
    b"{\\rtf": "an RTF document",
    b"\x1f\x8b": "a gzip archive",
    b"7z\xbc\xaf": "a 7-Zip archive",
    b"BZh": "a bzip2 archive",
    b"Rar!": "a RAR archive",
    b"\x7fELF": "a program",
}
# Eight-bit encodings in which releases of the region were and are kept.
_EIGHT_BIT = ["cp1251", "kz1048", "ptcp154", "koi8_r", "cp866", "iso8859_5", "cp1252", "cp1254"]
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# charset-normalizer's share of improbable character sequences, above which it guesses.
_MOST_CHAOS = 0.1


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Return the text of ``data``.

    A byte order mark decides, then UTF-8, then UTF-16 without a mark, then the encoding
    that the document itself declares (HTML), then charset-normalizer's choice among the
    eight-bit encodings of the region (windows-1251 and its Kazakh sisters, KOI8-R, …).

    >>> decode("Астана".encode("utf-16"))
    'Астана'

    :raises ValueError: if it is no text, or its encoding cannot be told; the message
        says what it seems to be and what to do.
    """
    for begin, what in _NOT_TEXT.items():
        if data.startswith(begin):
            raise ValueError(f"it is {what}, not text; save the text itself, or name it as it is")
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _decode_as(data, encoding)
    if encoding_of_pairs := _utf16_order(data):
        return _decode_as(data, encoding_of_pairs)
    controls = len(_CONTROLS.findall(data))
    if controls > len(data) / 200 or b"\x00" in data:
        raise ValueError("it is a binary file, not text; save the text itself")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        utf8_error = error
    return _decode_eight_bit(data, utf8_error, declared)


def _decode_as(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise ValueError(
            f"it begins as {error.encoding} but byte {error.start} breaks it; was it cut off?"
        ) from error


def _utf16_order(data: bytes) -> str | None:
    """Tell UTF-16 without a mark: half of its bytes are 00 (Latin) or 04 (Cyrillic)."""
    if len(data) < 4 or len(data) % 2:
        return None
    sample = data[:4096]
    half = len(sample) / 2
    for order, high in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[0::2])):
        zeros = high.count(0)
        if zeros and zeros + high.count(4) > 0.9 * half:
            return order
    return None


def _decode_eight_bit(data: bytes, utf8_error: UnicodeDecodeError, declared: str | None) -> str:
    if declared is not None:
        try:
            return data.decode(declared)
        except (UnicodeDecodeError, LookupError):
            pass  # a page often declares what its server once used: go on as if it had not
    best = from_bytes(data, cp_isolation=_EIGHT_BIT).best()
    if best is None or best.chaos > _MOST_CHAOS or _is_unlikely(str(best)):
        raise ValueError(
            f"byte {utf8_error.start} is not UTF-8, and no other encoding fits; save it as UTF-8"
        )
    text = str(best)
    # Where windows-1251 has Macedonian ќ, its Kazakh sister has қ.
    return data.decode("kz1048") if best.encoding == "cp1251" and "ќ" in text.lower() else text


def _is_unlikely(text: str) -> bool:
    """Say whether a text has more accented letters than any language of the region.

    Cyrillic in a short file comes out so when it is taken for windows-1252.
    """
    accented = sum("À" <= char <= "ÿ" for char in text)
    return accented * 3 > sum(char.isalpha() for char in text)
