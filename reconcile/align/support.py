"""Say how far a claim is borne out by a report: supported, contradicted, or not told.

The claim is read like a short report. What the report has for and against it
(`align/backing.py`) is weighed by a logistic function with the weights of `support.toml`, which
`benchmarks/fit_support.py` fits.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib.resources import files

from reconcile.align.backing import NAMES, Backing, backings
from reconcile.facts.understand import understand
from reconcile.model import Account, Block, BlockKind, Report, Span


class Borne(StrEnum):
    """How a claim stands to a report."""

    SUPPORTED = "supported"
    CONTRADICTED = "contradicted"  # the report has something else in its place
    NOT_TOLD = "not told"


@dataclass(frozen=True, slots=True)
class Support:
    """How far a report bears out a claim."""

    verdict: Borne
    doubt: float  # 0 to 1; 0.5 and more is doubtful
    grounds: tuple[str, ...]  # what the report has otherwise, or has not, in plain words


def support(claims: Sequence[str], report: Account) -> list[Support]:
    """Return for each claim, of one sentence or a few, how far a report bears it out.

    `report` comes from `facts.understand`; the claims are read together, so give all at once.
    Raises PartError without the models.
    """
    return [_judged(found) for found in backings([read_claim(c) for c in claims], report)]


def read_claim(text: str) -> Account:
    """Return a claim as an account: a report of one paragraph without a date."""
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)))
    return understand(Report(file="claim", text=text, blocks=(block,)))


@lru_cache(maxsize=1)
def weights() -> tuple[tuple[float, ...], float]:
    """Return the weights in the order of the features, and the constant."""
    table = tomllib.loads(files("reconcile.align").joinpath("support.toml").read_text("utf-8"))
    return tuple(float(table["weights"][name]) for name in NAMES), float(table["constant"])


def _judged(found: Backing) -> Support:
    slopes, constant = weights()
    height = constant + sum(w * v for w, v in zip(slopes, found.values, strict=True))
    doubt = 1 / (1 + math.exp(-height))
    if doubt < 0.5:
        return Support(Borne.SUPPORTED, doubt, ())
    verdict = Borne.CONTRADICTED if found.clashes else Borne.NOT_TOLD
    return Support(verdict, doubt, (*found.clashes, *found.unknown))
