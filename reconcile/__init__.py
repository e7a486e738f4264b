"""Compare several reports of the same incident, fact by fact, and say where they diverge.

    from reconcile import read_report, reconcile

    result = reconcile([read_report("herald.txt"), read_report("courier.txt")])

The public names are imported when they are first asked for, so that `import reconcile` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from reconcile.errors import ReconcileError
    from reconcile.model import Divergence, Finding, Reconciliation, Report, Row
    from reconcile.pipeline import reconcile
    from reconcile.read import read_report
    from reconcile.settings import Settings

_HOMES = {
    "Divergence": "model",
    "Finding": "model",
    "ReconcileError": "errors",
    "Reconciliation": "model",
    "Report": "model",
    "Row": "model",
    "Settings": "settings",
    "read_report": "read",
    "reconcile": "pipeline",
}

__all__ = [
    "Divergence",
    "Finding",
    "ReconcileError",
    "Reconciliation",
    "Report",
    "Row",
    "Settings",
    "__version__",
    "read_report",
    "reconcile",
]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - a public name may be of any type
    """Import a public name from its module; raises AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module 'reconcile' has no attribute {name!r}")
    return getattr(import_module(f"reconcile.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
