"""Read the words that bound a number ("at least", "nearly", "or so") or tell its change ("fell to")."""

from __future__ import annotations

import math
import re

from reconcile.facts.line import Line
from reconcile.model import QuantityKind

# how far "about" reaches, as a share of the value: wire copy rounds to about two figures
TOLERANCE = 0.1

_SOFT = r"(?:(?:a\s(?:little|bit)|slightly|well|far|just|much|significantly|considerably)\s)?"
_BEFORE = re.compile(
    rf"""(?:(?<=\s)|(?<=^)|(?<=[("'—–-]))(?:
      (?P<at_least>(?:at(?:\ the)?(?:\ very)?\ least|(?:no|not)\ (?:fewer|less|lower)\ than
         |a\ minimum(?:\ of)?|(?:as\ few|as\ little)\ as))
     |(?P<at_most>(?:up\ to|at(?:\ the)?\ (?:very\ )?most|as\ (?:many|much|high|long|large|far)\ as
         |(?:no|not)\ (?:more|greater|higher|longer)\ than|a\ maximum(?:\ of)?))
     |(?P<more_than>{_SOFT}(?:(?:more|greater|higher|larger|longer|bigger|older)\ than
         |over(?:\ than)?|above|upwards?\ of|in\ excess\ of|exceed(?:ing|ed|s)?|surpass(?:ing|ed|es)|beyond)|>)
     |(?P<less_than>{_SOFT}(?:(?:less|fewer|lower|smaller|shorter|younger)\ than
         |under|below|short\ of)|sub-|<)
     |(?P<nearly>nearly|almost|close\ to|nearing|approaching|not\ quite|barely)
     |(?P<about>(?:about|around|approximately|approx\.?|roughly|some|circa|ca\.|an?\ estimated
         |estimated(?:\ at)?|in\ the\ region\ of|in\ the\ order\ of|something\ like|more\ or\ less)|[~≈]))
    (?:\s(?:a|an|another|only|just|about|around|some|nearly|almost)\b)?\s?\Z""",
    re.X | re.I,
)
# "handed over a 30-page file": before an article these are places and particles
_PLACE = re.compile(r"(?:over|above|under|below|beyond|around|about)\s(?:an?|the)\s?", re.I)
_AFTER = re.compile(
    r"(?P<at_least> or (?:more|above|over|older|higher|greater)\b| and (?:above|over|up)\b"
    r"|\+|[- ]plus\b| at (?:the (?:very )?)?least\b)"
    r"|(?P<at_most> or (?:less|fewer|under|below|younger|lower)\b| at (?:the )?most\b| max\b)"
    r"|(?P<about> or so\b|-odd\b| or thereabouts\b| approximately\b)",
    re.I,
)


def bound_before(text: str, start: int) -> tuple[str, int]:
    """Return the bound said right before a place ("" when none) and where its words start."""
    since = max(0, start - 42)
    match = _BEFORE.search(text[since:start])
    if not match or _PLACE.fullmatch(match[0]):
        return "", start
    return (match.lastgroup or "").replace("_", " "), since + match.start()


def bound_after(text: str, end: int) -> tuple[str, int]:
    """Return the bound said right after a place ("" when none) and where its words end."""
    match = _AFTER.match(text, end)
    if not match:
        return "", end
    return (match.lastgroup or "").replace("_", " "), match.end()


def interval(bound: str, low: float, high: float) -> tuple[str, float, float]:
    """Return the bound's name in the model, and the interval that it makes of a number."""
    if bound in ("at least", "more than"):
        return bound, low, math.inf
    if bound in ("at most", "less than"):
        return bound, min(0.0, low), high
    if bound == "nearly":
        return "about", low - TOLERANCE * abs(low), high
    if bound == "about":
        return bound, low - TOLERANCE * abs(low), high + TOLERANCE * abs(high)
    return bound or "exact", low, high


UP = frozenset(
    "rise increase climb grow jump surge soar rally up spike leap swell boost raise".split()
)
DOWN = frozenset(
    "fall drop decline decrease slip plunge tumble plummet down shrink dip slump".split()
)
# these move things and people as well: a change only of money and of shares
UP_OF_SHARES = frozenset("gain add advance rebound".split())
DOWN_OF_SHARES = frozenset("lose shed sink slide ease lower cut reduce retreat crash".split())
_SHARES = (QuantityKind.PERCENT, QuantityKind.MONEY)
_CLEAR = frozenset({"RB", "RBR", "IN", "TO", "CD", "DT", "$", "JJR", "JJ", "HYPH", "RP", "SYM"})


def change_before(line: Line, start: int, kind: QuantityKind) -> str:
    """Return "up" or "down" when a change word governs the number that starts at a place.

    Only small words and other numbers may stand between: "rose by nearly 5", "fell 2% to 31".
    """
    k = line.token_from(start) - 1
    for token in reversed(line.tokens[max(0, k - 6) : k + 1]):
        if _is_particle(line, token.i):
            return ""  # "closed down two plants", "made up of three parts"
        word = token.text.lower() if token.pos in ("ADV", "ADP") else token.lemma
        if word in UP or (kind in _SHARES and word in UP_OF_SHARES):
            return "" if _only_bound(line, token.i) else "up"
        if word in DOWN or (kind in _SHARES and word in DOWN_OF_SHARES):
            return "down"
        if token.tag not in _CLEAR and token.text not in ("%", "percent", "points", "point"):
            return ""
    return ""


_MOVES = frozenset(
    "be go move come edge inch tick trade end close finish open rise climb jump fall drop".split()
)


def _is_particle(line: Line, k: int) -> bool:
    """Tell whether "up" or "down" belongs to a verb that moves no figure: "closed down", "made up"."""
    word = line.tokens[k].text.lower()
    if word not in ("up", "down") or not k:
        return False
    verb = line.tokens[k - 1]
    shares = ("percent", "%", "point", "points")
    money = any(t.text.lower() in shares or t.tag == "$" for t in line.tokens[k + 1 : k + 6])
    return verb.pos == "VERB" and not (verb.lemma in _MOVES and money)


def _only_bound(line: Line, k: int) -> bool:
    """Tell whether "up" is the "up" of "up to 400", which changes nothing."""
    word = line.tokens[k].text.lower()
    after = line.tokens[k + 1].text.lower() if k + 1 < len(line.tokens) else ""
    return word == "up" and after == "to"
