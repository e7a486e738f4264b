"""Say whether a sentence is hedged (Wikipedia), and whether an event is certain and affirmed."""

from __future__ import annotations

from benchmarks.task import Item, Task
from reconcile.facts.factuality import find_stances
from reconcile.facts.vagueness import find_vague
from reconcile.language.parse import parse
from reconcile.model import BlockKind, Factuality, Sentence, Span, Stance

CERTAIN = {Factuality.CERTAIN, Factuality.DENIED}
NEGATED = {Factuality.DENIED, Factuality.IMPROBABLE, Factuality.POSSIBLY_NOT}


def predict(items: list[Item]) -> list[Item]:
    """Return the answer of each item: of a sentence, or of the event at a span."""
    sentences = _parsed([item["text"] for item in items])
    return [
        _event(item, sentences[item["text"]]) if "event" in item else _hedged(item, sentences)
        for item in items
    ]


def _parsed(texts: list[str]) -> dict[str, Sentence]:
    """Parse every distinct text once."""
    found = {}
    for text in dict.fromkeys(texts):
        span = Span(0, len(text))
        found[text] = Sentence(0, span, BlockKind.PARAGRAPH, parse(text, [span])[0])
    return found


def _hedged(item: Item, sentences: dict[str, Sentence]) -> Item:
    return {"id": item["id"], "uncertain": bool(find_vague(sentences[item["text"]], item["text"]))}


def _event(item: Item, sentence: Sentence) -> Item:
    stance = _stance(item, sentence)
    return {
        "id": item["id"],
        "uncertain": stance is not None and stance.factuality not in CERTAIN,
        "negated": stance is not None and stance.factuality in NEGATED,
    }


def _stance(item: Item, sentence: Sentence) -> Stance | None:
    """Return the stance of the first predicate within the event's span."""
    within = {t.i for t in sentence.parse.within(Span(item["start"], item["end"]))}
    stances = find_stances(sentence, item["text"])
    return next((stance for stance in stances if stance.token in within), None)


def explain(item: Item, prediction: Item) -> str:
    """Show the item, and what was understood, where the answer differs from the data."""
    sentence = _parsed([item["text"]])[item["text"]]
    if "event" not in item:
        cues = [span.of(item["text"]) for span in find_vague(sentence, item["text"])]
        wrong = prediction["uncertain"] != item["uncertain"]
        return f"{item['text']}\n  uncertain: {item['uncertain']}  cues: {cues}" if wrong else ""
    uncertain = item["certainty"] in {"POSSIBLE", "PROBABLE"}
    negated = item["polarity"] == "NEG"
    left_out = item["certainty"] == "UNDERSPECIFIED"
    if left_out or (prediction["uncertain"], prediction["negated"]) == (uncertain, negated):
        return ""
    stance = _stance(item, sentence)
    cues = [span.of(item["text"]) for span in stance.cues] if stance else []
    scale = stance.factuality.value if stance else "no predicate"
    return (
        f"{item['text']}\n  {item['event']}: {item['certainty']} {item['polarity']};"
        f" here {scale}, cues {cues}"
    )


TASK = Task(
    name="certainty",
    scorer="certainty",
    gold=("certainty/conll2010.jsonl", "certainty/meantime_events.jsonl"),
    predict=predict,
    explain=explain,
    metrics={
        "hedged sentences, F1": "conll2010:f1",
        "events, uncertain, F1": "meantime_events:f1",
        "events, negated, F1": "meantime_events:negation.f1",
    },
    bars={
        "hedged sentences, F1": 0.72,
        "events, uncertain, F1": 0.40,
        "events, negated, F1": 0.60,
    },
    peers={
        "hedged sentences, F1": 0.632,
        "events, uncertain, F1": 0.163,
        "events, negated, F1": 0.255,
    },
)
