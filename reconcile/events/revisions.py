"""Read the words that make a figure the newer one or the older one: "has risen to", "up from".

The words stand next to the figure, so they are read from its sentence: what a report says has risen,
was revised, or was earlier put at another value supersedes that other value, whatever the clock says.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from reconcile.model import Sentence, Span

_LEAD = r"(?:(?:at|the|a|an|of|some|about|around|nearly|almost|over|more|than|least|most|as|many|total|just)\s+){0,4}"
_FIGURE = r"(?:toll|count|figures?|tally|estimates?|number|total|reports?|data|information|results)"
_NEWER = re.compile(
    r"\b(?:"
    r"(?P<up>ris(?:es|en|ing)|rose|climb(?:s|ed|ing)?|jump(?:s|ed)?|increas(?:es?|ed|ing)|gr(?:ew|own)|soar(?:s|ed)?|surg(?:es?|ed)|"
    r"swell(?:s|ed)?|swollen|mount(?:s|ed)|go(?:es|ne)\s+up|went\s+up|rais(?:es?|ed|ing)|upped|updated\s+upward)"
    r"|(?P<down>fallen|fell|falls|dropp?(?:s|ed)|declin(?:es?|ed)|lower(?:s|ed|ing)|reduc(?:es?|ed|ing)|downgraded|scaled\s+back|"
    r"(?:revis(?:es?|ed|ing)|cut)(?:\s+[\w-]+){0,4}\s+down(?:ward)?)"
    r"|(?P<revised>revis(?:es?|ed|ing)|updat(?:es?|ed|ing)|correct(?:s|ed|ing)|amend(?:s|ed|ing)|adjust(?:s|ed|ing))"
    rf")\b[^.;]{{0,60}}?\b(?:to|at|past)\s+{_LEAD}\Z",
    re.IGNORECASE,
)
_NEW = re.compile(
    rf"\b(?:(?:new|latest|updated|revised|corrected|fresh|final|most\s+recent)\s+(?:[\w-]+\s+){{0,2}}?{_FIGURE}"
    r"|now\s+(?:stands?|at|is|has\s+reached|put|puts)|stands?\s+now|is\s+now)\b[^.;\d]{0,60}\Z",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|earlier|initial(?:ly)?|original(?:ly)?|at first|first reported)\b[^.;]{0,45}\Z"
    rf"|\b(?:up|down|revis\w+|correct\w+|raised|lowered|updated|ris\w+|rose|fell|fallen|climb\w+|jump\w+|increas\w+)\s+from\s+(?:[\w-]+\s+){{0,5}}?{_LEAD}\Z"
    rf"|\b(?:sted|instead\s+of|rather\s+than)\s+{_LEAD}\Z",
    re.IGNORECASE,
)
_EARLIER_AFTER = re.compile(
    r"\A[^.;,]{0,40}?,?\s(?:(?:as|was|were|had\s+been|have\s+been)\s+)?(?:(?:earlier|previously|initially|originally|first)\s+"
    r"(?:reported|said|announced|given|put|stated|thought|feared|believed|counted)|(?:reported|said|announced|given|thought)\s+(?:earlier|previously|initially|at\s+first))\b",
    re.IGNORECASE,
)
_PROVISIONAL = re.compile(
    rf"\b(?:preliminary|provisional|initial|early|first)\s+(?:[\w-]+\s+)?{_FIGURE}\b[^.;]{{0,60}}\Z",
    re.IGNORECASE,
)
_REACH = 130  # characters before a figure in which its words stand


@dataclass(frozen=True, slots=True)
class Revision:
    """What the words beside a figure say of it as the newer or the older one."""

    sense: str  # up, down, revised, new: supersedes others; provisional: is superseded
    words: str  # that say so, as printed


def revision(sentence: Sentence, figure: Span, text: str) -> Revision | None:
    """Return what is said of a figure: "has risen to 36" is up; None where nothing is said."""
    before = _before(sentence, figure, text)
    if m := _PROVISIONAL.search(before):
        return Revision("provisional", _plain(m[0]))
    if m := _NEWER.search(before):
        return Revision(str(m.lastgroup), _plain(m[0]))
    if m := _NEW.search(before):
        return Revision("new", _plain(m[0]))
    return None


def is_earlier(sentence: Sentence, figure: Span, text: str) -> bool:
    """Tell whether the words say that a figure is an older one: "up from 20", "earlier put at 20"."""
    after = text[figure.end : sentence.span.end]
    return bool(
        _EARLIER.search(_before(sentence, figure, text)[-90:]) or _EARLIER_AFTER.match(after[:90])
    )


def earlier_figures(sentence: Sentence, text: str) -> frozenset[float]:
    """Return the values of a sentence that its words call older ones."""
    return frozenset(q.low for q in sentence.quantities if is_earlier(sentence, q.span, text))


def _before(sentence: Sentence, figure: Span, text: str) -> str:
    return text[max(sentence.span.start, figure.start - _REACH) : figure.start]


def _plain(words: str) -> str:
    return " ".join(words.split())
