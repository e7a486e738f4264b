"""Fit the weights of `reconcile/align/paraphrase.toml` on annotated events and changed facts.

    python -m benchmarks.fit_paraphrase DATA [--write]

DATA is the data folder, of which are read `events/ecbplus_topics.jsonl` (annotation of ECB+, CC BY
3.0) and `changed_facts` (BUMP, MIT; SummEdits, Apache-2.0). MRPC and the headlines, which measure
the degree, are not. Annotations and features are used; no text enters the weights.

The targets, on the scale of SemEval a fifth a step, stand in GRADES. A weight whose sign says that
what two sentences share makes them less alike is set to 0, and the others are fitted again: it
would say something of the sample. Printed: how often, on topics and articles that the weights have
not seen (each fifth left out), a pair of a higher grade is above one of a lower grade.
"""

from __future__ import annotations

import argparse
import json
import random
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.ecb import topics
from reconcile.align.likeness import Weights
from reconcile.align.paraphrase import AGAINST, NAMES, features
from reconcile.align.pool import Pool
from reconcile.align.profile import Profile, every_profile, profiles
from reconcile.align.support import read_claim
from reconcile.align.vectors import meanings
from reconcile.language.meaning import embed

Numbers = NDArray[np.float64]
TARGET = Path(__file__).parent.parent / "reconcile" / "align" / "paraphrase.toml"
GRADES = {
    "unrelated": 0.0,  # sentences of different topics
    "far": 0.2,  # a claim and a sentence of its article that is not near
    "no event": 0.2,  # sentences of one topic that share no event, be it of one incident or two
    "1 event": 0.4,
    "2 events": 0.5,
    "3 events": 0.6,
    "4 events": 0.7,  # and more
    "changed, told": 0.4,  # a changed claim and the nearest sentence of its article
    "told": 0.6,  # a claim and the nearest sentence of its article, which has details of its own
    "changed": 0.6,  # a claim and its twin with a changed fact
    "same": 1.0,  # two wordings of a claim that editors found consistent
}
SHARE = {"ecb": 0.5, "bump": 0.25, "summedits": 0.25}  # half to events, half to changed facts
EACH = 60  # pairs of a grade taken from a topic; 40 of two wordings of one claim
WORDINGS = 40
UNRELATED = 15  # pairs with other topics: they teach only the subject, so they are few
NEAREST = 3  # sentences of an article that are no examples of far ones
RIDGE = 3.0  # strength of the penalty on the weights of features scaled to variance one
FOLDS = 5
HEAD = """\
# Weights of the degree to which two sentences are paraphrases: a logistic function of the features
# that `reconcile/align/paraphrase.py` names and explains. Written by `python -m
# benchmarks.fit_paraphrase`; do not edit by hand. Fitted on {pairs} pairs of sentences of ECB+
# (annotation CC BY 3.0), BUMP (MIT) and SummEdits, news (Apache-2.0).
# On topics and articles left out, of a pair of a higher grade and one of a lower, it puts the
# higher one first in {first:.3f} of the cases.
"""


@dataclass(frozen=True, slots=True)
class Example:
    """A pair of sentences with its grade, the set it comes from, and what is left out with it."""

    a: Profile
    b: Profile
    grade: str
    source: str
    group: str


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim as its sentences, with those of its article."""

    sentences: tuple[Profile, ...]
    article: tuple[Profile, ...]
    consistent: bool
    family: str  # the claims made from one


def of_events(file: Path, chance: random.Random) -> Iterator[Example]:
    """Yield pairs of annotated sentences of different reports, and some of different topics."""
    shared = _shared(file)
    pools: dict[str, list[Profile]] = {}
    for topic, accounts, scope, _ in topics(file):
        known = pools[topic] = [p for p in every_profile(accounts) if p.where in scope]
        found = defaultdict(list)
        for a, b in combinations(known, 2):
            if a.where.report != b.where.report:
                count = shared.get(frozenset((_at(a), _at(b))), 0)
                found[min(count, 4)].append((a, b))
        for count, pairs in sorted(found.items()):
            grade = ("no event", "1 event")[count] if count < 2 else f"{count} events"
            most = EACH if count else 2 * EACH
            for a, b in chance.sample(pairs, min(most, len(pairs))):
                yield Example(a, b, grade, "ecb", topic)
    for topic, known in pools.items():
        others = [p for name, rest in pools.items() if name != topic for p in rest]
        for _ in range(UNRELATED):
            yield Example(chance.choice(known), chance.choice(others), "unrelated", "ecb", topic)


def _at(profile: Profile) -> tuple[str, int]:
    return profile.where.report, profile.where.sentence


def _shared(file: Path) -> dict[frozenset[tuple[str, int]], int]:
    """Return how many events two sentences share."""
    found = {}
    for line in file.read_text("utf-8").splitlines():
        group = json.loads(line)
        for (a, i, b, j), count in zip(group["pairs"], group["shared_events"], strict=True):
            found[frozenset(((a, i), (b, j)))] = count
    return found


def of_changes(file: Path, chance: random.Random) -> Iterator[Example]:
    """Yield claims with their twins, and with sentences of their articles."""
    source = file.stem.split("_")[0]
    claims = list(_claims(file))
    families = defaultdict(list)
    for claim in claims:
        families[claim.family].append(claim)
    for name, family in families.items():
        found = defaultdict(list)
        for one, other in combinations(family, 2):
            if one.consistent or other.consistent:
                twins = _differing(one, other)
                if twins:
                    same = one.consistent and other.consistent
                    found["same" if same else "changed"].append(twins)
        for grade, pairs in found.items():
            for a, b in chance.sample(pairs, min(WORDINGS, len(pairs))):
                yield Example(a, b, grade, source, _article(family[0]) or name)
    yield from _told(claims, source, chance)


def _told(claims: Sequence[Claim], source: str, chance: random.Random) -> Iterator[Example]:
    """Yield each sentence of a claim with the nearest of its article, and of a true one a far one."""
    texts = sorted({p.text for c in claims for p in (*c.sentences, *c.article)})
    vectors = dict(zip(texts, embed(texts), strict=True))
    seen: set[tuple[str, str]] = set()
    for claim in claims:
        for sentence in claim.sentences:
            grade = "told" if claim.consistent else "changed, told"
            if claim.article and (sentence.key, grade) not in seen:
                seen.add((sentence.key, grade))
                own = vectors[sentence.text]
                order = sorted(claim.article, key=lambda p: -float(own @ vectors[p.text]))
                yield Example(sentence, order[0], grade, source, _article(claim))
                if claim.consistent and len(order) > NEAREST:
                    far = chance.choice(order[NEAREST:])
                    yield Example(sentence, far, "far", source, _article(claim))


def _claims(file: Path) -> Iterator[Claim]:
    read: dict[str, tuple[Profile, ...]] = {}
    for line in file.read_text("utf-8").splitlines():
        item = json.loads(line)
        for text in (item["article"], item["claim"]):
            if text not in read:
                account = read_claim(text)
                place = replace(account.report, id=f"{file.stem} {len(read)}")
                read[text] = tuple(profiles(replace(account, report=place, claims=())))
        family = item.get("pair") or item["id"].rsplit("_", 1)[0]
        yield Claim(read[item["claim"]], read[item["article"]], item["consistent"], family)


def _differing(one: Claim, other: Claim) -> tuple[Profile, Profile] | None:
    """Return the one sentence in which two claims differ."""
    mine, theirs = ({p.key for p in c.sentences} for c in (one, other))
    left = [p for p in one.sentences if p.key not in theirs]
    right = [p for p in other.sentences if p.key not in mine]
    return (left[0], right[0]) if len(left) == len(right) == 1 else None


def _article(claim: Claim) -> str:
    return claim.article[0].where.report if claim.article else ""


def measured(examples: Sequence[Example]) -> Numbers:
    """Return the features of all examples; their sentences are one pool."""
    place: dict[tuple[str, int], int] = {}
    known: list[Profile] = []
    for p in (p for e in examples for p in (e.a, e.b)):
        if _at(p) not in place:
            place[_at(p)] = len(known)
            known.append(p)
    pairs = [(place[_at(e.a)], place[_at(e.b)]) for e in examples]
    return features(Pool(known, meanings(known)), pairs)


def weight(examples: Sequence[Example]) -> Numbers:
    """Return weights that give each set its share."""
    source = np.array([e.source for e in examples])
    found = np.zeros(len(examples))
    for name, share in SHARE.items():
        found[source == name] = share * len(examples) / max(1, (source == name).sum())
    return found


def fit(table: Numbers, target: Numbers, weight: Numbers) -> Weights:
    """Return a logistic function of fractional targets (Papke and Wooldridge 1996), signs kept."""
    signs = np.array([-1.0 if name in AGAINST else 1.0 for name in NAMES])
    kept = np.ones(len(NAMES), dtype=bool)
    while True:
        slopes, constant, scaled = _newton(table[:, kept], target, weight)
        wrong = scaled * signs[kept]
        if wrong.min() >= 0:
            break
        kept[np.flatnonzero(kept)[wrong.argmin()]] = False
    whole = np.zeros(len(NAMES))
    whole[kept] = slopes
    return Weights(whole, constant)


def _newton(table: Numbers, target: Numbers, weight: Numbers) -> tuple[Numbers, float, Numbers]:
    """Return slopes, constant, and the slopes of features scaled to variance one."""
    mean = np.average(table, axis=0, weights=weight)
    scale = np.sqrt(np.average((table - mean) ** 2, axis=0, weights=weight)) + 1e-9
    z = np.c_[(table - mean) / scale, np.ones(len(table))]
    ridge = np.diag([*[RIDGE] * table.shape[1], 1e-6])
    b = np.zeros(z.shape[1])
    for _ in range(30):
        p = 1 / (1 + np.exp(-z @ b))
        slope = z.T @ (weight * (p - target)) + ridge @ b
        b -= np.linalg.solve((z * (weight * p * (1 - p))[:, None]).T @ z + ridge, slope)
    slopes = b[:-1] / scale
    return slopes, float(b[-1] - slopes @ mean), b[:-1]


def left_out(table: Numbers, examples: Sequence[Example], target: Numbers) -> Numbers:
    """Return the degrees by weights that have not seen the topic or article."""
    group = np.array([e.group for e in examples])
    names, share = sorted(set(group.tolist())), weight(examples)
    degrees = np.zeros(len(examples))
    for k in range(FOLDS):
        test = np.isin(group, names[k::FOLDS])
        degrees[test] = fit(table[~test], target[~test], share[~test]).chance(table[test])
    return degrees


def in_order(degrees: Numbers, target: Numbers) -> float:
    """Return how often a pair of a higher grade has the higher degree; each two grades weigh the same."""
    grades = np.unique(target)
    found = []
    for low, high in combinations(grades, 2):
        over = degrees[target == high][:, None] - degrees[target == low][None, :]
        found.append((over > 0).mean() + (over == 0).mean() / 2)
    return float(np.mean(found))


def main() -> None:
    """Fit, print the figures, and write the file if asked to."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("data", type=Path)
    options.add_argument("--write", action="store_true")
    chosen = options.parse_args()
    chance = random.Random(1)  # the same sample each time
    examples = [
        *of_events(chosen.data / "events" / "ecbplus_topics.jsonl", chance),
        *of_changes(chosen.data / "changed_facts" / "bump.jsonl", chance),
        *of_changes(chosen.data / "changed_facts" / "summedits_news.jsonl", chance),
    ]
    table, target = measured(examples), np.array([GRADES[e.grade] for e in examples])
    degrees = left_out(table, examples, target)
    for grade, wanted in GRADES.items():
        mine = degrees[[e.grade == grade for e in examples]]
        print(f"{grade:15} {len(mine):5d} pairs, wanted {wanted:.1f}, mean {mine.mean():.2f}")
    head = HEAD.format(pairs=len(examples), first=in_order(degrees, target))
    found = fit(table, target, weight(examples))
    lines = [f'"{n}" = {s:.4f}' for n, s in zip(NAMES, found.slopes, strict=True)]
    text = f"{head}\nconstant = {found.constant:.4f}\n" + "\n".join(lines) + "\n"
    print(text)
    if chosen.write:
        TARGET.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
