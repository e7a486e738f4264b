"""Read e-mail that is made here: plain, with a page, with attached reports, broken and hostile."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from reconcile.errors import NoNewsText
from reconcile.model import BOILERPLATE, Report
from reconcile.plugin import Input
from reconcile.read.parts.choice import knowing, read_input
from reconcile.settings import Settings
from reconcile.text.positions import locate
from tests.read import made

LEAD = "Nine people were hurt on Thursday when the ferry Ostra struck a pier in heavy fog."
MORE = "The “harbour master” said that the engines had failed and that nobody was missing."
LAST = "Two of the injured were still in hospital on Friday morning, she said."
HEAD = (
    b"From: Norhaven Herald <desk@herald.example>\nSubject: Ferry strikes pier\n"
    b"Date: Fri, 05 Mar 2021 08:15:00 +0100\n"
)


def message(text: str = "") -> EmailMessage:
    mail = EmailMessage()
    mail["From"] = "Norhaven Herald <desk@herald.example>"
    mail["Subject"] = "Fwd: Ferry strikes Café Norhaven’s pier"
    mail["Date"] = "Fri, 05 Mar 2021 08:15:00 +0100"
    mail["Message-ID"] = "<17@herald.example>"
    if text:
        mail.set_content(text)
    return mail


def read(data: bytes | EmailMessage) -> list[Report]:
    raw = data if isinstance(data, bytes) else data.as_bytes()
    return list(read_input(Input("a.eml", raw, Settings())))


def news(report: Report) -> list[str]:
    return [
        " ".join(b.span.of(report.text).split()) for b in report.blocks if b.kind not in BOILERPLATE
    ]


def test_a_message_tells_sender_date_and_subject() -> None:
    text = f"{LEAD}\n\n{MORE}\n\n> {LAST}\n\n-- \nAda Lund\nNews desk, Norhaven Herald\n"
    (report,) = read(message(text))
    assert news(report) == ["Ferry strikes Café Norhaven’s pier", LEAD, MORE]
    assert (report.format, report.source) == ("eml", "Norhaven Herald")
    assert (report.title, report.item) == (
        "Ferry strikes Café Norhaven’s pier",
        "17@herald.example",
    )
    assert report.published is not None
    assert str(report.published.at) == "2021-03-05 08:15:00+01:00"


def test_places_in_a_plain_message_are_its_lines() -> None:
    (report,) = read(HEAD + b"\n" + f"{LEAD}\n\n{MORE}\n{LAST}\n".encode())
    found = [locate(report, b.span) for b in report.blocks]
    assert [(at.line, at.column, at.end_line) for at in found] == [(2, 0, 0), (5, 1, 5), (7, 1, 8)]
    assert found[0].path == "Subject"


def test_the_plain_text_goes_before_the_page() -> None:
    mail = message(f"{LEAD}\n\n{MORE}")
    mail.add_alternative(f"<html><body><p>{LAST}</p></body></html>", subtype="html")
    assert news(read(mail)[0])[1:] == [LEAD, MORE]


def test_a_message_that_is_a_page_is_read_as_one() -> None:
    mail = message()
    page = f"<html><body><p>{LEAD}</p><p>{MORE}</p><p>{LAST}</p></body></html>"
    mail.set_content(page, subtype="html")
    assert news(read(mail)[0])[1:] == [LEAD, MORE, LAST]


def test_attached_reports_are_reports_of_the_file() -> None:
    mail = message(LEAD)
    mail.add_attachment(LAST.encode(), maintype="text", subtype="plain", filename="late.txt")
    word = made.docx(made.word(MORE))
    mail.add_attachment(word, maintype="application", subtype="octet-stream", filename="a.docx")
    mail.add_attachment(b"\1\2\3" * 50, maintype="application", subtype="x-odd", filename="odd.bin")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    first, late, other = read(mail)
    assert first.warnings == ("the attached odd.bin is left out: it is a binary file, not text",)
    assert (late.part, late.file, news(late)) == ("late.txt", "a.eml", [LAST])
    assert (other.part, other.format, other.source) == ("a.docx", "docx", "Norhaven Herald")
    assert other.published == first.published


def test_a_forwarded_message_is_a_report_of_its_own() -> None:
    mail = message()
    mail.set_content("\n")
    mail.add_attachment(message(f"{LEAD}\n\n{MORE}"))
    (report,) = read(mail)
    assert (report.part, news(report)[1:]) == ("message.eml", [LEAD, MORE])


def test_messages_in_messages_have_a_limit() -> None:
    mail = message(LEAD)
    for _ in range(5):
        outer = message(MORE)
        outer.add_attachment(mail)
        mail = outer
    reports = read(mail)
    assert len(reports) == 4
    assert "too deep" in reports[-1].warnings[0]


def test_a_message_without_a_text_has_no_news_text() -> None:
    mail = message()
    mail.set_content("\n")
    mail.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    with pytest.raises(NoNewsText, match="the message has no text"):
        read(mail)


BODY = b"\n" + LEAD.encode() + b"\n\n" + LAST.encode()


@pytest.mark.parametrize(
    "data",
    [
        HEAD + b"Content-Type: text/plain; charset=klingon" + BODY,
        HEAD
        + b"Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n!!!="
        + BODY,
        HEAD + b"Content-Type: multipart/mixed; boundary=x" + BODY,
        HEAD + b"Content-Type: multipart/mixed\n" + BODY,
        HEAD + b"Content-Type: message/rfc822\n" + BODY,
        HEAD + b"Content-Type: message/delivery-status\n" + BODY,
        HEAD + b"Content-Type: text/plain; charset*=utf-8'en'%E9; name*0*=a" + BODY,
        HEAD.replace(b"Fri, 05", b"Fri, 99") + BODY,
        HEAD.replace(b"Ferry", b"=?utf-8?b?!!!?= =?x?q?=zz?=") + BODY,
        HEAD.replace(b"\n", b"\r") + BODY,
        HEAD + b"X: " + b"(" * 5_000 + BODY,
        HEAD
        + b"Content-Type: multipart/mixed; boundary=x\n"
        + b"\n--x\nContent-Type: multipart/mixed; boundary=y\n" * 150,
        HEAD
        + b"".join(
            b"Content-Type: multipart/mixed; boundary=x%d\n\n--x%d\n" % (k, k) for k in range(90)
        )
        + BODY,
    ],
    ids=range(13),
)
def test_a_message_that_is_broken_is_read_or_refused(data: bytes) -> None:
    assert "\n" not in made.outcome("a.eml", data)


@pytest.mark.parametrize(
    ("data", "known"),
    [
        (HEAD + b"\nText", True),
        (b"From sender Fri Mar  5 08:15:00 2021\n" + HEAD, True),
        (b"Received: from a\n\tby b\nFrom: a@b.example\nMIME-Version: 1.0\n", True),
        (b"From: Oslo\n\nNine people were hurt.", False),
        (b"Date: 2021-03-04\nSubject: Ferry\n\nNine people were hurt.", False),
        (b"---\nFrom: a\nSubject: b\nDate: c\n---\n", False),
    ],
)
def test_a_message_is_known_by_its_header(data: bytes, known: bool) -> None:
    assert ("eml" in dict(knowing(Input("a", data, Settings())))) is known
