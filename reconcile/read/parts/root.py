"""Look at the head of a file for the root element of XML, without parsing it."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_READ = 16_384  # bytes looked at; what stands before the root is shorter
_PROLOG = re.compile(
    r"(?:\s+|<\?(?:[^?]|\?(?!>)){0,4000}\?>|<!--(?:[^-]|-(?!->)){0,8000}-->"
    r"|<!DOCTYPE[^<>\[]*(?:\[[^\]]*\]\s*)?>)*"
)
_ROOT = re.compile(r"<(?:(?P<prefix>[\w.-]+):)?(?P<name>[A-Za-z_][\w.-]*)(?P<rest>[^<>]*)")
_WIDE = ((codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


@dataclass(frozen=True, slots=True)
class Root:
    """The name and namespace of a root element; both empty where the file is no XML."""

    name: str = ""
    namespace: str = ""


def root_of(data: bytes) -> Root:
    """Return the root element that a file begins with."""
    head = data[:_READ]
    if not head.lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\0").startswith(b"<"):
        return Root()
    prolog = _PROLOG.match(text := _text(head))
    root = _ROOT.match(text, prolog.end() if prolog else 0)
    if root is None:
        return Root()
    mark = rf"xmlns:{re.escape(root['prefix'])}" if root["prefix"] else "xmlns"
    space = re.search(rf"""\s{mark}\s*=\s*["']([^"']*)""", root["rest"])
    return Root(root["name"], space[1] if space else "")


def _text(head: bytes) -> str:
    for mark, name in _WIDE:
        if head.startswith(mark):
            return head[2:].decode(name, "replace")
    if head[:2] in {b"<\0", b"\0<"}:
        return head.decode("utf-16-le" if head[0] else "utf-16-be", "replace")
    return head.decode("utf-8-sig", "replace")
