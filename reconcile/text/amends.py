"""Read what a correction puts in the place of what: "to say 11 dead, not 14", "14 should read 11"."""

from __future__ import annotations

import re

from reconcile.model import Span

_OLD = r"(?P<wrong>[^.;()]{1,90}?)(?=,?\s+(?:in|of) (?:the |its )?(?:\w+ )?(?:paragraph|headline|lead|graf|par|sentence)|\s*[.;()]|,\s|\Z)"
_NEW = r"(?P<right>[^.;()]{1,120}?)"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"(?P<wrong>[^\s.;():,](?:[^.;():,]|,(?=\d)){{0,60}}?)\s+should\s+(?:read|be|have\s+(?:been|read|said))\s+{_NEW}(?=\s*[.;()]|\Z)",
        # "to say that 11 people were killed, not 14"
        rf"\b(?:to\s+(?:say|show|read|reflect|state|make\s+clear|indicate)|corrects[^.;:]{{0,60}}?\bto(?:\s+(?:say|show|read|reflect))?|\b(?:is|are|was|were)|(?:should|must)\s+(?:say|read))\s+(?:that\s+)?{_NEW}"
        rf",?\s+(?:and\s+)?(?:not|instead\s+of|rather\s+than|sted(?:\s+of)?)\s+{_OLD}",
        # "… said 14 people were killed. The figure is 11"
        rf"\b(?:earlier|previous|prior|initial|original)\b[^.;]{{0,80}}?\b(?:said|stated|reported|gave|put)\b(?:\s+(?:incorrectly|wrongly|erroneously|mistakenly|in\s+error))?"
        rf"(?:\s+that)?\s+{_OLD}(?:[.;]\s+{_NEW}(?=\s*[.;()]|\Z))?",
        rf"\b(?:incorrectly|wrongly|erroneously|mistakenly)\s+(?:said|stated|reported|gave|put)\b(?:\s+that)?\s+{_OLD}(?:[.;]\s+{_NEW}(?=\s*[.;()]|\Z))?",
        rf"\b(?:corrects|changes|corrected|changed|fixes|amends)\b[^.;]{{0,80}}?\bfrom\s+(?P<wrong>[^.;()]{{1,60}}?)\s+to\s+{_NEW}(?=\s*[.;()]|\Z)",
        # "CORRECTS number of dead to 11"
        rf"\b(?:corrects|corrected)\b[^.;:]{{0,80}}?\b(?:to|is|are|was|were)\s+(?:(?:say|show|read|reflect|state)\s+)?(?:that\s+)?{_NEW}(?=\s*[.;()]|\Z)",
    )
)


def amends(text: str, span: Span) -> tuple[Span | None, Span | None]:
    """Return the words that a correction takes back, and those it puts in their place."""
    for form in _FORMS:
        m = form.search(text, span.start, span.end)
        if m:
            named = m.groupdict()
            return tuple(  # type: ignore[return-value]
                Span(m.start(name), m.end(name)) if named.get(name) else None
                for name in ("wrong", "right")
            )
    return None, None
