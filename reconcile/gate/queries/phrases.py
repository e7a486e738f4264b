"""Say a dispute in one sentence, from the submission's side: "you say 24 killed; AP says 25"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from reconcile.gate.queries.dispute import Dispute, Other
from reconcile.gate.queries.figures import figure
from reconcile.gate.queries.quoted import focus, passage, quotation, said
from reconcile.gate.queries.voices import voice
from reconcile.model import Comparison, Evidence, Finding, Relation
from reconcile.render.page.labels import listed
from reconcile.render.page.words import visible
from reconcile.text.positions import locate

_THIRD = {"have": "has", "carry": "carries"}
_POINTS = frozenset("he she it they we i who that this those".split())
_JOINS = re.compile(r"[\s,;:.]+(?:and|or|but|that|which|who)?[\s,;:.]*\Z")
_WHOSE = re.compile(r"whose word for (?P<fate>[^:]+): (?P<figure>.+)", re.S)
_CLAUSE = re.compile(r"(?P<asks>who|when|where): (?P<clause>.+)", re.S)


@dataclass(frozen=True, slots=True)
class Words:
    """What somebody does with which words: "say" and "24 killed"."""

    verb: str
    words: str


def message(comparison: Comparison, asked: Dispute) -> str:
    """Return the one sentence of a query."""
    if not asked.others:
        return _with_itself(comparison, asked)
    finding = asked.finding
    mine = _words(comparison, finding, asked.mine[0])
    you = f"you {_still(asked)}{mine.verb} {mine.words}{_agreed(comparison, asked)}"
    theirs = [_told(comparison, asked, others) for others in _by_reports(asked.others)]
    return f"{_lead(comparison, asked)}{'; '.join([you, *theirs])}"


def _by_reports(others: Sequence[Other]) -> list[list[Other]]:
    """Put together the values that the same reports give."""
    groups: dict[tuple[str, ...], list[Other]] = {}
    for other in others:
        groups.setdefault(tuple(dict.fromkeys(i.where.report for i in other.items)), []).append(
            other
        )
    return list(groups.values())


def _told(comparison: Comparison, asked: Dispute, others: Sequence[Other]) -> str:
    """Return "AP and Reuters, 2 origins, say 25 killed"; of a report with two values, both."""
    newer = {o.newer for o in others}
    items = tuple(i for o in others for i in o.items)
    who = voice(comparison, items, asked.you, newer.pop() if len(newer) == 1 else 0)
    words = [_words(comparison, asked.finding, o.items[0], yours=False) for o in others]
    verb = words[0].verb if who.many else third(words[0].verb)
    return f"{who.words} {verb} {listed(w.words for w in words)}"


def third(verb: str) -> str:
    """Return the form of a verb that goes with one: "says", "has"."""
    return _THIRD.get(verb, f"{verb}s")


def _still(asked: Dispute) -> str:
    """Return "still " where every other value supersedes the submission's."""
    stale = all(o.newer > 0 and o.relation is Relation.UPDATE for o in asked.others)
    return "still " if stale else ""


def _agreed(comparison: Comparison, asked: Dispute) -> str:
    if not asked.agreeing:
        return ""
    who = voice(comparison, asked.agreeing, asked.you)
    names = re.sub(r", \d+ origins?( \([^()]*\))?,\Z", "", who.words)
    return f", as {names} {'do' if who.many else 'does'}"


def _lead(comparison: Comparison, asked: Dispute) -> str:
    """Return what the question is about, where the values alone do not show it."""
    finding = asked.finding
    subject = visible(finding.subject)
    asks = _CLAUSE.fullmatch(subject)
    if asks:
        return f"{asks['asks']} (“{_short(asks['clause'])}”): "
    if finding.kind == "attribution" and not finding.slot.startswith("credit"):
        figure_of = _WHOSE.fullmatch(subject)
        if figure_of:
            return f"for {figure_of['figure']} {figure_of['fate']} "
        return f"for “{_short(_own_clause(comparison, asked.mine, subject))}” "
    named = finding.kind in {"time", "place", "participant", "cause"}
    asked_by_slot = finding.slot.startswith(("claimed by", "age ", "term "))
    return f"{subject}: " if named or asked_by_slot else ""


def _own_clause(comparison: Comparison, mine: Sequence[Evidence], subject: str) -> str:
    """Return the words of a clause as the submission has them, else as another report does."""
    for item in mine:
        text = comparison.account(item.where.report).report.text
        words = visible(item.span.of(text))
        before = words.partition(subject)[0]
        if subject in words:
            return words[: len(before) + len(subject)] if len(before.split()) < 3 else subject
        if not item.key:
            return said(text, item)
    return subject


def _short(clause: str, most: int = 14) -> str:
    words = re.sub('[“”"]', "'", clause).strip(" ,;:.").split()
    return " ".join(words[:most]) + (" …" if len(words) > most else "")


def _words(comparison: Comparison, finding: Finding, item: Evidence, yours: bool = True) -> Words:
    """Return what a report says, in the words of its kind of finding."""
    text = comparison.account(item.where.report).report.text
    if finding.kind == "attribution":
        return _cited(comparison, finding, item, text)
    if finding.kind == "polarity":
        opposite = not yours and item.value in {"yes", "no"}
        return Words("say", f"{'the opposite: ' if opposite else ''}{passage(text, item)}")
    say = _BY_KIND.get(finding.kind)
    return say(finding, item, text) if say else Words("say", visible(item.value))


def _cited(comparison: Comparison, finding: Finding, item: Evidence, text: str) -> Words:
    if finding.slot.startswith("credit"):
        return Words("write", f"“{said(text, item)}”")
    return Words("cite", source(comparison, item) if item.key else "no source")


def _certain(finding: Finding, item: Evidence, text: str) -> Words:
    if item.value == "stated":
        return Words("state", f"it as a fact: {passage(text, item)}")
    if item.value == "not known":
        return Words("say", f"that it is not known: {passage(text, item)}")
    return Words("hedge", f"it: {passage(text, item)}")


def source(comparison: Comparison, item: Evidence) -> str:
    """Return the words that name a source: without the figure it is the source of, and no pronoun."""
    text = comparison.account(item.where.report).report.text
    figures = {a.span for a in comparison.answers if a.where == item.where}
    named = [m for m in item.marks if m in figures]
    words = [visible(m.of(text)) for m in item.marks if m not in figures]
    said_so = named and len(words) == 1 and words[0].casefold() not in _POINTS
    return words[0] if said_so else visible(item.value)


def _taken_back(finding: Finding, item: Evidence, text: str) -> Words:
    if item.value == "still carried":
        return Words("carry", visible(finding.subject))
    return Words("withdraw" if item.value == "withdraws" else "correct", "it")


_BY_KIND: dict[str, Callable[[Finding, Evidence, str], Words]] = {
    "quantity": lambda finding, item, text: Words("say", figure(finding, said(text, item))),
    "quotation": lambda finding, item, text: Words("quote", quotation(text, item)),
    "cause": lambda finding, item, text: Words("say", f"“{said(text, item)}”"),
    "wording": lambda finding, item, text: Words("write", f"“{visible(item.value)}”"),
    "certainty": _certain,
    "retraction": _taken_back,
}


def _with_itself(comparison: Comparison, asked: Dispute) -> str:
    """Say in what a submission is at odds with itself, and in which lines."""
    finding = asked.finding
    if len(asked.mine) == 1:
        return f"“{visible(asked.mine[0].value)}” looks like an edit that was left unfinished"
    report = comparison.account(asked.mine[0].where.report).report
    words = [_in_itself(finding, report.text, item) for item in asked.mine]
    lines = [locate(report, focus(report.text, item)).line for item in asked.mine]
    if len(set(lines)) == 1:
        return f"you say both {listed(words)}" + (f" in line {lines[0]}" if lines[0] else "")
    return "you say " + listed(f"{w} in line {n}" for w, n in zip(words, lines, strict=True))


def _in_itself(finding: Finding, text: str, item: Evidence) -> str:
    if finding.subject.startswith("people "):
        return figure(finding, said(text, item))
    return f"“{visible(item.value)}”"
