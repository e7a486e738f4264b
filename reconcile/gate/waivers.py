"""Read what a submission asks to be let alone with: `reconcile-ignore: quantity -- reason`.

It stands in the front matter of the text or in its sidecar (FILE.toml), as one text or as a list.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import Path

from reconcile.errors import ReadError
from reconcile.model import Locus, Report, Waiver
from reconcile.plugin import names
from reconcile.text.paragraphs import front_matter

KEY = "reconcile-ignore"
LARGEST = 1_000_000  # bytes of a sidecar
_LINE = re.compile(rf"\s*[\"']?{KEY}[\"']?\s*[:=]\s*(?P<value>.*)", re.I)
_ITEM = re.compile(r"\s*-\s+(?P<value>.+)")
_WAIVER = re.compile(r"(?P<kind>[\w-]+)\s*(?:--|—|–)\s*(?P<reason>.*)", re.S)


def waivers(report: Report) -> tuple[Waiver, ...]:
    """Return the waivers of a submission, those of its front matter first.

    Raises ReadError, with file and line, for one without a reason and for a kind that is none.
    """
    return (*_in_front(report), *_in_sidecar(Path(report.file)))


def _in_front(report: Report) -> Iterator[Waiver]:
    found = front_matter(report.text) if not report.map else None
    if found is None:
        return
    span, mark = found
    before = report.text.count("\n", 0, span.start)
    lines = span.of(report.text).splitlines()
    if mark == "+++":
        yield from _of_toml(report.file, "\n".join(lines[1:-1]), "front matter", before + 1)
        return
    items = False
    for number, line in enumerate(lines, before + 1):
        match, item = _LINE.match(line), _ITEM.match(line) if items else None
        if match and not match["value"].strip():
            items = True
        elif match or item:
            value = _unquoted((match or item)["value"])  # type: ignore[index] # one of them matched
            for one in _listed(value):
                yield _waiver(report.file, number, one, "front matter")
            items = bool(item)
        elif line.strip():
            items = False


def _listed(value: str) -> Sequence[str]:
    """Return the items of `["a", "b"]`, or the value itself."""
    if value.startswith("[") and value.endswith("]"):
        return re.findall(r"\"([^\"]*)\"|'([^']*)'", value) and [
            a or b for a, b in re.findall(r"\"([^\"]*)\"|'([^']*)'", value)
        ]
    return [value]


def _unquoted(value: str) -> str:
    value = value.strip()
    quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
    return value[1:-1] if quoted else value


def _in_sidecar(path: Path) -> Iterator[Waiver]:
    sidecar = path.with_name(f"{path.name}.toml")
    try:
        if not sidecar.is_file() or sidecar.stat().st_size > LARGEST:
            return
        text = sidecar.read_bytes().decode("utf-8-sig")
    except (OSError, ValueError):
        return  # the reader of the report says what is wrong with it
    yield from _of_toml(str(sidecar), text, "sidecar", 0)


def _of_toml(file: str, text: str, by: str, before: int) -> Iterator[Waiver]:
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError):
        return  # the reader of the report says what is wrong with it
    value = next((v for k, v in table.items() if k.casefold() == KEY), None)
    if value is None:
        return
    lines = text.splitlines()
    given = value if isinstance(value, list) else [value]
    for one in given:
        if not isinstance(one, str):
            raise ReadError(file, f"{KEY} is no text", _REMEDY, str(_line(lines, "") + before))
        yield _waiver(file, _line(lines, one) + before, one, by)


def _line(lines: Sequence[str], value: str) -> int:
    """Return the number of the line that holds a value, else of the line of the key."""
    head = next((k for k, line in enumerate(lines, 1) if _LINE.match(line)), 1)
    holding = (k for k, line in enumerate(lines, 1) if k >= head and value and value in line)
    return next(holding, head)


_REMEDY = f"write {KEY}: quantity -- why it is right as it stands"


def _waiver(file: str, number: int, value: str, by: str) -> Waiver:
    match = _WAIVER.fullmatch(value.strip())
    if match is None or not match["reason"].strip():
        raise ReadError(file, f"{KEY} gives no reason", _REMEDY, str(number))
    kinds = names("reconcile.checks")
    if match["kind"] not in kinds:
        close = get_close_matches(match["kind"], kinds, n=1, cutoff=0.5)
        hint = f"did you mean {close[0]}?" if close else f"there are: {', '.join(kinds)}"
        raise ReadError(file, f"{KEY} names no kind: {match['kind']}", hint, str(number))
    return Waiver(match["kind"], " ".join(match["reason"].split()), Locus(file, line=number), by)
