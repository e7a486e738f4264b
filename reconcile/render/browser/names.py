"""Say how the parts of a page are called, so that a link in one finds its place in another."""

from __future__ import annotations

from reconcile.model import Divergence, Place, Verdict

# One letter a verdict: the grid tells them apart without colour.
LETTERS = {
    Verdict.CONFLICTING: "X",
    Verdict.UPDATED: "U",
    Verdict.UNCERTAIN: "?",
    Verdict.CORROBORATED: "C",
    Verdict.SINGLE_ORIGIN: "O",
    Verdict.SINGLE_REPORT: "R",
}
MEANING = {
    Verdict.CONFLICTING: "reports say what cannot both hold",
    Verdict.UPDATED: "a later report supersedes an earlier one",
    Verdict.UNCERTAIN: "not every report states it as certain",
    Verdict.CORROBORATED: "carried by two or more origins",
    Verdict.SINGLE_ORIGIN: "several reports, one origin",
    Verdict.SINGLE_REPORT: "one report",
}


def divergence_id(divergence: Divergence) -> str:
    """Return the fragment of a divergence: the permalink is "#f-" and its fingerprint."""
    return f"f-{divergence.fingerprint}"


def sentence_id(where: Place) -> str:
    """Return the fragment of a sentence in the reading view."""
    return f"s-{where.report}-{where.sentence}"


def report_id(report: str) -> str:
    """Return the fragment of a report's text in the reading view."""
    return f"t-{report}"
