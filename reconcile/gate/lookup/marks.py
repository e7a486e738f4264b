"""Take from a report the marks by which others of its incident are known: names, rare words, figures, day.

No model is asked: a name is a word that is never printed small, other words count by their stem, and
everyday words not at all. What is held is about two kilobytes a report, for there may be thousands.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from reconcile.gate.lookup.everyday import EVERYDAY
from reconcile.text.dates import find_stamps

NAME, FIGURE, WORD = "@", "#", "~"  # how a mark begins
LEAD = 80  # words; what opens a report is what it is about
_TOKEN = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d+(?:[,.:]\d+)*")
_HEAD = 500  # characters in which a report without a date of its own is searched for one
_STEM = 6  # letters of a word; "derailed", "derailment" and "derails" are one
_LEADS, _MOST = 128, 127  # of a use: it stands in the lead; how often, at most
_LONGEST = 40  # letters; what is longer is no word
_MARKS = 2_000  # of a report, the first of them: a book on file must not fill the memory


@dataclass(frozen=True, slots=True)
class Marks:
    """What a report is known by."""

    words: str  # the marks, parted by spaces
    uses: bytes  # one a mark: how often it stands there, and whether in the lead
    day: int = 0  # of publication, as ordinal; 0 when it is not known

    def __iter__(self) -> Iterator[tuple[str, int, bool]]:
        """Yield each mark, how often it is used, and whether it stands in the lead."""
        for word, use in zip(self.words.split(), self.uses, strict=False):
            yield word, use & _MOST, use >= _LEADS


def marks_of(text: str, day: int = 0) -> Marks:
    """Return the marks of a text; without a day the first whole date of its head is taken."""
    tokens = _TOKEN.findall(text)
    leading = set(tokens[:LEAD])
    times: dict[str, int] = {}
    lead: set[str] = set()
    small: set[str] = set()
    for token, n in Counter(tokens).items():
        word = folded(token)
        times[word] = times.get(word, 0) + n
        if token in leading:
            lead.add(word)
        if token[0].islower():
            small.add(word)
    uses: dict[str, int] = {}
    for word, count in times.items():
        if word in EVERYDAY or (not 1 < len(word) < _LONGEST and not word.isdigit()):
            continue
        mark = _mark(word, word in small)
        before = uses.get(mark, 0)
        leads = _LEADS if word in lead else before & _LEADS
        uses[mark] = leads | min(_MOST, count + (before & _MOST))
        if len(uses) == _MARKS:
            break
    return Marks(" ".join(uses), bytes(uses.values()), day or _day(text))


def folded(token: str) -> str:
    """Return a word without case, accents and possessive, a figure without the marks of thousands."""
    word = token.lower()
    if not word.isascii():
        apart = unicodedata.normalize("NFKD", word.replace("’", "'"))
        word = "".join(c for c in apart if not unicodedata.combining(c))
    if "'" in word:
        word = word.removesuffix("'s").replace("'", "")
    return word.replace(",", "")


def name_of(mark: str, text: str) -> str:
    """Return a name as a text prints it, in capitals only where it always does.

    It is "" for a mark that is no name of the text.
    """
    tokens = [t for t in _TOKEN.findall(text) if mark[:1] == NAME and folded(t) == mark[1:]]
    printed = next((t for t in tokens if not t.isupper()), next(iter(tokens), ""))
    return re.sub(r"['’]s\Z", "", printed)


def _mark(word: str, small: bool) -> str:
    if word[0].isdigit():
        return FIGURE + word
    return WORD + word[:_STEM] if small else NAME + word


def _day(text: str) -> int:
    days = (stamp.day for stamp in find_stamps(text[:_HEAD]))
    return next((day.toordinal() for day in days if day), 0)
