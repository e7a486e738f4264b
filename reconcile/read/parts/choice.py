"""Choose who reads a file: the reader that knows its content, else that of its ending, else plain text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import PurePath

from reconcile.errors import NoNewsText, ReadError
from reconcile.model import Report
from reconcile.plugin import Input, Reader, discover
from reconcile.text.english import is_english

PLAIN = "text"
_FOREIGN = "it is not English"
DEEPEST = 3  # archives inside archives, or files inside lines of a table

Named = tuple[str, Reader]


@cache
def readers() -> dict[str, Reader]:
    """Return every reader by name, in order of names."""
    return discover("reconcile.read", "READER", Reader)


def suffix_of(file: str) -> str:
    """Return the ending of a file's name, lower case with the dot; "" where there is none."""
    return PurePath(file).suffix.lower()


def read_input(given: Input) -> tuple[Report, ...]:
    """Return the reports of a file's content, one or more; each says which format it was read as.

    Content goes before the name; where they differ a warning says so. Raises ReadError, which names
    the format tried, and NoNewsText where a file is sound but tells no news.
    """
    if given.depth > DEEPEST:
        raise ReadError(given.file, "it is an archive too deep in other archives", "unpack it")
    by_name = named(given.name or given.file)
    by_content = knowing(given)
    if len(by_content) > 1:
        by_content.sort(key=lambda c: c not in by_name)
    chosen = by_content or by_name or [(PLAIN, readers()[PLAIN])]
    name, reports = _first(chosen, given)
    told = _contradiction(by_name, (name, readers()[name])) if by_content else ()
    return tuple(
        _named_and_told(report, name, told if k == 0 else ()) for k, report in enumerate(reports)
    )


def _named_and_told(report: Report, name: str, told: tuple[str, ...]) -> Report:
    """Return a report with its format and what was assumed to choose it."""
    kept = report.part or report.format != PLAIN or name == PLAIN
    if kept and not told:
        return report
    form = report.format if kept else name
    return replace(report, format=form, warnings=(*told, *report.warnings))


def knowing(given: Input) -> list[Named]:
    """Return the readers that know a file's content."""
    return [(name, r) for name, r in readers().items() if r.knows(given)]


def named(file: str) -> list[Named]:
    """Return the readers of a file's ending."""
    return _by_suffix(suffix_of(file))


@lru_cache(maxsize=256)
def _by_suffix(suffix: str) -> list[Named]:
    return [(name, r) for name, r in readers().items() if suffix and suffix in r.suffixes]


def _first(chosen: Sequence[Named], given: Input) -> tuple[str, tuple[Report, ...]]:
    """Return what the first of the readers makes that can read it; raises what stopped them."""
    errors: list[ReadError] = []
    for name, reader in chosen:
        try:
            return name, _read(name, reader, given)
        except NoNewsText:
            raise
        except ReadError as error:
            errors.append(error)
    worst = next((error for error in errors if error.place), errors[0])
    if len(errors) > 1:
        worst.tried = _either(reader.about for _, reader in chosen)
    raise worst


def _read(name: str, reader: Reader, given: Input) -> tuple[Report, ...]:
    """Read as one format; an error says which, and where nothing comes out that is one, too."""
    try:
        found = tuple(reader.read(given))
        if not found:
            raise NoNewsText(given.file)
        return tuple(_in_its_language(given, report) for report in found)
    except ReadError as error:
        error.file = error.file or given.file
        if not error.tried and name != PLAIN:
            error.tried = reader.about
        raise


def _in_its_language(given: Input, report: Report) -> Report:
    """Return a report; one that is not English is refused, or told of where any language will do."""
    told = any(_FOREIGN in w for w in report.warnings)  # by the reader of the archive around it
    if told or is_english(_prose(report), report.language):
        return report
    if given.settings.any_language:
        return replace(report, warnings=(*report.warnings, f"{_FOREIGN}; it cannot be compared"))
    raise ReadError(given.file, _FOREIGN, "only English reports can be compared", report.part)


def _prose(report: Report) -> str:
    """Return a report's blocks, where it has any: what stands between them is no text of it."""
    return "\n".join(b.span.of(report.text) for b in report.blocks) or report.text


def _contradiction(named: Sequence[Named], chosen: Named) -> tuple[str, ...]:
    """Return a warning where the name says another format than the content."""
    if not named or chosen in named:
        return ()
    said = _either(reader.about for _, reader in named)
    return (f"by its name it is {said}; its content is {chosen[1].about} and read as such",)


def _either(names: Iterable[str]) -> str:
    return " or ".join(dict.fromkeys(names))
