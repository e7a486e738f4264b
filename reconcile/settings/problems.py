"""Say what is wrong with a settings table, key by key: the value, what is allowed, what was meant.

One walk over the types of `shape.py` finds every unknown key and every value that is not allowed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import get_args

from msgspec import inspect

from reconcile.settings.lines import Key
from reconcile.settings.shape import CHOICES

SHOWN = 60  # characters of a value that a message repeats


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, and where."""

    key: Key
    said: str


def problems(table: Mapping[str, object], shape: type) -> Iterator[Problem]:
    """Yield what is wrong with a table by its type, in order of its keys."""
    yield from _check(table, inspect.type_info(shape), ())


def dotted(key: Key) -> str:
    """Return a key as TOML spells it: outlets."The Courier".zone, overrides[0].skip."""
    out = ""
    for part in key:
        if isinstance(part, int):
            out += f"[{part + 1}]"
        else:
            bare = part.isascii() and part.replace("-", "").replace("_", "").isalnum()
            out += ("." if out else "") + (part if bare else json.dumps(part, ensure_ascii=False))
    return out


def shown(value: object) -> str:
    """Return a value as a message repeats it."""
    if isinstance(value, dict):
        return "a table"
    try:
        told = json.dumps(value, ensure_ascii=False, default=str)
    except (ValueError, RecursionError):
        told = "a deeply nested value"
    return told if len(told) <= SHOWN else f"{told[:SHOWN]}…"


def not_allowed(key: Key, value: object, allowed: str, meant: str = "") -> Problem:
    """Return the problem of a value that is not allowed."""
    hint = f"; did you mean {meant}?" if meant else ""
    return Problem(key, f"{shown(value)} is not allowed; it must be {allowed}{hint}")


def unknown(key: Key, known: Iterable[str], what: str = "key") -> Problem:
    """Return the problem of a name that nothing has."""
    known = list(known)
    close = meant(str(key[-1]), known)
    hint = f"did you mean {close}?" if close else f"there are: {', '.join(known)}"
    return Problem(key, f"there is no such {what}; {hint}")


def meant(said: object, known: Iterable[str]) -> str:
    """Return the name that was probably meant, "" where none is near."""
    from difflib import get_close_matches

    folded = str(said)[:200].lower().replace("_", "-")
    return next(iter(get_close_matches(folded, list(known), n=1, cutoff=0.6)), "")


def _check(value: object, of: inspect.Type, key: Key) -> Iterator[Problem]:
    of = _plain(of, value)
    if isinstance(of, inspect.StructType) and isinstance(value, dict):
        yield from _struct(value, of, key)
    elif isinstance(of, inspect.DictType) and isinstance(value, dict):
        for name, inner in value.items():
            if isinstance(of.key_type, inspect.LiteralType) and name not in of.key_type.values:
                yield unknown((*key, name), _in_order(of.key_type.values))
            elif not name.strip():
                yield Problem((*key, name), "it has no name")
            else:
                yield from _check(inner, of.value_type, (*key, name))
    elif isinstance(of, inspect.ListType) and _fits(value, of):
        for k, item in enumerate(value if isinstance(value, list) else ()):
            yield from _check(item, of.item_type, (*key, k))
    elif not _fits(value, of):
        choices = _in_order(of.values) if isinstance(of, inspect.LiteralType) else ()
        yield not_allowed(key, value, allowed(of), meant(value, choices))


def _struct(value: Mapping[str, object], of: inspect.StructType, key: Key) -> Iterator[Problem]:
    known = {field.encode_name: field for field in of.fields}
    for name, inner in value.items():
        if name in known:
            yield from _check(inner, known[name].type, (*key, name))
        else:
            yield unknown((*key, name), known)
    for name, field in known.items():
        if field.required and name not in value:
            yield Problem(key, f"it has no {name}")


def _plain(of: inspect.Type, value: object = None) -> inspect.Type:
    """Return the type without what only describes it; of several the one that a value looks like."""
    if isinstance(of, inspect.Metadata):
        return _plain(of.type, value)
    if isinstance(of, inspect.UnionType):
        choices = [_plain(t) for t in of.types if type(t).__name__ != "UnsetType"]
        alike = [t for t in choices if _sort(value, t)]
        return (
            alike[0]
            if alike
            else choices[0]
            if len(choices) == 1
            else inspect.UnionType(tuple(choices))
        )
    return of


def _sort(value: object, of: inspect.Type) -> bool:
    """Tell whether a value is of the sort of a type: a table, a list, or neither."""
    if isinstance(of, inspect.StructType | inspect.DictType):
        return isinstance(value, dict)
    if isinstance(of, inspect.ListType):
        return isinstance(value, list)
    return not isinstance(value, dict | list)


def _fits(value: object, of: inspect.Type) -> bool:
    """Tell whether a value that is no table is one of a type."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    match of:
        case inspect.LiteralType(values=values):
            fits = isinstance(value, str) and value in values
        case inspect.BoolType():
            fits = isinstance(value, bool)
        case inspect.IntType(ge=low, le=high) | inspect.FloatType(ge=low, le=high):
            whole = isinstance(of, inspect.IntType)
            fits = (
                number and not (whole and isinstance(value, float)) and _between(value, low, high)
            )
        case inspect.StrType(max_length=longest):
            fits = isinstance(value, str) and bool(value.strip()) and len(value) <= (longest or 1e9)
        case inspect.ListType(min_length=least, max_length=most):
            fits = isinstance(value, list) and (least or 0) <= len(value) <= (most or 1e9)
        case _:
            fits = False
    return fits


def _between(value: object, low: float | None, high: float | None) -> bool:
    assert isinstance(value, int | float)
    return (low is None or value >= low) and (high is None or value <= high)


def _in_order(values: tuple[object, ...]) -> tuple[str, ...]:
    """Return choices in the order in which they are written down, which msgspec forgets."""
    named = {frozenset(get_args(choice)): get_args(choice) for choice in CHOICES}
    return named.get(frozenset(values), tuple(map(str, values)))


def allowed(of: inspect.Type) -> str:
    """Say what a type allows, to follow "it must be"."""
    of = _plain(of)
    match of:
        case inspect.LiteralType(values=values):
            said = "one of " + ", ".join(_in_order(values))
        case inspect.BoolType():
            said = "true or false"
        case inspect.IntType(ge=low, le=high):
            said = f"a whole number from {low} to {high}"
        case inspect.FloatType(ge=low, le=high):
            said = f"a number from {low:g} to {high:g}"
        case inspect.StrType(max_length=longest):
            said = "a text" + (f" of 1 to {longest} characters" if longest else "")
        case inspect.ListType(item_type=item, min_length=least, max_length=most):
            exact = f" of {least}" if least and least == most else ""
            long_ = exact or (f" of at least {least}" if least else "")
            said = f"a list{long_}, each {allowed(item)}"
        case inspect.UnionType(types=types):
            said = ", or ".join(dict.fromkeys(allowed(t) for t in types))
        case _:
            said = "a table"
    return said
