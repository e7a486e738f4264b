"""Say how far two given sentences are paraphrases: yes or no (MRPC), and by degrees (headlines)."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.task import Item, Task
from benchmarks.understanding import shown
from reconcile.align.paraphrase import paraphrase
from reconcile.align.pool import Pool
from reconcile.align.profile import every_profile
from reconcile.align.vectors import meanings
from reconcile.language.meaning import embed
from reconcile.language.parse import parse
from reconcile.model import Account, BlockKind, Report, Sentence, Span

HEADLINES = {"2014-headlines", "2015-headlines"}  # the sets with a bar; the others are not answered
MOST = 5  # degrees of the headlines


def predict(items: list[Item]) -> list[Item]:
    """Return the degree of paraphrase, 0 to 1."""
    asked = _asked(items)
    return [
        {"id": item["id"], "score": round(degree, 6)}
        for item, degree in zip(asked, _degrees(asked), strict=True)
    ]


def predict_meaning(items: list[Item]) -> list[Item]:
    """Return the cosine of the vectors of whole sentences, one part of the degree."""
    asked = _asked(items)
    texts = _texts(asked)
    vectors = dict(zip(texts, embed(texts), strict=True))
    return [
        {"id": item["id"], "score": round(float(vectors[item["a"]] @ vectors[item["b"]]), 4)}
        for item in asked
    ]


def _asked(items: Sequence[Item]) -> list[Item]:
    return [item for item in items if "set" not in item or item["set"] in HEADLINES]


def _texts(items: Sequence[Item]) -> list[str]:
    return list(dict.fromkeys(item[side] for item in items for side in ("a", "b")))


def _degrees(items: Sequence[Item]) -> list[float]:
    """Return the degree of each pair, 0 without a word to compare; all sentences are one pool."""
    texts = _texts(items)
    known = every_profile(_accounts(texts))
    place = {texts[int(p.where.report)]: k for k, p in enumerate(known)}
    pairs = [
        (place[item["a"]], place[item["b"]]) if item["a"] in place and item["b"] in place else None
        for item in items
    ]
    distinct = sorted({pair for pair in pairs if pair})
    found = dict(zip(distinct, paraphrase(Pool(known, meanings(known)), distinct), strict=True))
    return [float(found[pair]) if pair else 0.0 for pair in pairs]


def _accounts(texts: Sequence[str]) -> list[Account]:
    """Parse all sentences as one text, a line each, and make a report of each."""
    spans, at = [], 0
    for text in texts:
        spans.append(Span(at, at + len(text)))
        at += len(text) + 1
    whole = "\n".join(texts)
    return [
        Account(
            Report(file=str(k), text=whole, id=str(k)),
            (Sentence(0, span, BlockKind.PARAGRAPH, tree),),
        )
        for k, (span, tree) in enumerate(zip(spans, parse(whole, spans), strict=True))
    ]


def explain(item: Item, said: Item) -> str:
    """Say how far a pair is from what is wanted, and what is understood of both sentences."""
    if not said:
        return ""  # not asked
    wanted = item["label"] if "label" in item else item["score"] / MOST
    if abs(wanted - said["score"]) < 0.5:
        return ""
    sides = [f"  {item[side]}\n{shown(item[side])}" for side in ("a", "b")]
    return "\n".join([f"wanted {wanted:.2f}, degree {said['score']:.2f}", *sides])


TASKS = (
    Task(
        name="pairs",
        scorer="pairs",
        gold=("pairs/mrpc.jsonl", "pairs/sts_news.jsonl"),
        predict=predict,
        explain=explain,
        metrics={
            "MRPC, accuracy at its best threshold": "mrpc:at_own_best.accuracy",
            "headlines 2014, Pearson": "sts_news:2014-headlines.pearson",
            "headlines 2015, Pearson": "sts_news:2015-headlines.pearson",
        },
        bars={
            "MRPC, accuracy at its best threshold": 0.76,
            "headlines 2014, Pearson": 0.83,
            "headlines 2015, Pearson": 0.86,
        },
        peers={
            "MRPC, accuracy at its best threshold": 0.743,
            "headlines 2014, Pearson": 0.784,
            "headlines 2015, Pearson": 0.834,
        },
    ),
    Task(
        name="pairs-meaning",
        scorer="pairs",
        gold=("pairs/sts_news.jsonl",),
        predict=predict_meaning,
        metrics={
            "headlines 2014, cosine alone, Pearson": "2014-headlines.pearson",
            "headlines 2015, cosine alone, Pearson": "2015-headlines.pearson",
        },
    ),
)
