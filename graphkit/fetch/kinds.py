"""An answer -> what it is, and the bytes to keep of it."""

from __future__ import annotations

import codecs
import re
from typing import Final

from graphkit.fetch.transfer import Answer
from graphkit.sources.html import find_charset

PAGE, LIST = ".html", ".xml"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_KINDS: Final = {
    "text/html": PAGE, "application/xhtml+xml": PAGE, "text/plain": ".txt",
    "text/markdown": ".md", "application/pdf": ".pdf", _WORD: ".docx", "text/xml": LIST,
    "application/xml": LIST, "application/rss+xml": LIST, "application/atom+xml": LIST,
    "application/rdf+xml": LIST, "application/gzip": LIST, "application/x-gzip": LIST,
}  # fmt: skip
# For servers that say nothing, or "octet-stream".
_BEGINS: Final = (
    (b"%PDF-", ".pdf"), (b"<?xml", LIST), (b"<rss", LIST), (b"<!doctype html", PAGE),
    (b"<html", PAGE), (b"\x1f\x8b", LIST),
)  # fmt: skip
_UNTOLD: Final = frozenset({"", "application/octet-stream", "binary/octet-stream"})
_CHARSET: Final = re.compile(r"charset=[\"' ]*([\w.:-]+)", re.IGNORECASE)


def find_kind(answer: Answer) -> str | None:
    """Return the ending of the file that an answer makes; None if graphkit reads no such."""
    kind = answer.header("content-type").partition(";")[0].strip().lower()
    begin = answer.body[:64].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    sniffed = next((ending for sign, ending in _BEGINS if begin.startswith(sign)), None)
    if kind in _UNTOLD:
        return sniffed
    # XHTML often begins as XML does, and feeds are often sent as pages.
    if kind == "text/html" and begin.startswith((b"<rss", b"<feed", b"<urlset")):
        return LIST
    return _KINDS.get(kind)


def find_bytes(answer: Answer, ending: str) -> bytes:
    """Return what to keep: the bytes that came, but UTF-8 where only a header told the encoding.

    The file is all that is left of the answer, and a page in windows-1251 that does not
    say so would have to be guessed.
    """
    told = _CHARSET.search(answer.header("content-type"))
    if told is None or ending not in (PAGE, ".txt", ".md"):
        return answer.body
    if answer.body.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return answer.body
    if ending == PAGE and find_charset(answer.body):
        return answer.body
    try:
        if codecs.lookup(told[1]).name in ("utf-8", "ascii"):
            return answer.body
        return codecs.BOM_UTF8 + answer.body.decode(told[1]).encode()
    except (LookupError, UnicodeDecodeError):
        return answer.body  # the header is wrong; the reader tells from the text
