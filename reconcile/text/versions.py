"""Tell which reports are versions of one item of one publisher, and in which order they came."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reconcile.model import Report

_WORLDWIDE = ":"  # in an item's name: "urn:newsml:…", "https://…", "tag:…" name one item everywhere


def same_item(a: Report, b: Report) -> bool:
    """Tell whether two reports are versions of one item.

    A bare number names an item within one outlet, or one file, only.
    """
    if not a.item or a.item != b.item:
        return False
    if _WORLDWIDE in a.item or (a.file == b.file and a.part and b.part):
        return True
    return bool(a.source) and a.source.casefold() == b.source.casefold()


def families(reports: Iterable[Report]) -> tuple[tuple[Report, ...], ...]:
    """Return the reports that are versions of one item, two or more together, the oldest first."""
    named: dict[str, list[list[Report]]] = {}
    for report in reports:
        if report.item:
            groups = named.setdefault(report.item, [])
            mine = next((g for g in groups if same_item(g[0], report)), None)
            if mine is None:
                groups.append([report])
            else:
                mine.append(report)
    found = [group for groups in named.values() for group in groups if len(group) > 1]
    return tuple(tuple(_in_order(group)) for group in found)


def newer(a: Report, b: Report) -> int:
    """Return 1 where the second report is a later version than the first, -1 earlier, 0 neither."""
    if not same_item(a, b) or a.version == b.version or not (a.version and b.version):
        return 0
    return 1 if b.version > a.version else -1


def _in_order(group: Sequence[Report]) -> list[Report]:
    numbered = all(report.version for report in group)
    return sorted(
        group, key=lambda r: (r.version if numbered else 0, _day(r), r.version, r.sha256, r.text)
    )


def _day(report: Report) -> str:
    return report.published.day.isoformat() if report.published else "9999"
