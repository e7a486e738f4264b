"""Give headlines in capitals or title case the case of running text, so that they parse like it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from reconcile.language.lexicon import knows
from reconcile.model import BlockKind, Span

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENS = re.compile(
    r"(?:\A|[.!?:\n\r\"“‘])\W*\Z"
)  # before a word that has a capital by its place alone
MOST = 0.8  # of the words of a headline, for its capitals to be its house's style
ENOUGH = 3  # words that tell the style
DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july "
    "august september october november december".split()
)
SHORT = 3  # letters of words that title case leaves small
ENDINGS = (
    ("", ""),
    ("s", ""),
    ("es", ""),
    ("ies", "y"),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
)


def in_running_case(text: str, sentences: Sequence[tuple[BlockKind, Span]]) -> str:
    """Return the text with styled headlines in the case of running text; its length is unchanged.

    A word takes the form that it mostly has within the sentences of the report; one that only the
    headline has is a name unless the dictionary knows it.
    """
    styled = [
        span for kind, span in sentences if kind is BlockKind.HEADLINE and _styled(span.of(text))
    ]
    if not styled:
        return text
    forms = _forms(text, [span for kind, span in sentences if kind is not BlockKind.HEADLINE])
    for span in styled:
        words = _WORD.sub(lambda m: _running(m[0], forms), span.of(text))
        first = next((k for k, c in enumerate(words) if c.isalpha()), 0)
        words = words[:first] + words[first : first + 1].upper() + words[first + 1 :]
        if len(words) == span.end - span.start:
            text = text[: span.start] + words + text[span.end :]
    return text


def _styled(headline: str) -> bool:
    """Tell whether the words of a headline have capitals by its style, not by what they are."""
    words = [w for w in _WORD.findall(headline)[1:] if len(w) > SHORT]
    return len(words) >= ENOUGH and sum(w[0].isupper() for w in words) >= MOST * len(words)


def _forms(text: str, spans: Sequence[Span]) -> Mapping[str, str]:
    """Return for each word of the sentences the form it has most often, the first words left out."""
    seen: dict[str, Counter[str]] = {}
    for span in spans:
        sentence = span.of(text)
        for m in _WORD.finditer(sentence):
            if not _OPENS.search(sentence[max(0, m.start() - 3) : m.start()]) or m[0].islower():
                seen.setdefault(m[0].lower(), Counter())[m[0]] += 1
    return {word: max(sorted(found), key=lambda f: found[f]) for word, found in seen.items()}


def _running(word: str, forms: Mapping[str, str]) -> str:
    lower = word.lower()
    if lower in forms:
        return forms[lower]
    if lower.removesuffix("'s").removesuffix("’s") in DAYS:
        return lower.capitalize()
    return lower if _in_dictionary(lower) else word[:1] + word[1:].lower()


def _in_dictionary(word: str) -> bool:
    """Tell whether a word, or what is left without its ending, is in the dictionary or short."""
    stems = {word.removesuffix(end) + new for end, new in ENDINGS if word.endswith(end)}
    return len(word) <= SHORT or any(knows(stem, pos) for stem in stems for pos in "nva")
