"""A saved e-mail (.eml) -> Release."""

from __future__ import annotations

import email.policy
import email.utils
import re
from collections.abc import Iterator
from email.message import EmailMessage, MIMEPart
from email.parser import BytesParser
from typing import BinaryIO

from graphkit.errors import ReleaseError
from graphkit.model import Release, Source
from graphkit.sources.encodings import decode
from graphkit.sources.html import make_page_release
from graphkit.sources.release import make_release

_FORWARDED = re.compile(r"(?:(?:fwd?|re|aw|отв|пересл)\s*:\s*)+", re.IGNORECASE)


def read_mail(stream: BinaryIO, name: str) -> Iterator[Release]:
    """Yield the one release of a message: subject as title, the sender's domain as publisher.

    Attachments are passed over; the plain body is taken before the one in HTML.

    :raises ReleaseError: if the message has no body, or its language is not read.
    """
    message = BytesParser(EmailMessage, policy=email.policy.default).parse(stream)
    body = message.get_body(preferencelist=("plain", "html"))
    sender = email.utils.parseaddr(_read_header(message, "from"))[1]
    subject = _FORWARDED.sub("", _read_header(message, "subject"), count=1)
    try:
        if body is None:
            raise ReleaseError("the message has no text; is its text in an attachment?")
        text = _read_part(body)
        if body.get_content_subtype() == "html":
            text = make_page_release(text, source=Source(name)).text
        yield make_release(
            text,
            title=subject,
            date=_read_date(message),
            publisher=sender.rpartition("@")[2] or None,
            source=Source(name),
        )
    except ReleaseError as error:
        raise ReleaseError(f"{name}: {error}") from error


def _read_header(message: EmailMessage, name: str) -> str:
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError):  # what the standard library makes of broken headers
        return ""


def _read_part(part: MIMEPart) -> str:
    data = part.get_payload(decode=True)
    if not isinstance(data, bytes):
        return ""
    try:
        return decode(data, declared=part.get_content_charset())
    except ValueError as error:
        raise ReleaseError(str(error)) from error


def _read_date(message: EmailMessage) -> str | None:
    try:
        return email.utils.parsedate_to_datetime(_read_header(message, "date")).date().isoformat()
    except ValueError:
        return None
