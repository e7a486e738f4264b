"""Say a figure with what it counts: "at least 24 killed", "214 passengers", "magnitude 5.6"."""

from __future__ import annotations

import re

from reconcile.model import Finding
from reconcile.render.page.words import visible

_TOLL = re.compile(r"(?P<group>.+?) (?P<fate>\w+)(?: \((?P<event>[^()]+)\))?")
_ONE = re.compile(r"(?:an?|one|1)\b", re.I)
_UNITS = re.compile(r"[$€£¥%°]|\b(?:per ?cent|percent|[a-z]+s|km|kg|mph|kph|feet)\b", re.I)
_NUMBER_WORDS = frozenset(
    "no nobody none one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety "
    "hundred hundreds thousand thousands dozen dozens scores several a an at about around nearly "
    "almost some more less over up between as under roughly".split()
)
_PLURALS = {"child": "children", "woman": "women", "man": "men", "person": "people"}
_AND_MAN = re.compile(r"(?:(?P<head>.*)(?P<man>man|woman|child|person))\Z")


def figure(finding: Finding, printed: str) -> str:
    """Return a figure as a report prints it, with what the finding counts."""
    words, subject = _plain(printed), visible(finding.subject)
    if finding.slot.startswith("toll ") or subject.startswith("people "):
        return _toll(words, subject)
    if subject == "magnitude":
        return words if "magnitude" in words.casefold() else f"magnitude {words}"
    if (
        finding.slot.startswith(("age ", "term "))
        or _UNITS.search(words)
        or subject in {"number", ""}
    ):
        return words
    return f"{words} {subject if _ONE.fullmatch(words) else plural(subject)}"


def _toll(words: str, subject: str) -> str:
    """Return "six killed", "10 children killed", "40 injured (earlier event, September)"."""
    match = _TOLL.fullmatch(subject)
    if match is None:
        return f"{words} ({subject})"
    group = match["group"]
    who = "" if group == "people" else f" {group if _ONE.fullmatch(words) else plural(group)}"
    event = f" ({match['event']})" if match["event"] else ""
    return f"{words}{who} {match['fate']}{event}"


def _plain(printed: str) -> str:
    """Return the words without the capital that only the head of a sentence gave them."""
    first, space, rest = printed.partition(" ")
    if first.casefold() in _NUMBER_WORDS or "-" in first:
        return first.casefold() + space + rest
    return printed


def plural(noun: str) -> str:
    """Return the plural of a noun."""
    head, _, last = noun.rpartition(" ")
    before = f"{head} " if head else ""
    match = _AND_MAN.match(last)
    if match:
        return before + match["head"] + _PLURALS[match["man"]]
    if re.search(r"(?:s|x|z|ch|sh)\Z", last):
        return f"{before}{last}es"
    if re.search(r"[^aeiou]y\Z", last):
        return f"{before}{last[:-1]}ies"
    return f"{before}{last}s"
