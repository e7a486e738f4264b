"""Give the names of one bearer one key, as a desk's settings say who is who."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from reconcile.facts.names import name_key
from reconcile.model import Answer, Attribution, Name, NameKind, Sentence, Span
from reconcile.settings.nouns import Alias

_PARTS = re.compile(r"[^()|]+")  # of a source's key, and of an answer's


@dataclass(frozen=True, slots=True)
class Bearers:
    """Who bears which names."""

    keys: Mapping[str, str]  # of each name: the key of the one that the desk uses
    spelled: re.Pattern[str]

    def key(self, key: str) -> str:
        """Return a key with every name in it by the desk's: "spokesman (kh)"."""
        return _PARTS.sub(self._one, key)

    def _one(self, part: re.Match[str]) -> str:
        bare = part[0].strip()
        return part[0].replace(bare, self.keys[bare]) if bare in self.keys else part[0]


@lru_cache(maxsize=64)
def bearers(aliases: tuple[Alias, ...]) -> Bearers | None:
    """Return who bears which of the desk's names; None where it has settled none."""
    if not aliases:
        return None
    owners = {n: name_key(a.name) for a in reversed(aliases) for n in (a.name, *a.others)}
    words = sorted(owners, key=len, reverse=True)
    flexible = (r"\s+".join(map(re.escape, w.split())) for w in words)
    return Bearers(
        {name_key(n): key for n, key in owners.items()},
        re.compile(rf"(?<!\w)(?:{'|'.join(flexible)})(?!\w)"),
    )


def known_as(
    names: tuple[Name, ...], sentence: Sentence, text: str, aliases: tuple[Alias, ...]
) -> tuple[Name, ...]:
    """Return the names of a sentence, those of one bearer under one key, in text order.

    A name that the parse cut into pieces or did not see is made whole where the text has it letter
    for letter.
    """
    known = bearers(aliases)
    if known is None:
        return names
    found = [replace(n, key=known.keys.get(n.key, n.key)) for n in names]
    for m in known.spelled.finditer(text, sentence.span.start, sentence.span.end):
        span = Span(m.start(), m.end())
        touched = [n for n in found if n.span.overlaps(span)]
        if all(span.covers(n.span) for n in touched):
            found = [n for n in found if n not in touched]
            found.append(_whole(span, sentence, text, touched, known))
    return tuple(sorted(found, key=lambda n: n.span))


def _whole(
    span: Span, sentence: Sentence, text: str, touched: Sequence[Name], known: Bearers
) -> Name:
    """Return the name that stands at a span; its kind is that of what was seen there."""
    tokens = sentence.parse.within(span)
    inside = {t.i for t in tokens}
    head = next((t.i for t in tokens if t.head not in inside or t.head == t.i), -1)
    kind = next((n.kind for n in touched if n.kind is not NameKind.OTHER), NameKind.OTHER)
    key = name_key(" ".join(span.of(text).split()))
    return Name(span, kind, span.of(text), known.keys.get(key, key), head)


def said_by(sentences: tuple[Sentence, ...], aliases: tuple[Alias, ...]) -> tuple[Sentence, ...]:
    """Return the sentences with their speakers under the keys of the desk's names."""
    known = bearers(aliases)
    if known is None:
        return sentences

    def named(attribution: Attribution) -> Attribution:
        return replace(attribution, speaker=known.key(attribution.speaker))

    return tuple(replace(s, attributions=tuple(map(named, s.attributions))) for s in sentences)


def answered(answers: tuple[Answer, ...], aliases: tuple[Alias, ...]) -> tuple[Answer, ...]:
    """Return the answers with the names in their keys, and who says them, by the desk's names."""
    known = bearers(aliases)
    if known is None:
        return answers
    return tuple(replace(a, key=known.key(a.key), speaker=known.key(a.speaker)) for a in answers)
