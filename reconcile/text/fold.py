"""Fold typography into plain keys. The reader is always shown the words as printed."""

from __future__ import annotations

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


def plain(text: str) -> str:
    """Return the text with quotation marks, hyphens, spaces and line ends made plain, length unchanged.

    Offsets into the result are offsets into the text, so a parser may read it in place of the text.
    Where a line is broken makes no difference to what is read.
    """
    return text.translate(_ONE_FOR_ONE)
