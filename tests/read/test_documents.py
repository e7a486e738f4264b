"""Read PDF, Word and OpenDocument files that are made here, sound, odd, broken and hostile."""

from __future__ import annotations

import pytest

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import BOILERPLATE, Report
from reconcile.plugin import Input
from reconcile.read.parts.choice import read_input
from reconcile.settings import Settings
from reconcile.text.positions import locate
from tests.read import made

LEAD = "Nine people were hurt on Thursday when the ferry Ostra struck a pier in heavy fog."
MORE = "The harbour master said that the engines had failed and that nobody was missing."
LAST = "Two of the injured were still in hospital on Friday morning, she said."


def read(file: str, data: bytes) -> Report:
    (report,) = read_input(Input(file, data, Settings()))
    return report


def told(report: Report) -> list[tuple[str, str]]:
    """Return kind and words of each block; all of them lie in the text."""
    return [(b.kind.value, " ".join(b.span.of(report.text).split())) for b in report.blocks]


def places(report: Report) -> list[str]:
    """Return where blocks of running text stand: page and line, or path."""
    found = [locate(report, b.span) for b in report.blocks if b.kind not in BOILERPLATE]
    return [at.path or f"{at.page}:{at.line}" for at in found]


# ---------------------------------------------------------------- PDF

ABOUT = {
    "Title": "Ferry strikes pier",
    "Author": "Jon Berg",
    "CreationDate": "D:20210305081500+01'00'",
}
HEAD = "Norhaven Herald - Friday 5 March"


def paper() -> bytes:
    """Two pages with running heads and page numbers; a word and a paragraph go over the edge."""
    first = [
        *made.column(800, [HEAD], 8),
        *made.column(770, ["Ferry strikes pier in fog"], 20),
        *made.column(
            730,
            [
                "Nine people were hurt on Thursday when the ferry Ostra struck a pier",
                "in heavy fog, the coastguard said, and the passengers were evac-",
                "uated by boat.",
            ],
        ),
        *made.column(
            670,
            [
                "The harbour master, a well-",
                "known figure, said that the engines had failed and that no-",
            ],
        ),
        *made.column(30, ["Page 1 of 2"], 8),
    ]
    second = [
        *made.column(800, [HEAD], 8),
        *made.column(
            770, ["body was missing. A well-known captain was on the bridge at the time."]
        ),
        *made.column(30, ["Page 2 of 2"], 8),
    ]
    return made.pdf([first, second], ABOUT)


def test_the_pages_of_a_pdf_are_one_text_again() -> None:
    report = read("a.pdf", paper())
    assert told(report) == [
        ("headline", "Ferry strikes pier in fog"),
        (
            "paragraph",
            "Nine people were hurt on Thursday when the ferry Ostra struck a pier in heavy fog, the coastguard said, and the passengers were evacuated by boat.",
        ),
        (
            "paragraph",
            "The harbour master, a well-known figure, said that the engines had failed and that nobody was missing. A well-known captain was on the bridge at the time.",
        ),
    ]
    assert places(report) == ["1:2", "1:3", "1:6"]
    assert (report.format, report.title, report.byline) == ("pdf", "Ferry strikes pier", "Jon Berg")
    assert report.published is not None
    assert str(report.published.at) == "2021-03-05 08:15:00+01:00"
    assert "the date of the PDF, 2021-03-05, is taken" in report.warnings[0]


def test_the_date_in_a_text_goes_before_that_of_its_file() -> None:
    page = made.column(700, ["date 2021-03-04 AP, OSLO", "", LEAD, MORE])
    report = read("a.pdf", made.pdf([page], ABOUT))
    assert report.published is not None
    assert (report.published.day.isoformat(), report.warnings) == ("2021-03-04", ())


def test_a_pdf_without_text_says_so() -> None:
    with pytest.raises(NoNewsText, match="its pages hold no text"):
        read("a.pdf", made.pdf([[], []]))


def test_an_encrypted_pdf_says_so() -> None:
    lock = "/Filter /Standard /V 1 /R 2 /P -4 /O <" + "41" * 32 + "> /U <" + "42" * 32 + ">"
    data = paper().replace(
        b"/Root 1 0 R", b"/Root 1 0 R /ID [<41> <41>] /Encrypt << " + lock.encode() + b" >>"
    )
    with pytest.raises(ReadError, match=r"it is encrypted .*; save it without a password"):
        read("a.pdf", data)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"/Kids [4 0 R 6 0 R]", b"/Kids [2 0 R 2 0 R]"),  # the pages are in themselves
        (b"/Parent 2 0 R", b"/Parent 4 0 R"),
        (b"/Contents 5 0 R", b"/Contents 4 0 R"),
        (b"startxref", b"startxxx"),
        (b"endstream", b""),
        (b" 0 obj", b" 0 odd"),
        (b"/Type /Catalog", b"/Type /Nothing"),
    ],
)
def test_a_pdf_that_is_broken_or_turns_in_circles_is_read_or_refused(
    old: bytes, new: bytes
) -> None:
    assert "\n" not in made.outcome("a.pdf", paper().replace(old, new))


def test_a_pdf_of_many_pages_is_refused() -> None:
    with pytest.raises(ReadError, match="it has 201 pages, the limit is 200"):
        read("a.pdf", made.pdf([[]] * 201))


# ---------------------------------------------------------------- Word

CORE = (
    "<dc:title>Ferry strikes pier</dc:title><dc:creator>Jon Berg</dc:creator>"
    '<dcterms:created xsi:type="dcterms:W3CDTF">2021-03-05T08:15:00Z</dcterms:created>'
)


def row(*cells: str) -> str:
    inside = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tr>{inside}</w:tr>"


def test_a_word_document_is_read_in_its_order() -> None:
    table = row(made.word("Hospital"), made.word("Injured")) + row(
        made.word("St Brigid"), made.word("7")
    )
    body = (
        made.word("Ferry strikes pier", "House")
        + made.word(LEAD)
        + f"<w:tbl>{table}</w:tbl><w:tbl>{row(made.word(MORE), made.word(LAST))}</w:tbl>"
        + made.word("The Ostra at the pier", "Caption")
    )
    report = read("a.docx", made.docx(body, CORE))
    assert told(report) == [
        ("headline", "Ferry strikes pier"),
        ("paragraph", LEAD),
        ("caption", "Hospital | Injured"),
        ("caption", "St Brigid | 7"),
        ("paragraph", MORE),
        ("paragraph", LAST),
        ("caption", "The Ostra at the pier"),
    ]
    assert places(report)[1:3] == [
        "/w:document/w:body/w:p[2]",
        "/w:document/w:body/w:tbl[2]/w:tr[1]/w:tc[1]/w:p[1]",
    ]
    assert (report.title, report.byline) == ("Ferry strikes pier", "Jon Berg")
    assert report.published is not None
    assert report.published.origin == "date of the document"


def test_changes_notes_and_text_boxes_of_a_word_document() -> None:
    box = f"<w:txbxContent>{made.word(LAST)}</w:txbxContent>"
    drawn = f"<mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent>"
    body = (
        "<w:p><w:r><w:t>Nine people </w:t></w:r><w:del><w:r><w:delText>died</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>were hurt on Thursday</w:t></w:r></w:ins><w:r><w:footnoteReference/>"
        f"<w:t> in Oslo.</w:t></w:r><w:r>{drawn}</w:r></w:p>"
        f"<w:sdt><w:sdtContent>{made.word(MORE)}</w:sdtContent></w:sdt>"
    )
    report = read("a.docx", made.docx(body))
    assert told(report) == [
        ("paragraph", "Nine people were hurt on Thursday in Oslo."),
        ("paragraph", LAST),
        ("paragraph", MORE),
    ]
    assert report.warnings == ("1 footnote is left out",)


# ---------------------------------------------------------------- OpenDocument

META = (
    "<dc:title>Ferry strikes pier</dc:title><meta:initial-creator>Jon Berg</meta:initial-creator>"
    "<meta:creation-date>2021-03-05T08:15:00.123456789</meta:creation-date>"
)


def test_an_opendocument_text_is_read_in_its_order() -> None:
    body = (
        "<text:tracked-changes><text:p>Ten people died.</text:p></text:tracked-changes>"
        '<text:p text:style-name="P1">Ferry strikes pier</text:p>'
        f"<text:p>{LEAD}<text:note><text:note-body><text:p>A note.</text:p></text:note-body></text:note></text:p>"
        "<table:table><table:table-row><table:table-cell><text:p>St Brigid</text:p></table:table-cell>"
        "<table:table-cell><text:p>7</text:p></table:table-cell></table:table-row></table:table>"
        f"<text:list><text:list-item><text:p>Two<text:s/>{MORE}</text:p></text:list-item></text:list>"
        "<text:p><draw:frame><draw:text-box>"
        '<text:p text:style-name="Illustration">The Ostra</text:p></draw:text-box></draw:frame></text:p>'
    )
    styles = '<style:style style:name="P1" style:parent-style-name="Title"/>'
    report = read("a.odt", made.odt(body, META, styles))
    assert told(report) == [
        ("headline", "Ferry strikes pier"),
        ("paragraph", LEAD),
        ("caption", "St Brigid | 7"),
        ("paragraph", f"Two {MORE}"),
        ("caption", "The Ostra"),
    ]
    assert places(report)[1] == "/office:document-content/office:body/office:text/text:p[2]"
    assert (report.title, report.byline) == ("Ferry strikes pier", "Jon Berg")
    assert report.published is not None
    assert report.published.day.isoformat() == "2021-03-05"
    assert report.warnings[0] == "1 footnote is left out"


def test_an_encrypted_opendocument_text_says_so() -> None:
    data = made.odt(f"<text:p>{LEAD}</text:p>", manifest="<m:encryption-data/>")
    with pytest.raises(ReadError, match="it is encrypted"):
        read("a.odt", data)


# ---------------------------------------------------------------- hostile

BOMB = (
    '<!DOCTYPE a [<!ENTITY b "lol"><!ENTITY c "'
    + "&b;" * 50
    + '"><!ENTITY d SYSTEM "/etc/passwd">]>'
)


@pytest.mark.parametrize(
    ("file", "data"),
    [
        ("a.docx", made.docx("<w:p><w:r><w:t>&c;&d;</w:t></w:r></w:p>", head=BOMB)),
        ("a.odt", made.odt("<text:p>&c;&d;</text:p>", head=BOMB)),
        ("a.docx", made.docx("<w:tbl><w:tr><w:tc>" * 100 + "</w:tc></w:tr></w:tbl>" * 100)),
        ("a.odt", made.odt("<text:section>" * 300 + "</text:section>" * 300)),
        ("a.docx", made.docx(made.word(LEAD))[:-40]),
        ("a.odt", made.odt(f"<text:p>{LEAD}</text:p>")[:-40]),
        ("a.docx", made.packed({"[Content_Types].xml": "<a", "word/document.xml": "<b"})),
        ("a.docx", made.packed({"word/document.xml": b" " * 41_000_000})),
        (
            "a.odt",
            made.packed(
                {
                    "mimetype": "application/vnd.oasis.opendocument.text",
                    "content.xml": b" " * 41_000_000,
                }
            ),
        ),
    ],
)
def test_hostile_documents_are_refused(file: str, data: bytes) -> None:
    with pytest.raises(ReadError) as caught:
        read(file, data)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(file)


def test_a_document_that_unpacks_to_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reconcile.read.parts.container.MOST", 1_000)
    for file, data in (("a.docx", made.docx(made.word(LEAD))), ("a.odt", made.odt(LEAD))):
        with pytest.raises(ReadError, match="the limit is 200 MB"):
            read(file, data)


def test_a_document_is_told_from_an_archive_by_its_members() -> None:
    assert read("report.zip", made.docx(made.word(LEAD))).format == "docx"
    assert read("report.doc", made.odt(f"<text:p>{LEAD}</text:p>")).format == "odt"
    assert read("a.txt", paper()).format == "pdf"
    inside = made.packed({"report.docx": made.docx(made.word(LEAD)), "note.txt": LEAD})
    found = read_input(Input("a.zip", inside, Settings()))
    assert [(r.part, r.format) for r in found] == [("report.docx", "docx"), ("note.txt", "text")]


def test_headlines_alone_are_no_news_text() -> None:
    with pytest.raises(NoNewsText):
        read("a.docx", made.docx(made.word("Ferry strikes pier", "House")))
