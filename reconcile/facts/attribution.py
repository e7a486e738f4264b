"""Find who says what in a report: source, cue and content, and a key for who the source is.

After the PolNeAR guidelines (Newell, Margolin and Ruths, LREC 2018). Grammar gives the attributions
of each sentence (`reconcile.facts.reporting`), quotations are given to whom they belong
(`reconcile.facts.quoting`), and sources are followed from mention to mention
(`reconcile.facts.speakers`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from reconcile.facts.constructions import Draft
from reconcile.facts.phrases import spans_of
from reconcile.facts.quoting import Quoting, Voice
from reconcile.facts.reporting import find_reports
from reconcile.facts.speakers import Story
from reconcile.model import Attribution, Quotation, Sentence, Span


def find_attributions(
    sentences: tuple[Sentence, ...], text: str
) -> tuple[tuple[Attribution, ...], ...]:
    """Return the attributions of each sentence; the sentences carry their quotations (and names).

    `Attribution.speaker` is a key of `reconcile.facts.sources`; "" where nobody is named. An
    attribution whose cue lies in another sentence goes on with that one's content: a quotation
    that runs over several sentences gives one attribution in each of them.
    """
    found: list[list[tuple[Attribution, int]]] = [[] for _ in sentences]
    for voice in _voices(sentences, text):
        for k, part in _parts(voice, sentences):
            found[k].append((part, voice.bearer))
    return tuple(tuple(part for part, _ in row) for row in found)


def name_speakers(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """Return the sentences with each quotation's speaker set to the source it is attributed to."""
    return tuple(
        replace(s, quotations=tuple(_spoken(q, s.attributions) for q in s.quotations))
        if s.quotations
        else s
        for s in sentences
    )


def outermost(attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """Return those whose cue stands outside the words that another one attributes.

    Of "Ann said Bob had told police that …" only Ann's: what Bob told is part of what Ann said.
    """
    contents = [(k, c) for k, a in enumerate(attributions) for c in a.content]
    return tuple(
        a
        for k, a in enumerate(attributions)
        if not any(k != other and c.covers(a.cue[0]) for other, c in contents)
    )


def _spoken(quotation: Quotation, said: Sequence[Attribution]) -> Quotation:
    holding = [a for a in said if a.source and any(c.overlaps(quotation.words) for c in a.content)]
    outside = [a for a in holding if not any(quotation.span.covers(c) for c in a.cue)]
    if not outside:
        return quotation
    return replace(quotation, speaker=min(outside, key=_width).source[0])


def _width(attribution: Attribution) -> int:
    return sum(c.end - c.start for c in attribution.content)


def _voices(sentences: tuple[Sentence, ...], text: str) -> list[Voice]:
    """Return the attributions of a report in text order, quotations joined, sources resolved."""
    story = Story()
    quoting = Quoting(sentences, text)
    voices: list[Voice] = []
    for sentence in sentences:
        if not sentence.news:
            continue
        story.mention(sentence)
        made = [_voice(sentence, draft, story) for draft in find_reports(sentence)]
        voices.extend(quoting.join(sentence, made))
    for voice in voices:
        voice.speaker = story.key(voice.bearer)
    return [v for v in voices if v.content]


def _voice(sentence: Sentence, draft: Draft, story: Story) -> Voice:
    parse = sentence.parse
    return Voice(
        kind=draft.kind,
        sentence=sentence.index,
        source=spans_of(parse, draft.source),
        cue=spans_of(parse, draft.cue) or (parse[draft.cue[0]].span,),
        content=list(spans_of(parse, draft.content)),
        bearer=story.resolve(sentence, draft.source),
    )


def _parts(voice: Voice, sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, Attribution]]:
    """Yield, for each sentence the content lies in, the attribution of that part of it."""
    for k in _range(voice, sentences):
        span = sentences[k].span
        content = tuple(
            Span(max(c.start, span.start), min(c.end, span.end))
            for c in sorted(voice.content)
            if c.overlaps(span)
        )
        if content:
            yield k, Attribution(voice.source, voice.cue, content, voice.speaker, voice.kind)


def _range(voice: Voice, sentences: tuple[Sentence, ...]) -> range:
    low = high = voice.sentence
    first = min(c.start for c in voice.content)
    last = max(c.end for c in voice.content)
    while low > 0 and sentences[low].span.start > first:
        low -= 1
    while high + 1 < len(sentences) and sentences[high + 1].span.start < last:
        high += 1
    return range(low, high + 1)
