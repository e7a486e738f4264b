"""One report says that something happened, another that it did not.

Agrees::

    herald: The airline denied that the pilot had been warned.
    courier: The airline said the pilot had not been warned.

Diverges::

    herald: The minister attended the meeting in Arden on Monday.
    courier: The minister did not attend the meeting in Arden on Monday.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.align.claims import same_subject
from reconcile.checks.proof.denial import below_negation, denies
from reconcile.checks.proof.evidence import (
    evidence,
    merged,
    one_each,
    place_of,
    reports,
    subject_of,
    who,
    words,
)
from reconcile.checks.proof.nobody import caught_or_free
from reconcile.checks.proof.opposed import opposed_claims
from reconcile.checks.proof.questions import Question, clause, questions, slot_of
from reconcile.checks.proof.retellings import denials, stated_by
from reconcile.checks.proof.undecided import of_parallel
from reconcile.model import (
    Comparison,
    Evidence,
    Factuality,
    Finding,
    Parallel,
    Place,
    Relation,
    Seen,
    Span,
    Stance,
    Told,
)
from reconcile.plugin import Check


def find(comparison: Comparison) -> Iterator[Seen]:
    """Yield one finding for each fact that one report affirms and another denies."""
    found = [f for p in comparison.parallels if (f := _finding(comparison, p))]
    found = sorted(found, key=lambda f: -len(f.evidence))
    yield from merged(
        [
            *_responsibility(comparison),
            *caught_or_free(comparison),
            *found,
            *(_asked(comparison, asked) for asked in questions(denials(comparison))),
            *(_opposite(comparison, a, b) for a, b in opposed_claims(comparison)),
        ]
    )


def _asked(comparison: Comparison, asked: Question) -> Finding:
    """Report one denied thing with the sentences of other reports that affirm it."""
    deny = {where.report for where, _ in asked.marked}
    affirm = {where.report for where, _ in asked.plain}
    first = asked.pairs[0]
    items = [
        evidence(comparison, where, value, value, *cues, _word(comparison, where, stance))
        for value, told in (("no", asked.marked), ("yes", asked.plain))
        for where, stance in told
        for cues in [stance.cues if value == "no" else ()]
    ]
    return Finding(
        kind="polarity",
        relation=Relation.CONFLICT,
        subject=clause(comparison, first),
        reason=f"{who(affirm, 'says', 'say')} it was so; {who(deny, 'says', 'say')} it was not.",
        evidence=one_each(comparison, items),
        slot=f"polarity {slot_of(comparison, asked)}",
        grounds=first.grounds,
        confidence=round(first.surety, 3),
    )


def _word(comparison: Comparison, where: Place, stance: Stance) -> Span:
    return comparison.sentence(where).parse[stance.token].span


def _opposite(comparison: Comparison, a: Told, b: Told) -> Finding:
    """Report two claims of one thing whose predicates are opposites."""
    items = tuple(
        evidence(comparison, place_of(t), words(comparison, t), t.claim.predicate, token.span)
        for t in (a, b)
        for token in (comparison.sentence(place_of(t)).parse[t.claim.token],)
    )
    return Finding(
        kind="polarity",
        relation=Relation.CONFLICT,
        subject=f"“{a.claim.predicate}” or “{b.claim.predicate}”",
        reason=f"{a.report} says “{words(comparison, a)}”, {b.report} says “{words(comparison, b)}”: "
        "both cannot hold of one thing at one time.",
        evidence=items,
        slot=f"opposites {min(a.claim.predicate, b.claim.predicate)}",
        grounds=("same thing", "opposite predicates"),
        confidence=0.7,
    )


def _finding(comparison: Comparison, parallel: Parallel) -> Seen | None:
    yes = [
        t
        for t in parallel.told
        if t.claim.stance.factuality is Factuality.CERTAIN
        and not below_negation(
            comparison.sentence(place_of(t)).parse,
            comparison.sentence(place_of(t)).parse[t.claim.token],
        )
    ]
    no = [
        t
        for t in parallel.told
        if denies(comparison.account(t.report), comparison.sentence(place_of(t)), t.claim.stance)
    ]
    if not yes or not no:
        return None
    items = one_each(comparison, [_answer(comparison, t, t in yes) for t in (*yes, *no)])
    if not any(
        same_subject(a.claim, b.claim) and stated_by(comparison, b, a, parallel.score)
        for a in yes
        for b in no
    ):
        why = "One affirms and one denies, but nothing shows that both are about the same person or thing."
        return of_parallel(comparison, "polarity", parallel, why, items)
    affirm = {t.report for t in yes} - {t.report for t in no}
    deny = {t.report for t in no} - {t.report for t in yes}
    if not affirm or not deny:
        why = "It is affirmed and denied, but a report does both."
        return of_parallel(comparison, "polarity", parallel, why, items)
    items = tuple(e for e in items if e.where.report in affirm | deny)
    return Finding(
        kind="polarity",
        relation=Relation.CONFLICT,
        subject=subject_of(comparison, parallel),
        reason=f"{who(affirm, 'says', 'say')} it was so; {who(deny, 'says', 'say')} it was not.",
        evidence=items,
        slot=f"polarity {min(t.claim.predicate for t in (*yes, *no))}",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )


def _answer(comparison: Comparison, told: Told, yes: bool) -> Evidence:
    value = "yes" if yes else "no"
    predicate = comparison.sentence(place_of(told)).parse[told.claim.token].span
    marks = (*told.claim.stance.cues, predicate)
    return evidence(comparison, place_of(told), value, value, *marks)


def _responsibility(comparison: Comparison) -> Iterator[Finding]:
    """Yield a finding where one report knows who claimed it, and another of nobody."""
    answers = [a for a in comparison.answers if a.slot == "claimed by" and a.event == "main"]
    nobody = {a.where.report for a in answers if a.key == "nobody"}
    named = {a.where.report for a in answers if a.key != "nobody"}
    if not nobody - named or not named:
        return
    items = one_each(
        comparison, [evidence(comparison, a.where, a.value, a.key, a.span) for a in answers]
    )
    if len(reports(items)) > 1:
        yield Finding(
            kind="polarity",
            relation=Relation.UPDATE,  # a claim comes after the silence, whatever the clock says
            subject="who claimed responsibility",
            reason=f"{' and '.join(sorted(nobody - named))} knows of no claim; {' and '.join(sorted(named))} names who made one.",
            evidence=items,
            slot="claimed by",
            grounds=("same event",),
        )


CHECK = Check(find=find)
