"""Set the text of a report in another house's style, so that only its dress changes."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable

from reconcile.model import BlockKind, Report

_HEAD = re.compile(r"---\n.*?\n---\n|\s*date [^\n]*\n", re.DOTALL)
_DOUBLE = re.compile(r"[“\"]([^“”\"]*)[”\"]")
_BARE = re.compile(r"[“\"]([^“”\"‘’']*)[”\"]")  # without an apostrophe that could end it
_SMALL = frozenset("a an the of to in on at for from with by and or but as".split())


def wrapped(width: int) -> Callable[[Report], str]:
    """Break the lines of the paragraphs at a width; front matter and headings stay one line."""

    def dress(report: Report) -> str:
        head = found.group() if (found := _HEAD.match(report.text)) else ""
        told = [part.strip() for part in re.split(r"\n\s*\n", report.text[len(head) :])]
        lines = [p if p.startswith("#") else textwrap.fill(p, width, **_KEEP) for p in told]
        return head + "\n" + "\n\n".join(lines) + "\n"

    return dress


_KEEP = {"break_long_words": False, "break_on_hyphens": False}


def ends(mark: str) -> Callable[[Report], str]:
    """Give all lines another end."""
    return lambda report: report.text.replace("\n", mark)


def straight(report: Report) -> str:
    """Set all marks as a typewriter does."""
    return report.text.translate(str.maketrans("“”‘’", "\"\"''"))


def marks(before: str, after: str) -> Callable[[Report], str]:
    """Set quotations in other double marks."""
    return lambda report: _DOUBLE.sub(rf"{before}\1{after}", report.text)


def single(before: str, after: str) -> Callable[[Report], str]:
    """Set quotations without apostrophes in single marks."""
    return lambda report: _BARE.sub(rf"{before}\1{after}", report.text)


def headlines(style: Callable[[str], str]) -> Callable[[Report], str]:
    """Set the headlines in another case."""
    return lambda report: _restyled(report, BlockKind.HEADLINE, style)


def title_case(words: str) -> str:
    """Give every word of a headline a capital but the small ones inside."""
    told = words.split(" ")
    return " ".join(
        w if k and w.lower() in _SMALL else w[:1].upper() + w[1:] for k, w in enumerate(told)
    )


def datelines(report: Report) -> str:
    """Set the town of a dateline in small letters: "ARDEN (AP)" as "Arden (AP)"."""
    return _restyled(
        report,
        BlockKind.DATELINE,
        lambda words: re.sub(r"\A[A-Z][A-Z ]+\b", lambda m: m[0].title(), words),
    )


def _restyled(report: Report, kind: BlockKind, style: Callable[[str], str]) -> str:
    text = report.text
    for block in reversed(report.blocks):
        if block.kind is kind:
            words = style(block.span.of(text))
            text = text[: block.span.start] + words + text[block.span.end :]
    return text


STYLES: dict[str, Callable[[Report], str]] = {
    "lines broken at 60": wrapped(60),
    "lines broken at 72": wrapped(72),
    "lines that end as on Windows": ends("\r\n"),
    "lines that end as on an old Mac": ends("\r"),
    "straight marks": straight,
    "guillemets": marks("«", "»"),
    "low and high marks": marks("„", "“"),
    "marks of a typesetter": marks("``", "''"),
    "single curly marks": single("‘", "’"),
    "single straight marks": single("'", "'"),
    "headlines in capitals": headlines(str.upper),
    "headlines in title case": headlines(title_case),
    "datelines in small letters": datelines,
}
