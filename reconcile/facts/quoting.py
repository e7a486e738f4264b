"""Give quotations to those who speak them, also where the words run on over several sentences."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from reconcile.model import Quotation, Sentence, Span

_BREAK = re.compile(r"\n\s*\n")
_NEAR = 120  # characters between a speaker and words that may still be this speaker's


@dataclass(slots=True)
class Voice:
    """An attribution in the making; content may still grow by what is quoted further on."""

    kind: str
    sentence: int
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: list[Span] = field(default_factory=list)
    bearer: int = -1  # number of the source in the story, -1 for nobody
    speaker: str = ""


class Quoting:
    """The quotations of one report, and who was quoted last."""

    def __init__(self, sentences: tuple[Sentence, ...], text: str) -> None:
        self.text = text
        self.last: Voice | None = None  # who was last given a quotation, or left without content
        self.open_until = -1  # where the last quotation ended, if no mark closed it
        self.loose: Quotation | None = None  # the last one that nobody was given
        self.touching: dict[int, list[Quotation]] = {}
        starts = [s.span.start for s in sentences]
        for sentence in sentences:
            for quotation in sentence.quotations:
                stop = bisect_right(starts, quotation.span.end - 1)
                for k in range(sentence.index, max(stop, sentence.index + 1)):
                    self.touching.setdefault(k, []).append(quotation)

    def join(self, sentence: Sentence, made: list[Voice]) -> list[Voice]:
        """Return the voices of a sentence with their quotations; what the quoted think is left out.

        What somebody says inside a quotation ("I think …") is part of what is quoted; only verbs
        of speech are kept there ("he told me …").
        """
        quotations = self.touching.get(sentence.index, [])
        whole = [q for q in quotations if not q.fragment]
        kept = [v for v in made if _confined(v, whole)]
        for voice in kept:
            _widen(voice, quotations)
        for quotation in quotations:
            self._give(sentence, quotation, kept)
        self._follow(sentence, kept)
        return kept

    def _give(self, sentence: Sentence, quotation: Quotation, kept: list[Voice]) -> None:
        """Give a quotation that no content holds yet to the nearest speaker, or to the last one."""
        if any(
            c.overlaps(quotation.words) for v in kept for c in v.content if not _in(v, quotation)
        ):
            self._note(
                next(v for v in kept if _holds(v, quotation) and not _in(v, quotation)), quotation
            )
            return
        free = [v for v in kept if v.kind == "speech" and not _in(v, quotation)]
        if quotation.fragment:
            free = [v for v in free if not v.content or self._resumes(v, quotation)]
        if free:
            nearest = min(free, key=lambda v: (bool(v.content), _gap(v, quotation)))
            nearest.content.append(quotation.span)
            self._note(nearest, quotation)
        elif self._carries_on(sentence, quotation):
            if self.last is not None and not _holds(self.last, quotation):
                self.last.content.append(quotation.span)
                self._note(self.last, quotation)
        elif not quotation.fragment:
            self.loose = quotation

    def _resumes(self, voice: Voice, quotation: Quotation) -> bool:
        """Tell whether a quotation goes on behind its speaker: '"The bridge," she said, "is …"'."""
        end = max(s.end for s in (*voice.cue, *voice.source))
        quoted = any(self.text[c.end - 1] in "\"'”’" and c.end < end for c in voice.content)
        return quoted and self.text[end : quotation.span.start].strip() == ","

    def _note(self, voice: Voice, quotation: Quotation | None = None) -> None:
        self.last, self.loose = voice, None
        if quotation is not None and quotation.words.end == quotation.span.end:
            self.open_until = quotation.span.end

    def _carries_on(self, sentence: Sentence, quotation: Quotation) -> bool:
        """Tell whether a sentence is all quotation and follows close upon the last one quoted.

        A quotation that runs on into further sentences waits for its end, where its speaker may
        stand; one in a new paragraph goes on only with one that was left open.
        """
        if self.last is None or quotation.fragment or quotation.span.end > sentence.span.end + 1:
            return False
        start = max(quotation.span.start, sentence.span.start)
        if (quotation.span.end - start) * 10 < (sentence.span.end - sentence.span.start) * 8:
            return False
        ends = [s.end for s in (*self.last.cue, *self.last.source, *self.last.content)]
        between = self.text[max(ends) : quotation.span.start]
        if _BREAK.search(between):
            return max(ends) == self.open_until or not between.strip()
        return len(between) < _NEAR

    def _follow(self, sentence: Sentence, kept: list[Voice]) -> None:
        """Let a cue without content take the quotation that ended just before its sentence."""
        for voice in kept:
            if voice.content or voice.kind != "speech":
                continue
            loose = self.loose
            if loose and not self.text[loose.span.end : sentence.span.start].strip():
                voice.content.append(loose.span)
                self._note(voice)
            else:
                self.last = voice


def _confined(voice: Voice, quotations: list[Quotation]) -> bool:
    """Keep content of a cue in a quotation inside it; tell whether the attribution still stands."""
    for quotation in quotations:
        if _in(voice, quotation):
            kept = [c for c in voice.content if quotation.span.overlaps(c)]
            low, high = quotation.words.start, quotation.words.end
            voice.content = [Span(max(c.start, low), min(c.end, high)) for c in kept]
            voice.content = [c for c in voice.content if c.start < c.end]
            own = all(quotation.span.covers(s) for s in voice.source)
            return voice.kind == "speech" and own and bool(voice.content)
    return True


def _in(voice: Voice, quotation: Quotation) -> bool:
    """Tell whether a cue stands inside a quotation."""
    return quotation.span.covers(voice.cue[-1])


def _holds(voice: Voice, quotation: Quotation) -> bool:
    return any(c.overlaps(quotation.words) for c in voice.content)


def _gap(voice: Voice, quotation: Quotation) -> int:
    return min(
        max(s.start - quotation.span.end, quotation.span.start - s.end)
        for s in (*voice.cue, *voice.source)
    )


def _widen(voice: Voice, quotations: list[Quotation]) -> None:
    """Widen content spans to the quotations they share words with, cue and source left out."""
    for quotation in quotations:
        if _in(voice, quotation) or any(quotation.span.overlaps(s) for s in voice.source):
            continue
        for k, span in enumerate(voice.content):
            if span.overlaps(quotation.span):
                low = min(span.start, quotation.span.start)
                voice.content[k] = Span(low, max(span.end, quotation.span.end))
