"""Find the facts that a sentence gives without its neighbours, once for all copies of the sentence."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field, replace

from reconcile.facts.factuality import find_stances
from reconcile.facts.house import weighed
from reconcile.facts.known_as import known_as
from reconcile.facts.names import find_names
from reconcile.facts.quantities import find_quantities
from reconcile.facts.times import find_times
from reconcile.model import Quantity, Report, Sentence, Span
from reconcile.settings.nouns import Style


@dataclass(slots=True)
class OwnFacts:
    """Adds their own facts to sentences, and keeps them: reports of one story repeat each other."""

    style: Style
    known: dict[Hashable, Sentence] = field(default_factory=dict)

    def added(self, sentence: Sentence, report: Report) -> Sentence:
        """Return a sentence with the facts that it gives by itself."""
        tree, span = sentence.parse, sentence.span
        # the character before the sentence tells whether a name begins there
        said = report.text[max(span.start - 1, 0) : span.end], span.start > 0
        starts = tuple([t.entity_starts for t in tree])
        key = said, tree.wording, starts, report.published
        if key not in self.known:
            self.known[key] = found = self._found(sentence, report)
            return found
        return _copied(self.known[key], sentence)

    def _found(self, sentence: Sentence, report: Report) -> Sentence:
        text, style = report.text, self.style
        return replace(
            sentence,
            quantities=weighed(find_quantities(sentence, text, style.m), style.outlet),
            names=known_as(find_names(sentence, text), sentence, text, style.aliases),
            times=find_times(sentence, text, report.published, style.dates),
            stances=find_stances(sentence, text),
        )


def _copied(told: Sentence, copy: Sentence) -> Sentence:
    """Return a copy of a sentence with its facts, moved to where the copy stands."""
    by = copy.span.start - told.span.start
    return replace(
        copy,
        quantities=tuple([_moved(q, by) for q in told.quantities]),
        names=tuple([replace(n, span=_by(n.span, by)) for n in told.names]),
        times=tuple([replace(t, span=_by(t.span, by)) for t in told.times]),
        stances=tuple(
            [
                replace(s, cues=tuple([_by(c, by) for c in s.cues])) if s.cues else s
                for s in told.stances
            ]
        ),
    )


def _moved(quantity: Quantity, by: int) -> Quantity:
    counted = quantity.counted_span and _by(quantity.counted_span, by)
    return replace(quantity, span=_by(quantity.span, by), counted_span=counted)


def _by(span: Span, by: int) -> Span:
    return Span(span.start + by, span.end + by)
