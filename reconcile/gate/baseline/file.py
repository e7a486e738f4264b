"""Read and write the file of a baseline: TOML, one table an entry, in order, every key on its line."""

from __future__ import annotations

import contextlib
import datetime as dt
import os
import re
import tempfile
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path

from reconcile.errors import SettingsError
from reconcile.model import Entry
from reconcile.render.page.words import visible

VERSION = 1
LARGEST = 2_000_000  # bytes; some thousands of entries
HEAD = """\
# Divergences between submissions and reports on file that somebody accepted.
# `reconcile baseline` writes this file and keeps reason, who and until as they are edited here.
"""
# Keys of many parts cost the square of their number to read; no baseline has any of them.
_DOTS = 30  # in a line, outside of texts
_TEXT = re.compile(r"""\"(?:[^"\\\n]|\\.)*+\"?|'[^'\n]*+'?""")
_FINGERPRINT = re.compile(r"[0-9a-f]{12}")
_KEYS = ("file", "fingerprint", "kind", "subject", "words", "reason", "who", "on", "until")
_NEEDED = ("file", "fingerprint", "kind", "reason")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def page(entries: Iterable[Entry]) -> str:
    """Return the text of a baseline file."""
    return "\n".join([HEAD, f"version = {VERSION}", *map(_table, entries)]) + "\n"


def _table(entry: Entry) -> str:
    lines = ["", "[[entry]]"]
    for name in _KEYS:
        value = getattr(entry, name)
        if name in _NEEDED or value not in ("", None, ()):
            lines.append(f"{name} = {_value(value)}")
    return "\n".join(lines)


def _value(value: str | dt.date | tuple[str, ...]) -> str:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, str):
        return _quoted(value)
    return "[\n" + "".join(f"    {_quoted(word)},\n" for word in value) + "]"


def _quoted(text: str) -> str:
    """Return a basic string of TOML 1.0; what cannot stand in it, and what nobody sees, is escaped."""
    return '"' + "".join(_ESCAPES.get(c) or _escaped(c) for c in text) + '"'


def _escaped(character: str) -> str:
    code = ord(character)
    if 0xD800 <= code < 0xE000:
        return "\\uFFFD"
    if visible(character) == character or character == " ":
        return character
    return f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"


def read_entries(path: Path) -> tuple[Entry, ...]:
    """Return the entries of a file, none where there is no file.

    Raises SettingsError, in one line with file, entry and key.
    """
    tables = _tables(path)
    entries = tuple(_entry(path, k, table) for k, table in enumerate(tables, 1))
    seen: dict[tuple[str, str], int] = {}
    for k, entry in enumerate(entries, 1):
        first = seen.setdefault((entry.file, entry.fingerprint), k)
        if first != k:
            raise SettingsError(f"{path}: entry {k}: it is there already, as entry {first}")
    return entries


def _tables(path: Path) -> Sequence[object]:
    try:
        if path.stat().st_size > LARGEST:
            raise SettingsError(f"{path}: it has more than {LARGEST // 1_000_000} MB; no baseline")
        text = path.read_bytes().decode("utf-8-sig")
        if any(line.count(".") > _DOTS for line in _TEXT.sub("", text).splitlines()):
            raise SettingsError(f"{path}: it has keys of very many parts; no baseline")
        content = tomllib.loads(text)
    except FileNotFoundError:
        return ()
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise SettingsError(f"{path}: it cannot be read ({reason})") from error
    except (ValueError, RecursionError) as error:
        raise SettingsError(f"{path}: it is no TOML ({_first_line(error)})") from error
    version = content.pop("version", None)
    if version != VERSION:
        raise SettingsError(f"{path}: version is {version!r}; this program reads {VERSION}")
    tables = content.pop("entry", [])
    if content:
        raise SettingsError(f"{path}: {_unknown(next(iter(content)), ('version', 'entry'))}")
    if not isinstance(tables, list):
        raise SettingsError(f"{path}: entry is no list of tables; write [[entry]]")
    return tables


def _first_line(error: Exception) -> str:
    return str(error).split("\n", 1)[0] or type(error).__name__


def _unknown(key: str, known: Sequence[str]) -> str:
    close = get_close_matches(key, known, n=1, cutoff=0.5)
    return f"no key {key}; " + (
        f"did you mean {close[0]}?" if close else f"there are: {', '.join(known)}"
    )


def _entry(path: Path, number: int, table: object) -> Entry:
    where = f"{path}: entry {number}"
    if not isinstance(table, Mapping):
        raise SettingsError(f"{where}: it is no table")
    for key in table:
        if key not in _KEYS:
            raise SettingsError(f"{where}: {_unknown(key, _KEYS)}")
    for key in _NEEDED:
        if key not in table:
            raise SettingsError(f"{where}: {key} is missing")
    fingerprint = _text(where, table, "fingerprint")
    if not _FINGERPRINT.fullmatch(fingerprint):
        raise SettingsError(
            f'{where}: fingerprint = "{fingerprint}"; it is 12 hexadecimal digits in lower case'
        )
    reason = _text(where, table, "reason")
    if not reason.strip():
        raise SettingsError(f"{where}: reason is empty; say why it is accepted")
    return Entry(
        fingerprint=fingerprint,
        kind=_text(where, table, "kind"),
        subject=_text(where, table, "subject"),
        words=_words(where, table),
        reason=reason,
        who=_text(where, table, "who"),
        on=_day(where, table, "on"),
        until=_day(where, table, "until"),
        file=_text(where, table, "file"),
    )


def _text(where: str, table: Mapping[str, object], key: str) -> str:
    value = table.get(key, "")
    if not isinstance(value, str):
        raise SettingsError(f"{where}: {key} is no text")
    return value


def _words(where: str, table: Mapping[str, object]) -> tuple[str, ...]:
    value = table.get("words", [])
    if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
        raise SettingsError(f"{where}: words is no list of texts")
    return tuple(value)


def _day(where: str, table: Mapping[str, object], key: str) -> dt.date | None:
    value = table.get(key)
    if value is None or (isinstance(value, dt.date) and not isinstance(value, dt.datetime)):
        return value
    raise SettingsError(
        f"{where}: {key} is no date; write it as 2030-01-01, without quotation marks"
    )


def write(path: Path, text: str) -> None:
    """Write a file whole or not at all, with the rights it had; raises SettingsError."""
    target = path.resolve()
    draft = ""
    try:
        mode = target.stat().st_mode & 0o777 if target.exists() else None
        handle, draft = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
            file.write(text)
        Path(draft).chmod(0o644 if mode is None else mode)
        Path(draft).replace(target)
    except OSError as error:
        reason = (error.strerror or "unknown error").lower()
        raise SettingsError(f"{path}: it cannot be written ({reason})") from error
    finally:
        if draft:
            with contextlib.suppress(OSError):
                Path(draft).unlink(missing_ok=True)
