"""Describe the kinds of queries and of notices for SARIF, from the docstrings of the checks."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterable
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from reconcile.model import Relation, Severity
from reconcile.plugin import names
from reconcile.render.gate.parts.log import Configuration, Descriptor, Message
from reconcile.settings import Settings

CHECKS = "reconcile.checks"
HOME = "https://pypi.org/project/reconcile-reports/"
# What may be said of a run beside its queries: id, and what it is in a sentence.
NOTICES = {
    "unreadable": "A submission cannot be read.",
    "unmatched": "No report on file tells of the incident of a submission.",
    "refused": "A submission must not be published: it is embargoed, withheld or canceled.",
    "expired": "An entry of the baseline holds no longer: its last day is over.",
    "stale": "No divergence meets an entry of the baseline any more.",
    "unused": "A reconcile-ignore of a submission excuses nothing.",
}


def kinds(found: Iterable[str]) -> tuple[str, ...]:
    """Return the kinds of queries in the order of their rules: all checks, then any others found."""
    known = names(CHECKS)
    return known + tuple(sorted(set(found) - set(known)))


def rules(found: tuple[str, ...], settings: Settings) -> list[Descriptor]:
    """Return a rule for each kind, with the manual page of its check."""
    return [_rule(kind, settings) for kind in found]


def notices() -> list[Descriptor]:
    """Return a descriptor for each kind of notice."""
    return [Descriptor(name, Message(words)) for name, words in NOTICES.items()]


def _rule(kind: str, settings: Settings) -> Descriptor:
    page = manual(kind)
    first, _, rest = page.partition("\n\n")
    prose = rest.split("\n\nAgrees::", 1)[0]
    whole = first if prose.startswith("Agrees::") or not prose else f"{first} {_line(prose)}"
    return Descriptor(
        id=kind,
        short_description=Message(_line(first)),
        full_description=Message(_line(whole)),
        help=Message(page, page.replace("Agrees::", "Agrees:").replace("Diverges::", "Diverges:")),
        help_uri=f"{HOME}#{kind}",
        default_configuration=Configuration(_default(kind, settings).value),
    )


def _default(kind: str, settings: Settings) -> Severity:
    """Return how loud a conflict of the kind is."""
    return settings.severity(kind, Relation.CONFLICT)


def _line(text: str) -> str:
    return " ".join(text.split())


@cache
def manual(kind: str) -> str:
    """Return the docstring of a check without importing it, and all that it builds on."""
    known = find_spec(f"{CHECKS}.{kind}") if kind in names(CHECKS) else None
    if not (known and known.origin):
        return f"Reports diverge: {kind}."
    tree = ast.parse(Path(known.origin).read_text("utf-8"))
    return inspect.cleandoc(ast.get_docstring(tree) or f"Reports diverge: {kind}.")
