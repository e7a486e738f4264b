"""Hold sets as the bits of integers, so that what two of many have in common is found at once.

Two hundred reports make twenty thousand pairs: going through the words of each pair would grow with
the square of the words, while one AND of two integers costs next to nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)


def packed(sets: Sequence[Collection[Item]]) -> list[int]:
    """Return each set as an integer: `(a & b).bit_count()` things stand in both of two sets.

    What stands in one set alone has no bit. The collections must not hold a thing twice.
    """
    holders = Counter(item for held in sets for item in held)
    several = (item for item, holding in holders.items() if holding > 1)
    number = {item: k for k, item in enumerate(several)}
    return [_bits(held, number) for held in sets]


def _bits(held: Collection[Item], number: dict[Item, int]) -> int:
    row = bytearray(len(number) // 8 + 1)
    for item in held:
        k = number.get(item)
        if k is not None:
            row[k >> 3] |= 1 << (k & 7)
    return int.from_bytes(row, "little")
