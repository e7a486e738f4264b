"""One report states what another hedges, expects or does not know.

Certainty is read on the FactBank scale: certain, probable, possible, unknown, each affirmed or
denied. A later report that states what an earlier one did not know is an update.

Agrees::

    herald: The driver was arrested on Monday in Arden, police said.
    courier: Police arrested the driver in Arden on Monday.

Diverges::

    herald: The driver of the lorry was allegedly drunk when it hit the crowd in Arden.
    courier: The driver of the lorry was drunk when it hit the crowd in Arden.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from reconcile.checks.proof.doubt import doubted, flat, sure_to_come
from reconcile.checks.proof.evidence import (
    evidence,
    in_time,
    merged,
    one_each,
    place_of,
    reports,
    subject_of,
    who,
    words,
)
from reconcile.checks.proof.questions import Question, clause, questions, slot_of
from reconcile.checks.proof.retellings import doubts
from reconcile.checks.proof.statements import Statements
from reconcile.checks.proof.undecided import of_parallel
from reconcile.checks.proof.unknowns import answered
from reconcile.facts import hedges
from reconcile.facts.retold import has_content
from reconcile.model import (
    Comparison,
    Evidence,
    Finding,
    NotCompared,
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
    """Yield one finding for each fact that is flat in one report and hedged in another."""
    statements = Statements(comparison)
    sides = [s for p in comparison.parallels if (s := _sides(comparison, p, statements))]
    wholes = _whole([s for s in sides if isinstance(s, _Doubt)])
    found = [f for d in wholes if (f := _finding(comparison, d))]
    near = [s for s in sides if isinstance(s, NotCompared)]
    retold = [_asked(comparison, asked) for asked in questions(doubts(comparison))]
    yield from merged(
        [*sorted(found, key=lambda f: -len(f.evidence)), *retold, *answered(comparison), *near]
    )


def _asked(comparison: Comparison, asked: Question) -> Finding:
    """Report one doubted thing with the sentences of other reports that state it."""
    unsure = {where.report for where, _ in asked.marked}
    sure = {where.report for where, _ in asked.plain}
    later = in_time(comparison, [unsure, sure])
    first = asked.pairs[0]
    return Finding(
        kind="certainty",
        relation=Relation.UPDATE if later else Relation.REFINEMENT,
        subject=clause(comparison, first),
        reason=f"{who(unsure, 'does', 'do')} not state it as a fact; "
        + (_later(sure) if later else f"{who(sure, 'does', 'do')}."),
        evidence=one_each(
            comparison, [_item(comparison, *x) for x in (*asked.marked, *asked.plain)]
        ),
        slot=f"certainty {slot_of(comparison, asked)}",
        grounds=first.grounds,
        confidence=round(first.surety, 3),
    )


def _item(comparison: Comparison, where: Place, stance: Stance) -> Evidence:
    account, sentence = comparison.account(where.report), comparison.sentence(where)
    cues = [" ".join(account.words(c).split()) for c in stance.cues]
    value = ", ".join(cues) if cues and not flat(stance) else "stated"
    marks: tuple[Span, ...] = (*stance.cues, sentence.parse[stance.token].span)
    return evidence(comparison, where, value, stance.factuality, *marks)


@dataclass(frozen=True, slots=True)
class _Doubt:
    """Claims that hedge a fact, claims that state it, and the parallel that joins them."""

    hedged: tuple[Told, ...]
    stated: tuple[Told, ...]
    parallel: Parallel


def _whole(doubts: Sequence[_Doubt]) -> list[_Doubt]:
    """Join doubts that share a hedging claim: one fact with all that state it."""
    out: list[_Doubt] = []
    for doubt in doubts:
        k = next((k for k, d in enumerate(out) if set(d.hedged) & set(doubt.hedged)), None)
        if k is None:
            out.append(doubt)
        else:
            hedged = tuple(dict.fromkeys((*out[k].hedged, *doubt.hedged)))
            stated = tuple(dict.fromkeys((*out[k].stated, *doubt.stated)))
            out[k] = replace(out[k], hedged=hedged, stated=stated)
    return out


def _sides(
    comparison: Comparison, parallel: Parallel, statements: Statements
) -> _Doubt | NotCompared | None:
    """Return who hedges what a parallel tells and who states it, None where all tell it alike."""
    told = [t for t in parallel.told if _predicates(comparison, t)]
    stated = [t for t in told if flat(t.claim.stance) or _announced(comparison, t)]
    hedged = [t for t in told if _hedged(comparison, t)]
    pairs = list(statements.pairs(hedged, stated, parallel.score))
    doubting, stating = {id(h) for h, _ in pairs}, {id(f) for _, f in pairs}
    hedged = [h for h in hedged if id(h) in doubting]
    if hedged:
        stated = [f for f in stated if id(f) in stating]
    else:
        hedged = _qualified(comparison, stated)
        stated = [t for t in stated if t not in hedged]
    if any(t.claim.stance.future for t in hedged):
        stated = [t for t in stated if _past(comparison, t) or t.claim.stance.future]
    sure = {t.report for t in stated} - {t.report for t in hedged}
    unsure = {t.report for t in hedged} - {t.report for t in stated}
    if not sure or not unsure:
        why = "Stated and hedged, but a report does both, or tells it as yet to come."
        near = [_evidence(comparison, t) for t in (*hedged, *stated)] if hedged else []
        return of_parallel(comparison, "certainty", parallel, why, near)
    return _Doubt(tuple(hedged), tuple(stated), parallel)


def _finding(comparison: Comparison, doubt: _Doubt) -> Finding | None:
    hedged, stated, parallel = doubt.hedged, doubt.stated, doubt.parallel
    sure = {t.report for t in stated} - {t.report for t in hedged}
    unsure = {t.report for t in hedged} - {t.report for t in stated}
    items = one_each(
        comparison,
        [_evidence(comparison, t) for t in (*hedged, *stated) if t.report in sure | unsure],
    )
    if not sure or not unsure or len(reports(items)) < 2:
        return None
    later = in_time(comparison, [unsure, sure])
    return Finding(
        kind="certainty",
        relation=Relation.UPDATE if later else Relation.REFINEMENT,
        subject=subject_of(comparison, parallel),
        reason=f"{who(unsure, 'does', 'do')} not state it as a fact; "
        + (_later(sure) if later else f"{who(sure, 'does', 'do')}."),
        evidence=items,
        slot=f"certainty {min(t.claim.predicate for t in hedged)}",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )


def _later(ids: set[str]) -> str:
    return f"{who(ids)}, {'a later report, does' if len(ids) == 1 else 'later reports, do'}."


def _hedged(comparison: Comparison, told: Told) -> bool:
    """Tell whether words of doubt stand at a claim."""
    sentence = comparison.sentence(place_of(told))
    return doubted(comparison.account(told.report), sentence, told.claim.stance)


def _announced(comparison: Comparison, told: Told) -> bool:
    """Tell whether a claim is told as sure to come: "will plead guilty"."""
    sentence = comparison.sentence(place_of(told))
    return sure_to_come(sentence, told.claim.stance)


def _qualified(comparison: Comparison, flat: list[Told]) -> list[Told]:
    """Return the claims that qualify by an adverb a word that another tells without it.

    "Treated as potentially suspicious" and "treated as suspicious" are both stated.
    """
    doubted = {
        told: {
            tree.head(t).lemma
            for t in tree.within(told.claim.span)
            if t.dep == "advmod" and t.lemma in hedges.ADVERBS and has_content(tree.head(t))
        }
        for told in flat
        if (tree := comparison.sentence(place_of(told)).parse)
    }
    if not any(doubted.values()):
        return []
    plain = {
        told: {t.lemma for t in comparison.sentence(place_of(told)).parse.within(told.claim.span)}
        for told in flat
    }
    return [
        told
        for told in flat
        if doubted[told]
        and any(
            doubted[told] & plain[other] - doubted[other]
            for other in flat
            if other.report != told.report
        )
    ]


def _predicates(comparison: Comparison, told: Told) -> bool:
    """Tell whether a claim's head predicates: a verb or a complement, not a noun in passing."""
    token = comparison.sentence(place_of(told)).parse[told.claim.token]
    return token.pos in {"VERB", "AUX", "ADJ"} or token.dep == "attr"


def _past(comparison: Comparison, told: Told) -> bool:
    """Tell whether a claim tells what has been done: only then is what was expected done since."""
    return comparison.sentence(place_of(told)).parse[told.claim.token].tag in {"VBD", "VBN"}


def _evidence(comparison: Comparison, told: Told) -> Evidence:
    stance = told.claim.stance
    cues = [words(comparison, told, c) for c in stance.cues]
    value = ", ".join(cues) if cues else ("stated" if flat(stance) else "expected")
    predicate = comparison.sentence(place_of(told)).parse[told.claim.token].span
    return evidence(comparison, place_of(told), value, stance.factuality, *stance.cues, predicate)


CHECK = Check(find=find)
