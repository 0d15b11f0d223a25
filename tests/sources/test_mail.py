from __future__ import annotations

import io
from email.message import EmailMessage

import pytest

from graphkit.errors import ReleaseError
from graphkit.sources.mail import read_mail


def make_mail(text: str, *, subtype: str = "plain", charset: str = "utf-8") -> EmailMessage:
    message = EmailMessage()
    message["Subject"] = "Fwd: Визит министра"
    message["From"] = "Баспасөз қызметі <press@parlam.kz>"
    message["Date"] = "Thu, 14 May 2026 09:00:00 +0500"
    message.set_content(text, subtype=subtype, charset=charset)
    return message


@pytest.mark.parametrize("charset", ["utf-8", "koi8-r", "windows-1251"])
def test_read_mail_takes_subject_date_and_sender(charset: str) -> None:
    message = make_mail("Министр прибыл в Астану.\n", charset=charset)
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    (release,) = read_mail(io.BytesIO(message.as_bytes()), "a.eml")
    assert release.reading == "Визит министра\nМинистр прибыл в Астану."
    assert (release.date, release.publisher) == ("2026-05-14", "parlam.kz")


def test_read_mail_takes_the_main_text_of_html() -> None:
    body = "<html><body><p>Министр прибыл в Астану и встретился с послом.</p></body></html>"
    (release,) = read_mail(io.BytesIO(make_mail(body, subtype="html").as_bytes()), "a.eml")
    assert release.reading.endswith("\nМинистр прибыл в Астану и встретился с послом.")


@pytest.mark.parametrize("data", [b"", b"Subject: A\n\n", b"Content-Type: image/png\n\nxx"])
def test_read_mail_wants_a_body(data: bytes) -> None:
    with pytest.raises(ReleaseError, match=r"a\.eml: the (message|release) has no text"):
        list(read_mail(io.BytesIO(data), "a.eml"))
