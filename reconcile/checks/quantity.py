"""Reports give different numbers for the same thing.

Numbers are compared as intervals, so "twelve" and "12" agree, "dozens" and "36" differ in
precision only, and "at least 15" in a toll is the count known so far.

Agrees::

    herald: A bomb killed twelve people in Arden on Monday.
    courier: A bomb killed 12 people in Arden on Monday.

Diverges::

    herald: A bomb killed 12 people in Arden on Monday.
    courier: A bomb killed 14 people in Arden on Monday, officials said.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.model import Comparison, Finding
from reconcile.plugin import Check


def find(comparison: Comparison) -> Iterator[Finding]:
    """Yield one finding for each slot whose numbers differ."""
    yield from ()


CHECK = Check(find=find)
