"""Whatever the bytes, a reader returns sound reports or raises ReadError; `make fuzz` tries longer.

A reader brings its samples along in `tests/read/samples/<reader>/`: small valid files.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterable

import pytest
from hypothesis import HealthCheck, given, seed, settings
from hypothesis import strategies as st

from reconcile.errors import ReadError
from reconcile.model import Report
from reconcile.plugin import Input
from reconcile.read.parts.choice import read_input, readers
from reconcile.settings import Settings
from reconcile.text.positions import locate
from tests.fuzz.mutation import NAMES, nearly, samples

SECONDS = float(os.environ.get("RECONCILE_FUZZ", "0")) / len(NAMES)  # a reader; 0: one short round
EXAMPLES = 100 if SECONDS else 20  # a round
ENDINGS = sorted({s for reader in readers().values() for s in reader.suffixes})


def sound(report: Report) -> None:
    """Check that blocks, notices and map lie in the text, in order, and that places can be told."""
    size, at = len(report.text), 0
    for block in report.blocks:
        assert at <= block.span.start < block.span.end <= size
        at = block.span.end
        assert locate(report, block.span).line >= 0
    assert all(0 <= n.span.start <= n.span.end <= size for n in report.notices)
    assert all(0 <= s.span.start <= s.span.end <= size for s in report.map)
    starts = [s.span.start for s in report.map]
    assert starts == sorted(starts)


def outcome(read: Callable[[Input], Iterable[Report]], given_: Input) -> tuple[list[Report], str]:
    """Return what is read, or the one line that says why nothing is."""
    try:
        return list(read(given_)), ""
    except ReadError as error:
        return [], str(error)


def tried(name: str, file: str, data: bytes) -> None:
    """Read bytes as one format, and as whatever they are taken for under a name."""
    reader, given_ = readers()[name], Input(file, data, Settings())
    reader.knows(given_)
    for read in (reader.read, read_input):
        found, why = outcome(read, given_)
        assert "\n" not in why
        for report in found:
            sound(report)


@pytest.mark.parametrize("name", NAMES)
def test_every_reader_brings_samples_that_it_knows_or_is_named_for(name: str) -> None:
    found = samples(name)
    assert found, f"put small valid files into tests/read/samples/{name}/"
    for path in found:
        reports = read_input(Input(str(path), path.read_bytes(), Settings()))
        assert reports
        for report in reports:
            assert name in {report.format, "zip", "eml"}  # which hold files of other formats
            assert not [w for w in report.warnings if "by its name" in w]
            sound(report)
        parts = [r.part for r in reports]
        assert len(set(parts)) == len(parts), "reports of one file need unlike parts"


@pytest.mark.parametrize("name", NAMES)
def test_only_a_read_error_comes_out(name: str) -> None:
    whole = [path.read_bytes() for path in samples(name)]
    end, rounds = time.monotonic() + SECONDS, 0
    while rounds == 0 or time.monotonic() < end:

        @seed(rounds)
        @settings(
            max_examples=EXAMPLES,
            deadline=None,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        @given(nearly(whole), st.sampled_from(ENDINGS))
        def once(data: bytes, ending: str) -> None:
            tried(name, f"a{ending}", data)

        once()
        rounds += 1
