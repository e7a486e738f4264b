"""Find the expressions of time in a sentence and resolve them against the day of publication.

Types and values follow TIMEX3 (Pustejovsky et al. 2003, TimeML); a bare weekday is read by wire
convention, as the last one with the publication day included, unless tense or a cue says otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from reconcile.facts.timegrammar import Match, find_matches
from reconcile.facts.timeresolve import Phrase, Reference, Sense
from reconcile.facts.timetense import misread, tense_at
from reconcile.facts.timetokens import Word, read_words
from reconcile.facts.timevalues import interval
from reconcile.model import Published, Sentence, Span, Time


def find_times(sentence: Sentence, text: str, published: Published | None) -> tuple[Time, ...]:
    """Return the times of a sentence in text order; spans are offsets into the text."""
    start = sentence.span.start
    tags = {t.span.start - start: t.tag for t in sentence.parse}
    words = read_words(sentence.span.of(text), tags)
    times: list[Time] = []
    before: dt.date | None = None
    for match in find_matches(words):
        if misread(sentence, words, match.first, match.last, match.form.name):
            continue
        inside = trimmed(words, match)
        tense = tense_at(sentence, start + inside[0].start)
        ref = reference(published, tense, before)
        sense = match.form.resolve(Phrase(inside), ref)
        if sense is None:
            continue
        time = as_time(sense, Span(start + inside[0].start, start + inside[-1].end))
        times.append(time)
        before = day_told(time) or before
    return tuple(times)


def resolve_expression(expression: str, published: Published | None, *, tense: str = "") -> Time:
    """Return what a bare expression means: "last week", "Friday night".

    `tense` is "past", "future" or "". An expression outside the grammar gives type DATE and the
    value "", without an interval.
    """
    words = read_words(expression)
    best = max(find_matches(words), key=lambda m: m.last - m.first, default=None)
    span = Span(0, len(expression))
    if best is None:
        return Time(span, "DATE", "")
    sense = best.form.resolve(
        Phrase(words[best.first : best.last]), reference(published, tense, None)
    )
    return Time(span, "DATE", "") if sense is None else as_time(sense, span)


def anchor_times(
    per_sentence: Sequence[Sequence[Time]], text: str, published: Published | None
) -> tuple[tuple[Time, ...], ...]:
    """Return the times of one report with "the next day", "hours of no day" placed by the story.

    An expression that needs the day told just before takes it from the times of the same and of
    earlier sentences; all others stay as they are.
    """
    before: dt.date | None = None
    placed: list[tuple[Time, ...]] = []
    for times in per_sentence:
        row: list[Time] = []
        for time in times:
            time = _anchored(time, text, published, before)
            row.append(time)
            before = day_told(time) or before
        placed.append(tuple(row))
    return tuple(placed)


def _anchored(time: Time, text: str, published: Published | None, before: dt.date | None) -> Time:
    if not time.relative or before is None:
        return time
    words = read_words(time.span.of(text))
    matches = find_matches(words)
    if not matches:
        return time
    match = matches[0]
    phrase = Phrase(words[match.first : match.last])
    sense = match.form.resolve(phrase, reference(published, "", before))
    return as_time(sense, time.span) if sense is not None and sense.told else time


def trimmed(words: Sequence[Word], match: Match) -> Sequence[Word]:
    """Return the words of a match without a comma or full stop at its ends."""
    first, last = match.first, match.last
    while last - first > 1 and words[last - 1].kind in ("comma", "dot", "hyphen"):
        last -= 1
    return words[first:last]


def reference(published: Published | None, tense: str, before: dt.date | None) -> Reference:
    """Return what an expression is read against."""
    if published is None:
        return Reference(tense=tense, before=before)
    return Reference(published.day, published.at, tense, before)


def as_time(sense: Sense, span: Span) -> Time:
    """Return the time of a sense, with the interval that its value has."""
    bounds = interval(sense.value, sense.modifier)
    begin, end = bounds if bounds else (None, None)
    return Time(span, sense.type, sense.value, begin, end, sense.relative, sense.zone)


def day_told(time: Time) -> dt.date | None:
    """Return the day a time names, when it is a single day or an hour of one."""
    if time.begin is None or time.end is None or time.end - time.begin > dt.timedelta(days=1):
        return None
    return time.begin.date()
