"""Print an account as JSON: the types of the model, each span with the words it covers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec

from reconcile.model import Account
from reconcile.render.page.words import whole_characters

_SPAN = {"start", "end"}
_LEFT_OUT = {"parse"}  # the tokens would bury the facts


def as_json(account: Account) -> str:
    """Return the JSON text of an account, indented by two; spans hold start, end and text."""
    found: Any = msgspec.to_builtins(account)
    shown = dict(_shown(found, account.report.text))
    encoded = msgspec.json.encode(shown)
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def _shown(found: dict[str, Any], text: str) -> Iterator[tuple[str, Any]]:
    """Yield the parts of an object without parses, and the words where it is a span."""
    for key, value in found.items():
        if key not in _LEFT_OUT:
            yield key, _value(value, text)
    if found.keys() == _SPAN:
        yield "text", whole_characters(text[found["start"] : found["end"]])


def _value(value: Any, text: str) -> Any:  # noqa: ANN401 - whatever JSON holds
    if isinstance(value, dict):
        return dict(_shown(value, text))
    if isinstance(value, (list, tuple)):
        return [_value(part, text) for part in value]
    return whole_characters(value) if isinstance(value, str) else value
