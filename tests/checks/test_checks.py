"""Run the tables of the checks: what each must find, and above all where it must keep silent."""

from __future__ import annotations

import pytest

from reconcile.plugin import names
from tests.checks.cases import Case, cases, found, meets, run, tables

ALL = [case for kind in tables() for case in cases(kind)]


def _parameter(case: Case):
    marks = [pytest.mark.xfail(reason=case.pending, strict=True)] if case.pending else []
    return pytest.param(case, id=f"{case.kind}: {case.name}", marks=marks)


@pytest.mark.parametrize("case", [_parameter(case) for case in ALL])
def test_case(case: Case) -> None:
    result = run(case.reports, case.published)
    got = found(result, case.kind)
    told = [f"{d.severity} {d.finding.kind}: {d.finding.reason}" for d in result.divergences]
    assert meets(case.finds, got, case.kind), f"found {got}; in all: {told}"
    loud = [line for line in told if line.split()[0] in case.never]
    assert not loud, f"must never be so loud: {loud}"


@pytest.mark.parametrize("kind", names("reconcile.checks"))
def test_a_table_speaks_and_is_silent(kind: str) -> None:
    assert kind in tables(), f"tests/checks/{kind}.toml is missing"
    table = list(cases(kind))
    assert any(case.finds for case in table), "no case in which it speaks"
    assert any(not case.finds for case in table), "no case in which it is silent"


def test_every_table_belongs_to_a_check() -> None:
    assert set(tables()) <= set(names("reconcile.checks"))


def test_names_of_cases_are_sentences_and_unique() -> None:
    for kind in tables():
        told = [case.name for case in cases(kind)]
        assert len(told) == len(set(told)), kind
        assert all(len(name.split()) > 2 for name in told), kind
