"""Make small documents of every kind byte by byte, so that a test can show what is in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence

from reconcile.errors import ReadError
from reconcile.plugin import Input
from reconcile.read.parts.choice import read_input
from reconcile.settings import Settings

Printed = Sequence[tuple[float, float, float, str]]  # x, y, size in points, words


def outcome(file: str, data: bytes) -> str:
    """Return the words of what is read of a file, or the line that refuses it."""
    try:
        return "".join(" ".join(r.text.split()) for r in read_input(Input(file, data, Settings())))
    except ReadError as error:
        return str(error)


def pdf(pages: Sequence[Printed], about: Mapping[str, str] | None = None, extra: str = "") -> bytes:
    """Make a PDF document of printed lines, in Helvetica and the encoding of Windows."""
    bodies: list[bytes] = []
    kids = " ".join(f"{4 + 2 * k} 0 R" for k in range(len(pages)))
    info = " ".join(f"/{key} ({value})" for key, value in (about or {}).items())
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    bodies.append(f"<< /Type /Catalog /Pages 2 0 R {extra} >>".encode())
    bodies.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode())
    bodies.append(f"<< {info} >>".encode("latin-1"))
    for k, lines in enumerate(pages):
        drawn = b"\n".join(_drawn(*line) for line in lines)
        bodies.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {5 + 2 * k} 0 R "
            f"/Resources << /Font << /F1 {font} >> >> >>".encode()
        )
        bodies.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(drawn), drawn))
    out, places = io.BytesIO(b"%PDF-1.4\n"), []
    out.seek(0, io.SEEK_END)
    for number, body in enumerate(bodies, 1):
        places.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start, count = out.tell(), len(bodies) + 1
    rows = b"".join(b"%010d 00000 n \n" % at for at in places)
    out.write(b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, rows))
    out.write(b"trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R >>\n" % count)
    out.write(b"startxref\n%d\n%%%%EOF\n" % start)
    return out.getvalue()


def _drawn(x: float, y: float, size: float, words: str) -> bytes:
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    return f"BT /F1 {size} Tf {x} {y} Td ({escaped}) Tj ET".encode("cp1252")


def column(top: float, lines: Sequence[str], size: float = 11, x: float = 72) -> Printed:
    """Set lines below each other, from a height downwards."""
    return [(x, top - k * size * 1.2, size, words) for k, words in enumerate(lines)]


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """Pack members; the first one is stored as it is, for ODT wants its type readable."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for k, (name, data) in enumerate(members.items()):
            info = zipfile.ZipInfo(name, (2021, 3, 5, 8, 0, 0))
            archive.writestr(info, data, zipfile.ZIP_DEFLATED if k else zipfile.ZIP_STORED)
    return made.getvalue()


_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = f"""<Types xmlns="{_PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
</Types>"""
_RELS = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>
<Relationship Id="r2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>
</Relationships>"""
_INNER = f"""<Relationships xmlns="{_PACKAGE}/relationships">
<Relationship Id="r1" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>"""
_STYLES = f"""<w:styles xmlns:w="{_W}">
<w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>
<w:style w:type="paragraph" w:styleId="House"><w:name w:val="House Head"/><w:basedOn w:val="berschrift1"/></w:style>
<w:style w:type="paragraph" w:styleId="Caption"><w:name w:val="caption"/></w:style>
</w:styles>"""


def docx(body: str, core: str = "", head: str = "") -> bytes:
    """Make a Word document of the XML of its body and of its core properties."""
    spaces = (
        f'xmlns:w="{_W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    )
    properties = (
        f'<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{core}</cp:coreProperties>'
    )
    return packed(
        {
            "[Content_Types].xml": _TYPES,
            "_rels/.rels": _RELS,
            "word/document.xml": f"{head}<w:document {spaces}><w:body>{body}</w:body></w:document>",
            "word/_rels/document.xml.rels": _INNER,
            "word/styles.xml": _STYLES,
            "docProps/core.xml": properties,
        }
    )


def word(words: str, style: str = "") -> str:
    """Return a paragraph of a Word document."""
    about = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{about}<w:r><w:t>{words}</w:t></w:r></w:p>"


_ODF = "urn:oasis:names:tc:opendocument:xmlns"
_SPACES = " ".join(
    f'xmlns:{short}="{_ODF}:{name}:1.0"'
    for short, name in (
        *(("office", "office"), ("text", "text"), ("table", "table"), ("style", "style")),
        *(("draw", "drawing"), ("meta", "meta"), ("m", "manifest")),
    )
)


def odt(body: str, meta: str = "", styles: str = "", head: str = "", manifest: str = "") -> bytes:
    """Make an OpenDocument text of the XML of its text, properties and styles."""
    space = f'{_SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/"'
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{head}<office:document-content {space}><office:automatic-styles>{styles}"
            f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
            "</office:document-content>",
            "meta.xml": f"<office:document-meta {space}><office:meta>{meta}</office:meta>"
            "</office:document-meta>",
            "META-INF/manifest.xml": f"<m:manifest {space}>{manifest}</m:manifest>",
        }
    )
