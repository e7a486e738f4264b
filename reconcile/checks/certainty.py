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

from collections.abc import Iterator

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
from reconcile.checks.proof.undecided import of_parallel
from reconcile.facts import hedges
from reconcile.model import (
    Comparison,
    Evidence,
    Factuality,
    Finding,
    Parallel,
    Relation,
    Seen,
    Told,
)
from reconcile.plugin import Check

FLAT = frozenset({Factuality.CERTAIN, Factuality.DENIED})
DETAIL = frozenset({"why", "how", "when", "where", "who"})  # what is unknown is a detail of it
MODALS = frozenset({"may", "might", "could"})
GROWS = frozenset(
    {"rise", "increase", "grow", "climb", "go"}
)  # "the toll could rise" doubts nothing
MINDS = frozenset({"think", "believe", "feel", "guess", "felt", "thought", "believed"})
UNSAID = frozenset({"indicate", "show", "imply", "hint", "estimate", "consider"})
# Words of doubt: verbs of belief, expectation, fear, blame and enquiry, and what stands beside one.
DOUBT = (
    frozenset(
        word
        for word, embedding in hedges.VERBS.items()
        if embedding
        in {
            hedges.BELIEVING,
            hedges.EXPECTING,
            hedges.FEARING,
            hedges.ACCUSING,
            hedges.ASKING,
            hedges.DOUBTING,
        }
    )
    | frozenset(hedges.ADJECTIVES)
    | frozenset(hedges.ADVERBS)
    | MODALS
    | frozenset(
        "know clear unclear unknown sure certain confirm allege accusation allegation".split()
    )
) - UNSAID


def find(comparison: Comparison) -> Iterator[Seen]:
    """Yield one finding for each fact that is flat in one report and hedged in another."""
    found = [f for p in comparison.parallels if (f := _finding(comparison, p))]
    yield from merged(sorted(found, key=lambda f: -len(f.evidence)))


def _finding(comparison: Comparison, parallel: Parallel) -> Seen | None:
    told = [t for t in parallel.told if _predicates(comparison, t)]
    flat = [t for t in told if _flat(t)]
    hedged = [t for t in told if _hedged(comparison, t)]
    if not hedged:
        hedged = _qualified(comparison, flat)
        flat = [t for t in flat if t not in hedged]
    if any(t.claim.stance.future for t in hedged):
        flat = [t for t in flat if _past(comparison, t)]
    sure = {t.report for t in flat} - {t.report for t in hedged}
    unsure = {t.report for t in hedged} - {t.report for t in flat}
    if not sure or not unsure:
        why = "Stated and hedged, but a report does both, or tells it as yet to come."
        near = [_evidence(comparison, t) for t in (*hedged, *flat)] if hedged else []
        return of_parallel(comparison, "certainty", parallel, why, near)
    items = one_each(
        comparison,
        [_evidence(comparison, t) for t in (*hedged, *flat) if t.report in sure | unsure],
    )
    if len(reports(items)) < 2:
        return None
    later = in_time(comparison, [unsure, sure])
    return Finding(
        kind="certainty",
        relation=Relation.UPDATE if later else Relation.REFINEMENT,
        subject=subject_of(comparison, parallel),
        reason=f"{who(unsure, 'does', 'do')} not state it as a fact; "
        + (_later(sure) if later else f"{who(sure, 'does', 'do')}."),
        evidence=items,
        slot="certainty",
        grounds=parallel.grounds,
        confidence=parallel.score,
    )


def _later(ids: set[str]) -> str:
    return f"{who(ids)}, {'a later report, does' if len(ids) == 1 else 'later reports, do'}."


def _flat(told: Told) -> bool:
    return told.claim.stance.factuality in FLAT and not told.claim.stance.future


def _hedged(comparison: Comparison, told: Told) -> bool:
    """Tell whether words of doubt stand at a claim; a wish, a plan or a duty is none.

    What is expected is told as not yet done; "would" alone is the future seen from the past.
    """
    stance = told.claim.stance
    if stance.factuality in FLAT or (stance.future and stance.factuality is Factuality.UNKNOWN):
        return False
    cues = {words(comparison, told, c).lower() for c in stance.cues}
    if cues & DETAIL or (cues & MODALS and told.claim.predicate in GROWS):
        return False
    if cues & MINDS and _spoken(comparison, told):
        return False  # "I think" is how people talk; what was said is not doubted by the report
    lemmas = {
        t.lemma for c in stance.cues for t in comparison.sentence(place_of(told)).parse.within(c)
    }
    return bool((lemmas | cues) & DOUBT)


def _spoken(comparison: Comparison, told: Told) -> bool:
    """Tell whether a claim stands inside a quotation."""
    sentence = comparison.sentence(place_of(told))
    token = sentence.parse[told.claim.token].span
    account = comparison.account(told.report)
    return any(q.words.covers(token) for s in account.sentences for q in s.quotations)


def _qualified(comparison: Comparison, flat: list[Told]) -> list[Told]:
    """Return the claims that qualify by an adverb a word that another tells without it.

    "Treated as potentially suspicious" and "treated as suspicious" are both stated.
    """
    doubted = {
        told: {
            tree.head(t).lemma
            for t in tree.within(told.claim.span)
            if t.dep == "advmod" and t.lemma in hedges.ADVERBS
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
    value = ", ".join(cues) if cues else ("stated" if _flat(told) else "expected")
    predicate = comparison.sentence(place_of(told)).parse[told.claim.token].span
    return evidence(comparison, place_of(told), value, stance.factuality, *stance.cues, predicate)


CHECK = Check(find=find)
