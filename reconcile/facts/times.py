"""Find the expressions of time in a sentence and resolve them against the day of publication.

Types and values follow TIMEX3 (Pustejovsky et al. 2003, TimeML); a bare weekday is read by wire
convention, as the last one with the publication day included, unless tense or a cue says otherwise.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from reconcile.facts.timegrammar import Match, find_senses
from reconcile.facts.timemisread import misread
from reconcile.facts.timesense import Phrase, Reference, Sense
from reconcile.facts.timetense import tense_at
from reconcile.facts.timetokens import read_words
from reconcile.facts.timevalues import interval
from reconcile.facts.timewords import Word
from reconcile.model import Published, Sentence, Span, Time
from reconcile.settings.nouns import DateOrder

_NEAR = 31  # days from publication within which hours without a day belong to the day told before


def find_times(
    sentence: Sentence, text: str, published: Published | None, dates: DateOrder | None = None
) -> tuple[Time, ...]:
    """Return the times of a sentence in text order; spans are offsets into the text.

    `dates` is the order in which the outlet writes a date in figures, None where that is not known.
    """
    start = sentence.span.start
    tags = {t.span.start - start: t.tag for t in sentence.parse}
    words = read_words(sentence.span.of(text), tags)
    before: dt.date | None = None

    def resolve(match: Match) -> Time | None:
        nonlocal before
        if misread(sentence, words, match.first, match.last, match.form.name):
            return None
        inside = trimmed(words, match)
        tense = tense_at(sentence, words, match.first)
        cue = words[match.first - 1].text if match.first else ""
        ref = replace(reference(published, tense, before), cue=cue, order=dates)
        sense = match.form.resolve(Phrase(inside), ref)
        if sense is None:
            return None
        time = as_time(sense, Span(start + inside[0].start, start + inside[-1].end))
        before = day_told(time) or before
        return time

    return anchor_times([find_senses(words, resolve)], text, published)[0]


def resolve_expression(expression: str, published: Published | None, *, tense: str = "") -> Time:
    """Return what a bare expression means: "last week", "Friday night".

    `tense` is "past", "future" or "". An expression outside the grammar gives type DATE and the
    value "", without an interval.
    """
    words = read_words(expression)
    ref = reference(published, tense)
    span = Span(0, len(expression))

    def resolve(match: Match) -> tuple[int, Sense] | None:
        inside = trimmed(words, match)
        sense = match.form.resolve(Phrase(inside), ref)
        return None if sense is None else (inside[-1].end - inside[0].start, sense)

    _, best = max(
        find_senses(words, resolve, bare=True), key=lambda f: f[0], default=(0, Sense("DATE", ""))
    )
    return as_time(best, span)


def anchor_times(
    per_sentence: Sequence[Sequence[Time]], text: str, published: Published | None
) -> tuple[tuple[Time, ...], ...]:
    """Return the times of one report with "the next day" and hours of no day placed by the story.

    Such an expression takes the day told just before it, in its own sentence or an earlier one; an
    hour takes first a day that its own sentence names after it. All other times stay as they are.
    """
    before: dt.date | None = None
    around: dt.date | None = None
    placed: list[tuple[Time, ...]] = []
    for times in per_sentence:
        phrases = [told_phrase(time, text) for time in times]
        ahead = _days_ahead(times, phrases)
        row: list[Time] = []
        named = False  # whether this sentence has named a day by itself
        for time, phrase, later in zip(times, phrases, ahead, strict=True):
            base = before
            if time.type == "TIME" and not named:
                base = later or near_day(before, published)
            moved = _placed(time, phrase, reference(published, "", base, around))
            row.append(moved)
            before = day_told(moved) or before
            named = named or (phrase is None and day_told(time) is not None)
            around = period_told(moved) or around
        placed.append(tuple(row))
    return tuple(placed)


def near_day(day: dt.date | None, published: Published | None) -> dt.date | None:
    """Return the day told before when an hour may belong to it: background is further away."""
    if day is None or published is None or abs((day - published.day).days) <= _NEAR:
        return day
    return None


def _days_ahead(
    times: Sequence[Time], phrases: Sequence[tuple[Match, Phrase] | None]
) -> list[dt.date | None]:
    """Return for each time the next day that the rest of its sentence names by itself."""
    ahead: list[dt.date | None] = []
    day: dt.date | None = None
    for time, phrase in zip(reversed(times), reversed(phrases), strict=True):
        ahead.append(day)
        day = (day_told(time) if phrase is None else None) or day
    return ahead[::-1]


def _placed(time: Time, phrase: tuple[Match, Phrase] | None, ref: Reference) -> Time:
    if phrase is None or (ref.before is None and ref.around is None):
        return time
    sense = phrase[0].form.resolve(phrase[1], ref)
    return time if sense is None else as_time(sense, time.span)


def told_phrase(time: Time, text: str) -> tuple[Match, Phrase] | None:
    """Return form and words of a time that needs the day told just before; None for all others."""
    if not time.relative:
        return None
    words = read_words(time.span.of(text))

    def resolve(match: Match) -> tuple[Sense, Match, Phrase] | None:
        phrase = Phrase(trimmed(words, match))
        sense = match.form.resolve(phrase, Reference())
        return None if sense is None else (sense, match, phrase)

    sense, match, phrase = next(iter(find_senses(words, resolve)), (None, None, None))
    return (match, phrase) if sense and match and phrase and sense.told else None


def trimmed(words: Sequence[Word], match: Match) -> Sequence[Word]:
    """Return the words of a match without a comma or full stop at its ends."""
    first, last = match.first, match.last
    while last - first > 1 and words[last - 1].kind in ("comma", "dot", "hyphen"):
        last -= 1
    return words[first:last]


def reference(
    published: Published | None,
    tense: str,
    before: dt.date | None = None,
    around: dt.date | None = None,
) -> Reference:
    """Return what an expression is read against."""
    day, at = (published.day, published.at) if published else (None, None)
    return Reference(day, at, tense, before=before, around=around)


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


def period_told(time: Time) -> dt.date | None:
    """Return the first day of a date of a year or less."""
    if time.begin is None or time.end is None or time.end - time.begin > dt.timedelta(days=366):
        return None
    return time.begin.date()
