"""Cut a report into its lines, and a line into pieces at every place where something begins or ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from reconcile.model import BOILERPLATE, BlockKind, Report, Span

QUIET = BOILERPLATE | {None}  # what is no block is no news either


@dataclass(frozen=True, slots=True)
class Part:
    """A block, or the words between two (no kind)."""

    span: Span
    kind: BlockKind | None


@dataclass(frozen=True, slots=True)
class Line:
    """What stands on one line: a dateline and its paragraph, a caption, a headline."""

    parts: tuple[Part, ...]

    @property
    def span(self) -> Span:
        """Return where the line stands."""
        return Span(self.parts[0].span.start, self.parts[-1].span.end)

    @property
    def aside(self) -> str:
        """Return what the line is when all of it is boilerplate: "caption"; else ""."""
        kinds = {part.kind for part in self.parts}
        return str(self.parts[0].kind or "not compared") if kinds <= QUIET else ""

    @property
    def headline(self) -> bool:
        """Tell whether the line is a headline."""
        return any(part.kind is BlockKind.HEADLINE for part in self.parts)


def lines_of(report: Report) -> tuple[Line, ...]:
    """Return the lines of a report: all but white space is in exactly one of them."""
    found: list[list[Part]] = []
    end = 0
    for part in _parts(report):
        if found and "\n" not in report.text[end : part.span.start]:
            found[-1].append(part)
        else:
            found.append([part])
        end = part.span.end
    return tuple(Line(tuple(parts)) for parts in found)


def _parts(report: Report) -> Iterator[Part]:
    """Yield the blocks and the words between them."""
    at = 0
    for block in (*report.blocks, None):
        start = block.span.start if block else len(report.text)
        between = report.text[at:start]
        if between.strip():
            lead = len(between) - len(between.lstrip())
            yield Part(Span(at + lead, at + len(between.rstrip())), None)
        if block and block.span.start < block.span.end:
            yield Part(block.span, block.kind)
            at = block.span.end


def edges(spans: Iterable[Span]) -> list[int]:
    """Return every place where one of the spans begins or ends, in order, each once."""
    return sorted({at for span in spans for at in (span.start, span.end)})


def cut(span: Span, at: Sequence[int]) -> Iterator[Span]:
    """Yield the pieces of a span between the edges inside it."""
    inside = at[bisect_right(at, span.start) : bisect_left(at, span.end)]
    for start, end in pairwise((span.start, *inside, span.end)):
        yield Span(start, end)


class Cover:
    """Spans that do not overlap, to be asked which of them a place is in."""

    def __init__(self, spans: Iterable[Span]) -> None:
        """Take spans in any order; where two overlap, the one that starts first wins."""
        self.ends: list[int] = []
        self.starts: list[int] = []
        self.which: list[int] = []
        for k, span in sorted(enumerate(spans), key=lambda pair: pair[1]):
            start = max(span.start, self.ends[-1] if self.ends else 0)
            if start < span.end:
                self.starts.append(start)
                self.ends.append(span.end)
                self.which.append(k)

    def at(self, place: int) -> int:
        """Return the number of the span that a character is in, -1 for none."""
        k = bisect_right(self.starts, place) - 1
        return self.which[k] if k >= 0 and place < self.ends[k] else -1
