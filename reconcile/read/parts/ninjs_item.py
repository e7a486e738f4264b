"""The fields of a ninjs item that are read, the same for versions 1, 2 and 3.

Names differ between the versions in case ("versioncreated", "versionCreated") and in form: version 1
has `headline` and `body_xhtml`, 2 and 3 have the lists `headlines` and `bodies`. All are read alike.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import msgspec

from reconcile.errors import ReadError


class Text(msgspec.Struct):
    """A headline, description or body, in one of the forms in which an item carries it."""

    value: str = ""
    role: str = ""
    contenttype: str = ""
    path: str = ""  # JSON pointer from the item


class Party(msgspec.Struct):
    """A person, organisation or source that an item names."""

    name: str = ""
    literal: str = ""


class Item(msgspec.Struct):
    """What is read of an item; all names in lower case."""

    uri: str = ""
    type: str = ""
    language: str = ""
    title: str = ""
    version: str | int | float = ""
    versioncreated: str = ""
    contentcreated: str = ""
    firstcreated: str = ""
    embargoed: str = ""
    pubstatus: str = ""
    urgency: str | int | float = 0
    byline: str = ""
    by: str = ""
    located: str = ""
    copyrightholder: str = ""
    creditline: str = ""
    ednote: str = ""
    infosources: list[Party] = []
    infosource: list[Party] = []
    headlines: list[Text] = []
    descriptions: list[Text] = []
    bodies: list[Text] = []
    eventdetails: Any = None


_MANY = {"headlines": "headline", "descriptions": "description", "bodies": "body"}
_LISTS = {"headlines", "descriptions", "bodies", "infosources", "infosource"}


def item_of(value: Mapping[str, object], file: str, place: str) -> Item:
    """Return the item a JSON object holds; raises ReadError where a field is of the wrong type."""
    named: dict[str, object] = {}
    for key, told in value.items():
        name = key.lower()
        if told is not None:
            named[name] = _lower(told, key) if name in _LISTS else told
    for many, one in _MANY.items():
        if many not in named:
            named[many] = [
                {"value": told, "role": name.partition("_")[2], "path": f"/{key}"}
                for key, told in value.items()
                if (name := key.lower()) == one or name.startswith(one + "_")
            ]
    try:
        return msgspec.convert(named, Item)
    except msgspec.ValidationError as error:
        reason = str(error)
        raise ReadError(
            file, f"it is no ninjs ({reason[:1].lower()}{reason[1:]})", "", place
        ) from error


def _lower(told: object, key: str) -> object:
    """Return a list of objects with the names of their fields in lower case, and their pointers."""
    if not isinstance(told, list):
        return told
    return [
        {k.lower(): v for k, v in one.items() if v is not None} | {"path": f"/{key}/{n}/value"}
        if isinstance(one, dict)
        else one
        for n, one in enumerate(told)
    ]
