"""Fetch axe-core, which looks for what a page keeps from readers: for tests alone, never shipped.

It comes from npm, pinned by version and by the SHA-512 that npm signs, into build/browser, and stays
there. Its licence is MPL-2.0 (package/LICENSE in the archive).
"""

from __future__ import annotations

import base64
import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path

VERSION = "4.10.3"
SHA512 = "Xm7bpRXnDSX2YE2YFfBk2FnF0ep6tmG7xPh8iHee8MIcrgq762Nkce856dYtJYLkuIoYZvGfTs/PbZhideTcEg=="


def source(folder: Path) -> str:
    """Return the script; raises RuntimeError where it cannot be had or is not the one tested."""
    archive = folder / f"axe-core-{VERSION}.tgz"
    if not archive.exists():
        _fetch(folder)
    digest = base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode("ascii")
    if digest != SHA512:
        raise RuntimeError(
            f"{archive}: it is not the axe-core {VERSION} that was tested; remove it"
        )
    with tarfile.open(archive) as inside:
        script = inside.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode("utf-8")


def _fetch(folder: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise RuntimeError("npm is missing, which fetches axe-core: install nodejs and npm")
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(
        [npm, "pack", f"axe-core@{VERSION}", "--silent"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"npm could not fetch axe-core {VERSION}: {done.stderr.strip()}")
