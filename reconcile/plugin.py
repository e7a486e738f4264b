"""The shapes of what is added by creating a file (Reader, Check, Renderer), and how they are found.

A plug is a module in one of three folders that defines one name: `READER` in `reconcile/read/`,
`CHECK` in `reconcile/checks/`, `RENDERER` in `reconcile/render/` (of the page of `compare`) or in a
folder below it (`render/sheet/`, `render/timeline/`, `render/origins/`: of what those commands make).
Nothing else registers it. The module's name is the plug's name: `checks/quantity.py` finds
divergences of kind `quantity`. Other folders inside a plug folder hold parts that several plugs share.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Generic, TypeVar

from reconcile.errors import PluginError

if TYPE_CHECKING:  # names of plugs are wanted before anything that flows through them
    from reconcile.model import Comparison, Report, Seen
    from reconcile.settings import Settings

Plug = TypeVar("Plug")
Page = TypeVar("Page")  # what a renderer prints


@dataclass(frozen=True, slots=True)
class Input:
    """What a reader is given: a file's name and content, and what the settings say of formats."""

    file: str  # as messages name it
    data: bytes
    settings: Settings
    depth: int = 0  # archives around it
    name: str = ""  # whose ending counts, where it is not that of the file: "a.html"


def by_name_alone(given: Input) -> bool:
    """Tell that content does not show a format: its files are known by their endings."""
    return False


@dataclass(frozen=True, slots=True)
class Reader:
    """An input format: the bytes of a file to the reports in it.

    A file goes to the reader that knows its content, else to the one of its ending, else it is
    read as plain text (`read/parts/choice.py`).
    """

    about: str  # what it reads, in a few words: "NewsML-G2 news items and messages"
    suffixes: tuple[str, ...]  # lower case with the dot: ".txt"
    read: Callable[[Input], Iterable[Report]]  # raises ReadError
    knows: Callable[[Input], bool] = by_name_alone  # by content; cheap, and never raises
    extra: str = ""  # the optional dependencies it needs: "formats"
    needs: tuple[str, ...] = ()  # the modules it imports of them: "lxml"


@dataclass(frozen=True, slots=True)
class Check:
    """One question about a comparison; yields what it saw, and never prints, sorts or judges it.

    Beside findings it yields what came close to one and could not be decided (`NotCompared`).
    """

    find: Callable[[Comparison], Iterator[Seen]]


@dataclass(frozen=True, slots=True)
class Renderer(Generic[Page]):
    """An output format: a reconciliation, a sheet or a timeline as text; it writes no file."""

    render: Callable[[Page, Settings], str]
    suffix: str = "txt"  # how the name of its file ends, each format in its own way


def names(package: str) -> tuple[str, ...]:
    """Return the names of the plugs of a folder, sorted, without importing them."""
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    return tuple(sorted(m.name for m in pkgutil.iter_modules(places) if not m.ispkg))


def load(package: str, module: str, attribute: str, shape: type[Plug]) -> Plug:
    """Import one plug; raises PluginError when its module does not define it."""
    path = f"{package}.{module}"
    plug = getattr(import_module(path), attribute, None)
    if not isinstance(plug, shape):
        raise PluginError(path, attribute, shape.__name__)
    return plug


def discover(package: str, attribute: str, shape: type[Plug]) -> dict[str, Plug]:
    """Return every plug of a folder by name, in order of names; loud when a file lacks its own.

    `discover("reconcile.checks", "CHECK", Check)["quantity"].find(comparison)`.
    """
    return {name: load(package, name, attribute, shape) for name in names(package)}
