"""Find what one report says is not known and another answers: the cause, the motive."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.checks.proof.evidence import evidence, in_time, one_each, reports, who
from reconcile.events.causes import causes
from reconcile.events.slots import claim_at
from reconcile.facts.retold import standing
from reconcile.model import (
    Account,
    Comparison,
    EventKind,
    Evidence,
    Factuality,
    Finding,
    Place,
    Relation,
    Sentence,
    Span,
)

_OPEN = (
    r"(?:\bun(?:known|clear|explained|determined)\b|\bmystery\b|\bno (?:clear |known |apparent |obvious )?"
    r"|\b(?:not|n['’]t|never)\b[^.;]{0,25}\b(?:clear|known|determined|established|say|said|know|given|give"
    r"|release[d]?|disclose[d]?|identif(?:y|ied))\b|\btoo (?:early|soon) to (?:say|tell|know)\b"
    r"|\byet to (?:be )?(?:determined?|established?|say|identif(?:y|ied))\b)"
)
# What is asked -> the words that name it in a sentence that leaves it open.
_ASKED = {
    "cause": r"\b(?:the |a |its )?causes?\b|\bwhat (?:had |has )?(?:caused|sparked|triggered|started|led)\b|\bhow [^.;]{0,30}(?:started|began|broke out)\b",
    "motive": r"\b(?:the |a |any |his |her |their )?motives?\b|\bwhat (?:had )?(?:motivated|prompted|drove)\b",
}
_PATTERNS = {
    asked: re.compile(rf"{_OPEN}[^.;]{{0,40}}?(?:{words})|(?:{words})[^.;]{{0,60}}?{_OPEN}", re.I)
    for asked, words in _ASKED.items()
}
_MOTIVE = re.compile(
    r"\b(?:in |as |wanted |for |a |an act of )?(?:revenge|reprisals?|retaliation|retribution|vengeance)\b|\bto avenge\b"
    r"|\bmotiv(?:e was|ated by)\b|\bmotive for [^.;]{1,40}\bwas\b",
    re.I,
)


def answered(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding for the cause and for the motive, where some know it and some say nobody does."""
    for asked, pattern in _PATTERNS.items():
        unknown = [e for a in comparison.accounts for e in _unknown(comparison, a, pattern, asked)]
        if unknown:
            known = [e for a in comparison.accounts for e in _known(comparison, a, asked)]
            yield from _finding(comparison, asked, unknown, known)


def _finding(
    comparison: Comparison, asked: str, unknown: list[Evidence], known: list[Evidence]
) -> Iterator[Finding]:
    ignorant, knowing = reports(unknown) - reports(known), reports(known) - reports(unknown)
    items = one_each(
        comparison, [e for e in (*unknown, *known) if e.where.report in ignorant | knowing]
    )
    if ignorant and knowing:
        later = in_time(comparison, [ignorant, knowing])
        yield Finding(
            kind="certainty",
            relation=Relation.UPDATE if later else Relation.REFINEMENT,
            subject=f"what the {asked} was",
            reason=f"{who(ignorant, 'says', 'say')} that the {asked} is not known; "
            f"{who(knowing, 'gives', 'give')} one.",
            evidence=items,
            slot=f"certainty {asked}",
            grounds=("same event",),
            confidence=0.7,
        )


def _unknown(
    comparison: Comparison, account: Account, pattern: re.Pattern[str], asked: str
) -> Iterator[Evidence]:
    """Yield the sentences that leave the cause or the motive of the incident open."""
    for sentence in account.sentences:
        text = account.words(sentence.span)
        if not sentence.news or (found := pattern.search(text)) is None:
            continue
        start = sentence.span.start
        span = Span(start + found.start(), start + found.end())
        if _of_the_incident(account, sentence, span):
            where = Place(account.report.id, sentence.index)
            yield evidence(comparison, where, "not known", f"{asked} not known", span)


def _known(comparison: Comparison, account: Account, asked: str) -> Iterator[Evidence]:
    """Yield the causes or motives that a report states as facts."""
    for sentence in account.sentences:
        if not sentence.news:
            continue
        for span, value, key in _told(account, sentence, asked):
            tokens = sentence.parse.within(span)
            stance = standing(sentence, tokens[-1]) if tokens else None
            sure = stance is not None and stance.factuality is Factuality.CERTAIN
            if sure and _of_the_incident(account, sentence, span):
                yield evidence(
                    comparison, Place(account.report.id, sentence.index), value, key, span
                )


def _told(account: Account, sentence: Sentence, asked: str) -> Iterator[tuple[Span, str, str]]:
    text, start, end = account.report.text, sentence.span.start, sentence.span.end
    if asked == "cause":
        for begin, stop, kind in causes(text, start, end):
            yield Span(begin, stop), " ".join(text[begin:stop].split()), kind
    else:
        for found in _MOTIVE.finditer(text, start, end):
            yield Span(*found.span()), " ".join(found.group().split()), "motive given"


def _of_the_incident(account: Account, sentence: Sentence, span: Span) -> bool:
    claim = claim_at(account.claims_in(sentence.index), span)
    return claim is None or claim.event in {EventKind.MAIN, EventKind.EARLIER}
