"""Make words fit for Markdown: GitHub shows them as they are, and none of them becomes a link."""

from __future__ import annotations

import re

from reconcile.render.page.words import visible

_MARKUP = re.compile(r"[\\`*_\[\]<>|~$]|&(?=[#\w])|(?<=[Ww]{3})\.")
# Some things are looked for when the page is set already, so that a backslash does not help:
# mentions and addresses, numbers of issues, names of pictures, addresses of pages. A mark of no
# width after the first character keeps them apart, as the bots of that house do it.
_FOUND_LATER = re.compile(
    r"@(?=[\w./-])|#(?=\d)|(?<=GH-)(?=\d)|:(?=//)|:(?=[\w+-]*[A-Za-z][\w+-]*:)|:(?=100:|1234:)",
    re.IGNORECASE,
)
_APART = "\u200b"
_AT_THE_HEAD = re.compile(r"^(?:[-+#=](?=[\s#=+-]|$)|\d{1,9}(?=[.)](?:\s|$)))")


def markdown(text: str) -> str:
    """Return words on one line such that Markdown shows them, and nothing but them.

    White space at both ends stays, so that pieces of a line can be joined.
    """
    shown = _FOUND_LATER.sub(lambda m: m.group() + _APART, visible(text))
    return _AT_THE_HEAD.sub(_escaped_head, _MARKUP.sub(r"\\\g<0>", shown))


def _escaped_head(match: re.Match[str]) -> str:
    """Return what would begin a list, a heading or a rule, made plain."""
    head = match.group()
    return f"{head}\\" if head.isdigit() else f"\\{head}"


def set_off(before: str, words: str, after: str, mark: str, tag: str) -> str:
    """Return Markdown between marks ("**"), or between tags where the marks would not be read.

    `before` and `after` are what stands beside the words, already fit for Markdown (CommonMark
    0.31, 6.2: a delimiter run between a letter and a punctuation mark opens or closes nothing).
    """
    inner = words.strip()
    if not inner:
        return words
    lead = words[: len(words) - len(words.lstrip())]
    trail = words[len(words.rstrip()) :]
    opens = _reads(inner[0], lead[-1:] or before[-1:])
    closes = _reads(inner[-1], trail[:1] or after[:1])
    if opens and closes:
        return f"{lead}{mark}{inner}{mark}{trail}"
    return f"{lead}<{tag}>{inner}</{tag}>{trail}"


def _reads(inside: str, outside: str) -> bool:
    """Tell whether a mark between two characters is read as one."""
    if outside in {"*", "~"}:  # it would run into another mark
        return False
    return _word(inside) or not outside or outside.isspace() or not _word(outside)


def _word(character: str) -> bool:
    return character.isalnum()
