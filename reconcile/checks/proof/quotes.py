"""Compare the words of two quotations inside the part that both quote."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise

from reconcile.facts.aliases import transliterated
from reconcile.model import Account, Place, Sentence, Span
from reconcile.text.fold import plain

_TOKEN = re.compile(r"\[[^\]]*\]|\([^)]*\)|\.{3,}|…|\. \. \.|[\w$%]+(?:[.,'’-]\w+)*")
SHORTEST = 4  # words a quotation must have to be compared
SHARED = 0.65  # part of the shorter quotation that must be in the longer, in order
MOSTLY = 0.7  # the same where no three words in a row are shared
TELLING = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})  # parts of speech that carry the sense
REWORDED = 0.75  # part of the shorter one's telling words that are in the longer,
IN_ORDER = 0.4  # those of them that stand in the same order,
FEWEST = 4  # and how many there must be, where words about them are exchanged
_CONTRACTED = (("n't", " not"), ("'m", " am"), ("'re", " are"), ("'ve", " have"), ("'ll", " will"))
GAP = "…"
_SAME = {"per": "%", "percent": "%", "us": "u.s", "ok": "okay", "cannot": "can't"}


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation as comparable words; `keys`, `spans` and `printed` run parallel."""

    where: Place
    text: str
    keys: tuple[str, ...]
    spans: tuple[Span, ...]
    printed: tuple[str, ...]
    telling: tuple[str, ...] = ()  # lemmas of the words that carry the sense, in order
    names: frozenset[str] = frozenset()  # those of them that are parts of names


def quotes(account: Account) -> list[Quote]:
    """Return the quotations of a report that are long enough to compare."""
    found = [
        _quote(account, sentence, Span(max(w.start, s.start), min(w.end, s.end)))
        for sentence, w in _spoken(account)
        if sentence.news and (s := sentence.span)
    ]
    return [quote for quote in found if len(quote.keys) >= SHORTEST]


def _spoken(account: Account) -> Iterator[tuple[Sentence, Span]]:
    """Yield each sentence with the quotations that reach into it, in order of both."""
    ends = [s.span.end for s in account.sentences]
    reached: dict[int, list[Span]] = {}
    for words in (q.words for s in account.sentences for q in s.quotations):
        for k in range(bisect_right(ends, words.start), len(ends)):
            if account.sentences[k].span.start >= words.end:
                break
            reached.setdefault(k, []).append(words)
    for k in sorted(reached):
        yield from ((account.sentences[k], words) for words in reached[k])


def _quote(account: Account, sentence: Sentence, words: Span) -> Quote:
    text = account.report.text
    tokens = [
        m
        for m in _TOKEN.finditer(text, words.start, words.end)
        if m.group()[0] not in "[("  # an editor's gloss is not the speaker's
    ]
    inside = sentence.parse.within(words)
    return Quote(
        where=Place(account.report.id, sentence.index),
        text=" ".join(words.of(text).split()),
        keys=tuple(_key(m.group()) for m in tokens),
        spans=tuple(Span(m.start(), m.end()) for m in tokens),
        printed=tuple(m.group() for m in tokens),
        telling=tuple(t.lemma for t in inside if t.pos in TELLING),
        names=frozenset(t.lemma for t in inside if t.pos == "PROPN"),
    )


def _key(word: str) -> str:
    folded = plain(word).lower().strip(".,")
    if not folded or folded in {"…", ". ."}:
        return GAP
    return _SAME.get(folded, folded)


def _blocks(a: Quote, b: Quote) -> list[tuple[int, int, int]]:
    matcher = SequenceMatcher(None, a.keys, b.keys, autojunk=False)
    return [(m.a, m.b, m.size) for m in matcher.get_matching_blocks() if m.size]


def near(a: Quote, b: Quote) -> bool:
    """Tell whether two quotations are of the same words: most of the shorter is in the longer.

    Two ears or two translators exchange the small words of a speech and keep those that carry it.
    """
    return (_alike(a, b) and not _name_alone(a, b)) or _reworded(a, b)


def _name_alone(a: Quote, b: Quote) -> bool:
    """Tell whether two quotations share a long name and little else: the title of a law."""
    names = a.names | b.names
    shorter, longer = sorted((set(a.telling) - names, set(b.telling) - names), key=len)
    return len(shorter) > 1 and len(shorter & longer) * 2 < len(shorter)


def _alike(a: Quote, b: Quote) -> bool:
    if len(set(a.keys) & set(b.keys)) < SHARED * min(len(set(a.keys)), len(set(b.keys))):
        return False
    sizes = [size for _, _, size in _blocks(a, b)]
    part = sum(sizes) / min(len(a.keys), len(b.keys))
    return part >= SHARED and (max(sizes) >= 3 or (part >= MOSTLY and sum(sizes) >= 5))


def _reworded(a: Quote, b: Quote) -> bool:
    shorter, longer = sorted((a, b), key=lambda q: len(set(q.telling)))
    common = set(shorter.telling) & set(longer.telling)
    if len(common) < max(FEWEST, REWORDED * len(set(shorter.telling))):
        return False
    matcher = SequenceMatcher(None, shorter.telling, longer.telling, autojunk=False)
    in_order = sum(m.size for m in matcher.get_matching_blocks())
    return in_order >= IN_ORDER * len(shorter.telling)


def differing(a: Quote, b: Quote) -> tuple[tuple[int, ...], tuple[int, ...]] | None:
    """Return the indices of the words that differ inside the common core; None where none do."""
    only_a: list[int] = []
    only_b: list[int] = []
    blocks = _blocks(a, b)
    for (i, j, size), (k, m, _) in pairwise(blocks):
        _compare(a, range(i + size, k), b, range(j + size, m), only_a, only_b)
    _edge(a, b, blocks, only_a, only_b)
    return (tuple(only_a), tuple(only_b)) if only_a or only_b else None


def _edge(
    a: Quote, b: Quote, blocks: list[tuple[int, int, int]], only_a: list[int], only_b: list[int]
) -> None:
    """Count one other word where both quotations begin or end, the rest being the same."""
    if not blocks:
        return
    i, j, _ = blocks[0]
    if i == j == 1:
        _compare(a, range(1), b, range(1), only_a, only_b)
    i, j, size = blocks[-1]
    if len(a.keys) - i - size == 1 == len(b.keys) - j - size:
        _compare(a, range(i + size, i + size + 1), b, range(j + size, j + size + 1), only_a, only_b)


def _run(keys: list[str]) -> str:
    """Return words as one run of letters, contractions written out: "aren't" is "are not"."""
    written = " ".join(keys)
    for short, long_ in _CONTRACTED:
        written = written.replace(short, long_)
    return "".join(c for c in written if c.isalnum())


def _figures(keys: list[str]) -> bool:
    return any(c.isdigit() for key in keys for c in key)


def _initials(keys: list[str]) -> list[str]:
    return ["".join(key[0] for key in keys)] if len(keys) > 1 else []


def _compare(
    a: Quote, left: range, b: Quote, right: range, only_a: list[int], only_b: list[int]
) -> None:
    """Add the words of two gaps between equal runs, unless the gap is none."""
    mine = [a.keys[k] for k in left]
    yours = [b.keys[k] for k in right]
    if GAP in mine or GAP in yours or _run(mine) == _run(yours):
        return
    if _figures(mine) and _figures(yours):
        return  # an hour or a sum set in another style; what differs in it has its own check
    if mine and yours and (_initials(mine) == yours or _initials(yours) == mine):
        return  # a desk spells a name out, or shortens it
    if len(mine) == len(yours) and all(
        transliterated(x, y) for x, y in zip(mine, yours, strict=True)
    ):
        return
    only_a.extend(left)
    only_b.extend(right)
