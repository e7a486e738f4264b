"""Print a run of the gate as JUnit XML, which every CI server shows: a suite for each submission.

The first case of a suite is the comparison itself, each query is one more. The only door to
junitparser; attributes are those that Jenkins' schema knows, and no times, which would differ.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

from junitparser import Error, Failure, JUnitXml, Skipped, TestCase, TestSuite

from reconcile.model import Checked, Outcome, Query, Submission
from reconcile.plugin import Renderer
from reconcile.render.gate.parts import places, sides, standing
from reconcile.render.page.labels import count
from reconcile.render.page.words import visible
from reconcile.settings import Settings

# What XML 1.0 has no place for and `visible` leaves: the two last of a plane.
_NO_CHARACTER = re.compile("[\ufffe\uffff]")


def render(checked: Checked, settings: Settings) -> str:
    """Return the XML text, indented."""
    page = JUnitXml("reconcile check")
    for submission in checked.submissions:
        # not add_testsuite, which compares every suite with all before it
        page.append(_suite(submission, settings))  # type: ignore[no-untyped-call]
    suites = list(page)  # counted here: the library's own count adds what the schema does not know
    page.tests = sum(suite.tests for suite in suites)
    page.failures = sum(suite.failures for suite in suites)
    page.errors = sum(suite.errors for suite in suites)
    written = io.BytesIO()
    page.write(written, pretty=True)
    return written.getvalue().decode().replace("##[", "#&#35;[")


def _suite(submission: Submission, settings: Settings) -> TestSuite:
    suite = TestSuite(_fit(places.name(submission)))
    cases = [_compared(submission, settings), *_asked(submission)]
    for case in cases:
        case.classname = suite.name
    suite.add_testcases(cases)
    return suite


def _compared(submission: Submission, settings: Settings) -> TestCase:
    """Return whether the submission could be compared."""
    case = TestCase("compared with the reports on file")
    result, why = standing.result(submission, settings), _fit(submission.note)
    if submission.outcome in {Outcome.CLEAN, Outcome.FAILED}:
        told = count(len(submission.against), "report") + " of the same incident on file"
        case.system_out = f"{told}, {submission.left_out:,} of other incidents left out"
    elif result == "unanswered":
        case.result = [Error(why, submission.outcome)]
    else:
        case.result = [Failure(why, submission.outcome) if result == "failed" else Skipped(why)]
    return case


def _asked(submission: Submission) -> Iterator[TestCase]:
    for query in submission.queries:
        finding = query.divergence.finding
        name = f"{finding.kind}: {finding.subject} [{query.divergence.fingerprint}]"
        case = TestCase(_fit(name))
        message, words = _fit(query.message), "\n".join(_words(submission, query))
        if query.accepted:
            case.result = [Skipped(_fit(f"accepted by {standing.acceptance(query.accepted)}"))]
            case.system_out = words
        elif query.fails:
            failure = Failure(message, f"{finding.kind}.{finding.relation}")
            failure.text = words
            case.result = [failure]
        else:
            level = standing.level(query)
            case.system_out = f"{level}, {finding.relation}: {message}\n{words}"
        yield case


def _words(submission: Submission, query: Query) -> Iterator[str]:
    """Yield the words of every side, each on a line that begins with words of ours."""
    yield _fit(f"submission: {sides.yours(submission, query).told}")
    for side in sides.theirs(query):
        yield _fit(f"on file: {side.told}")


def _fit(text: str) -> str:
    return _NO_CHARACTER.sub("\ufffd", visible(text))


RENDERER = Renderer(render, "xml")
