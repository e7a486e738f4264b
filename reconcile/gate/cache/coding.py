"""Write values as JSON and read them back into their declared types, strictly. The gate's door to msgspec."""

from __future__ import annotations

from typing import TypeVar

import msgspec

T = TypeVar("T")


class Damaged(Exception):
    """An entry is not what was written, or not of the type that is asked for."""


def encode(value: object) -> bytes | None:
    """Return a value as JSON; None where it would not come back equal (an infinite number, say)."""
    try:
        content = msgspec.json.encode(value)
        back = msgspec.json.decode(content, type=type(value))
    except (msgspec.MsgspecError, TypeError, ValueError):
        return None
    return content if back == value else None


def decode(content: bytes, shape: type[T]) -> T:
    """Return the value that `encode` wrote; raises Damaged when the content is no such value."""
    try:
        return msgspec.json.decode(content, type=shape)
    except (msgspec.MsgspecError, ValueError, RecursionError) as error:
        raise Damaged(str(error)) from error


def canonical(value: object) -> str:
    """Return a value as text that is the same for equal values, whatever order sets are kept in."""
    return msgspec.json.encode(value, order="deterministic").decode("utf-8")
