"""Fold typography into plain keys. The reader is always shown the words as printed."""

from __future__ import annotations

import re
from functools import lru_cache

_ONE_FOR_ONE = str.maketrans(
    {
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "′": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "″": '"',
        "‐": "-",
        "‑": "-",
        "‒": "-",
        "−": "-",
        "\u00a0": " ",
        "\u2007": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u3000": " ",
        "\t": " ",
        "\n": " ",
        "\r": " ",
        "\v": " ",
        "\f": " ",
        "\x85": " ",
        "\u2028": " ",
        "\u2029": " ",
    }
)


# A stretch in double marks, left as it is, or one in single marks outside of them.
_QUOTED = re.compile(
    r"[“„«\"][^“”„«»\"]{0,600}[”“»\"]"
    r"|‘(?=\S)((?:[^‘’“”„«»\"]|’(?=\w)){1,600}?)(?<=\S)’(?!\w)"
)


def plain(text: str) -> str:
    """Return the text with quotation marks, hyphens, spaces and line ends made plain, length unchanged.

    Offsets into the result are offsets into the text, so a parser may read it in place of the text.
    Where a line is broken makes no difference to what is read, nor whether a house sets speech in
    ‘single’ or “double” marks.
    """
    if "‘" in text:
        text = _QUOTED.sub(lambda m: m[0] if m[1] is None else f'"{m[1]}"', text)
    return text.translate(_ONE_FOR_ONE)


@lru_cache(maxsize=256)
def flat(text: str) -> str:
    """Return `plain` of the text of a whole report, worked out once however often it is asked for."""
    return plain(text)
