"""Write Markdown that reads well raw: tables, sentences with marks, one line of two tellings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from reconcile.model import Span
from reconcile.render.page.escape import markdown, set_off
from reconcile.render.page.merged import Part, Side, merged
from reconcile.render.page.words import pieces

BOLD = ("**", "strong")
STRUCK = ("~~", "del")


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield the lines of a table; cells are Markdown already."""
    yield f"| {' | '.join(head)} |"
    yield "|" + "|".join(" --- " for _ in head) + "|"
    for row in rows:
        yield f"| {' | '.join(cell.strip() or ' ' for cell in row)} |"


def marked(text: str, span: Span, marks: Iterable[Span]) -> str:
    """Return the words at a span, the marked ones bold."""
    found = [(markdown(p.text), BOLD if p.marked else None) for p in pieces(text, span, marks)]
    return _joined(found)


def difference(old: str, old_span: Span, new: str, new_span: Span) -> str:
    """Return both tellings in one line, ~~old~~ **new**; "" where most words differ or none."""
    parts = merged(old, old_span, new, new_span)
    if all(part.side is Side.BOTH for part in parts):
        return ""
    return _joined(list(_spaced(parts)))


_LOOKS = {Side.BOTH: None, Side.OLD: STRUCK, Side.NEW: BOLD}
Look = tuple[str, str] | None


def _spaced(parts: Sequence[Part]) -> Iterator[tuple[str, Look]]:
    """Yield the parts; what was put in or out gets a space where it would touch a word."""
    before = " "
    for k, part in enumerate(parts):
        text = part.text
        after = parts[k + 1].text[0] if k + 1 < len(parts) else " "
        if part.side is Side.OLD:
            lead = " " if before.isalnum() else ""
            new = k + 1 < len(parts) and parts[k + 1].side is Side.NEW
            text = lead + text + (" " if new or after.isalnum() else "")
        before = text[-1]
        yield markdown(text), _LOOKS[part.side]


def _joined(found: Sequence[tuple[str, Look]]) -> str:
    """Return pieces as one line of Markdown."""
    done: list[str] = []
    for k, (text, look) in enumerate(found):
        after = found[k + 1][0] if k + 1 < len(found) else ""
        before = done[-1] if done else ""
        done.append(set_off(before, text, after, *look) if look else text)
    return "".join(done).strip()
