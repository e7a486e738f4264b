"""Make words fit for the log of a job: none of them is read as a command there."""

from __future__ import annotations

import re

from reconcile.render.page.words import legible, visible

# What GitHub's runner takes for a command: "::name …::" after white space at the head of a line,
# and, the older way, "##[name …]" anywhere in it.
_COMMAND = re.compile(r"^(\s*)::", re.MULTILINE)
_OLDER = "##["


def harmless(text: str) -> str:
    """Return the text of a log with nothing in it that the runner obeys."""
    return _COMMAND.sub(r"\1: :", text).replace(_OLDER, "# #[")


def data(text: str) -> str:
    """Return words as the message of a workflow command, on one line."""
    return _escaped(visible(text))


def value(text: str) -> str:
    """Return words as the value of a property of a workflow command; spaces stay as they are."""
    shown = legible(text).replace("\n", "␊")
    return _escaped(shown).replace(":", "%3A").replace(",", "%2C")


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace(_OLDER, "# #[")
