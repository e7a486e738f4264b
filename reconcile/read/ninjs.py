"""Read IPTC's news in JSON, ninjs 1, 2 and 3: an item, a list of items, items inside an item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import Report
from reconcile.plugin import Input, Reader
from reconcile.read.parts.jsonplaces import Lines, one_value
from reconcile.read.parts.jsontext import decode_json
from reconcile.read.parts.story import report_of

_KEYS = re.compile(
    rb'"(?:bodies|body_\w+|headlines?|headline_\w+|descriptions?|description_\w+|versioncreated|'
    rb'pubstatus|renditions|eventdetails)"\s*:',
    re.IGNORECASE,
)
_JSON_FEED = re.compile(rb'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org')
_DEEPEST = 3  # items inside items
_OTHER = {  # what an item is that tells no news, by its type
    "picture": "a picture",
    "graphic": "a graphic",
    "audio": "a recording",
    "video": "a video",
    "event": "an event",
    "planning": "a plan of coverage",
    "component": "a component",
}


def read_ninjs(given: Input) -> Iterator[Report]:
    """Yield the reports of a file: each item with text, and those associated with it.

    Raises ReadError where it is no such JSON, and NoNewsText where no item has text.
    """
    from reconcile.read.parts.ninjs_item import item_of
    from reconcile.read.parts.ninjs_story import story_of

    value, decoded = decode_json(given.file, given.data)
    known = Report(
        given.file, "", format="ninjs", encoding=decoded.encoding, warnings=decoded.warnings
    )
    reports, types, lines = [], [], Lines(given.data)
    items = list(_items(value, given.file))
    for place, found in items:
        item = item_of(found, given.file, place)
        types.append(item.type or ("event" if item.eventdetails is not None else ""))
        part = replace(known, part=item.uri or place) if len(items) > 1 else known
        report = report_of(story_of(item, given.file, lines, place), part)
        if report is not None:
            reports.append(report)
    if not reports:
        raise NoNewsText(given.file, _instead(types))
    if len(reports) == 1 and reports[0].part:
        reports = [replace(reports[0], part="")]
    yield from reports


def _items(
    value: object, file: str, place: str = "", depth: int = 0
) -> Iterator[tuple[str, dict[str, object]]]:
    """Yield each item of a file with its JSON pointer, an item before those inside it."""
    if isinstance(value, list) and not depth:
        for k, one in enumerate(value):
            yield from _items(one, file, f"/{k}", 1)
    elif not isinstance(value, dict):
        raise ReadError(file, "it is no ninjs; an item must be a JSON object", "", place)
    else:
        yield place, value
        inside = value.get("associations") if depth < _DEEPEST else None
        named = inside.items() if isinstance(inside, dict) else enumerate(inside or ())
        for name, one in named:
            if isinstance(one, dict):
                yield from _items(one, file, f"{place}/associations/{name}", depth + 1)


def _instead(types: list[str]) -> str:
    """Say what a file without news text holds."""
    told = dict.fromkeys(_OTHER.get(kind, "an item without a body") for kind in types)
    return f"it holds {' and '.join(told)}" if told else "it is an empty list"


def knows(given: Input) -> bool:
    """Tell ninjs by its keys: an address, and what only news items have."""
    data = given.data
    return (
        one_value(data)
        and b'"uri"' in data
        and _KEYS.search(data) is not None
        and _JSON_FEED.search(data) is None
    )


READER = Reader(
    about="ninjs",
    suffixes=(".ninjs", ".json"),
    read=read_ninjs,
    knows=knows,
    extra="formats",
    needs=("lxml",),
)
