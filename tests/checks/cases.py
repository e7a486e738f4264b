"""Read the tables of the checks and run the whole pipeline on a case."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reconcile.model import Published, Reconciliation, Relation, Severity
from reconcile.pipeline import reconcile
from reconcile.read.text import read_text

HERE = Path(__file__).parent
TODAY = "2024-03-06"  # a Wednesday: the day of every report that a table does not date
OUR_KEYS = {"name", "finds", "published", "never", "pending"}


@dataclass(frozen=True, slots=True)
class Case:
    """One entry of a table: reports by outlet, and what the table's check must find in them."""

    kind: str
    name: str
    reports: Mapping[str, str]
    finds: tuple[str, ...]
    published: Mapping[str, str]
    never: tuple[str, ...]
    pending: str


def tables() -> dict[str, Path]:
    """Return the tables by the kind they are for."""
    return {path.stem: path for path in sorted(HERE.glob("*.toml"))}


def cases(kind: str) -> Iterator[Case]:
    """Yield the cases of a table."""
    for entry in tomllib.loads(tables()[kind].read_text("utf-8"))["case"]:
        yield Case(
            kind=kind,
            name=entry["name"],
            reports={k: v for k, v in entry.items() if k not in OUR_KEYS},
            finds=tuple(_wanted(found) for found in entry["finds"]),
            published={k: str(v) for k, v in entry.get("published", {}).items()},
            never=tuple(entry.get("never", ())),
            pending=entry.get("pending", ""),
        )


def _wanted(found: str | Mapping[str, Any]) -> str:
    return found if isinstance(found, str) else " ".join(map(str, found.values()))


def run(reports: Mapping[str, str], published: Mapping[str, str] | None = None) -> Reconciliation:
    """Compare the reports of a case, each named after its outlet."""
    days = dict.fromkeys(reports, TODAY) | dict(published or {})
    return reconcile(
        [
            read_text(
                text,
                file=f"{outlet}.txt",
                source=outlet.title(),
                published=Published(dt.date.fromisoformat(days[outlet]), origin="option"),
            )
            for outlet, text in reports.items()
        ]
    )


def found(result: Reconciliation, kind: str) -> list[str]:
    """Return the findings of one kind as "relation severity", sorted."""
    return sorted(
        f"{d.finding.relation} {d.severity}" for d in result.divergences if d.finding.kind == kind
    )


def meets(wanted: tuple[str, ...], got: list[str], kind: str) -> bool:
    """Tell whether each wanted finding is there and no other; words left out may be anything."""
    left = list(got)
    for entry in wanted:
        words = set(entry.split()) - {kind}
        unknown = words - {*Relation, *Severity}
        if unknown:
            raise ValueError(f"{kind}: {entry!r} says {unknown}, no relation and no severity")
        hit = next((one for one in left if words <= set(one.split())), None)
        if hit is None:
            return False
        left.remove(hit)
    return not left


_EXAMPLE = re.compile(r"^(Agrees|Diverges)::\n\n((?:[ ]{4,}.*\n|\n)+)", re.MULTILINE)


def examples(page: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the examples of a manual page as ("Agrees" | "Diverges", reports by outlet)."""
    for title, body in _EXAMPLE.findall(page.rstrip() + "\n"):
        for group in re.split(r"\n\s*\n", body.strip("\n")):
            lines = [line.strip().partition(": ") for line in group.splitlines() if line.strip()]
            if lines:
                yield title, {outlet: text for outlet, _, text in lines}
