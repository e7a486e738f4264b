"""Say which of several origins are independent of each other, so that agreement is not counted twice.

The text of a report that only says "with inputs from AP" may be AP's: beside AP's own copy, or beside
another such text, it is no second source.
"""

from __future__ import annotations

from collections.abc import Iterable

from reconcile.model import Lineage


def independent(names: Iterable[str], lineage: Lineage) -> tuple[str, ...]:
    """Return the names that count: none that may be the text of another that counts, sorted."""
    perhaps = {o.name: set(o.perhaps) for o in lineage.origins if o.perhaps}
    told = sorted(set(names))
    counted = [name for name in told if name not in perhaps]
    agencies = set(counted)
    for name in told:
        if name in perhaps and not perhaps[name] & agencies:
            counted.append(name)
            agencies |= perhaps[name]
    return tuple(sorted(counted))
