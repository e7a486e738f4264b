"""Show what was understood of one report, as an indented page or as JSON."""

from __future__ import annotations

from reconcile.render.account.listing import as_json
from reconcile.render.account.sheet import as_page

__all__ = ["as_json", "as_page"]
