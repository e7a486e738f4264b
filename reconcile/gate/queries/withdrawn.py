"""Tell whether a submission carries words that their source has taken back."""

from __future__ import annotations

from reconcile.model import Query, Relation


def taken_back(query: Query) -> bool:
    """Tell whether the submission carries what its source has withdrawn or corrected.

    Such an update is no newer state of things that a writer could not know: the words were wrong.
    """
    finding = query.divergence.finding
    if finding.relation is not Relation.UPDATE:
        return False
    own = [e for e in finding.evidence if e.where == finding.evidence[0].where]
    carried = finding.kind == "retraction" and any(e.value == "still carried" for e in own)
    head, _, rest = finding.decided.partition(" ")
    you = finding.evidence[0].where.report
    return carried or (rest.startswith("corrects ") and head != you)
