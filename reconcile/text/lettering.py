"""Name the reports of a comparison by letters, in the order in which they were given."""

from __future__ import annotations


def letter(k: int) -> str:
    """Return the name of the k-th report: A … Z, AA, AB …"""
    name = ""
    k += 1
    while k:
        k, rest = divmod(k - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
