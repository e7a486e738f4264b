"""Import what only some formats need, and say which extra holds it where it is missing."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from types import ModuleType

from reconcile.errors import MissingExtra
from reconcile.plugin import Reader


def needed(module: str, extra: str, form: str, file: str = "") -> ModuleType:
    """Import a module of an extra: `needed("lxml.etree", "formats", "NITF", given.file)`.

    Raises MissingExtra, which names the extra, where the module is not installed.
    """
    try:
        return import_module(module)
    except ImportError as error:
        raise MissingExtra(file, module.partition(".")[0], extra, form) from error


def missing(reader: Reader) -> tuple[str, ...]:
    """Return the modules that a reader needs and that are not installed."""
    return tuple(name for name in reader.needs if find_spec(name.partition(".")[0]) is None)
