"""Set the parts of a page in one file that asks nothing of anybody. The only door to jinja2.

Every value is escaped by the template engine; what is not (`inlined`) is ours: the style sheet, the
script and the figures. The style sheet and the script are named by their hashes in the content
security policy, so that a browser runs nothing else, whatever words a report holds.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jinja2 import Environment

HERE = Path(__file__).parent
TEMPLATES = HERE / "templates"


def fill(template: str, **values: object) -> str:
    """Return a template filled with values; words in them are escaped.

    Raises jinja2.UndefinedError for a value that the template needs and nobody gives.
    """
    return _engine().get_template(template).render(**values)


def inlined(markup: str) -> str:
    """Return markup of our own as a value that is set as it is."""
    from markupsafe import Markup

    return Markup(markup)


def style() -> str:
    """Return the style sheet."""
    return _asset("style.css")


def script() -> str:
    """Return the script."""
    return _asset("script.js")


def policy() -> str:
    """Return the content security policy: this file's style and script, and nothing else."""
    return "; ".join(
        [
            "default-src 'none'",
            f"style-src '{_hash(style())}'",
            f"script-src '{_hash(script())}'",
            "img-src data:",
            "base-uri 'none'",
            "form-action 'none'",
        ]
    )


@lru_cache(maxsize=4)
def _asset(name: str) -> str:
    """Return a file as it stands between its tags."""
    return "\n" + (HERE / name).read_text("utf-8").replace("\r\n", "\n")


def _hash(content: str) -> str:
    digest = hashlib.sha256(content.encode("utf-8")).digest()
    return f"sha256-{base64.b64encode(digest).decode('ascii')}"


@lru_cache(maxsize=1)
def _engine() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
    )
