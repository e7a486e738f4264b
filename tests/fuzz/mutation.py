"""Samples of every input format, and bytes made from them that are nearly such a file."""

from __future__ import annotations

from pathlib import Path

from hypothesis import strategies as st

from reconcile.read.parts.choice import readers

SAMPLES = Path(__file__).parents[1] / "read" / "samples"
NAMES = tuple(readers())
# what breaks readers: zeros, marks, ends of lines, brackets, entities, numbers at their edges
CHUNKS = (
    *(
        b"",
        b"\0",
        b"\xff\xfe",
        b"\xef\xbb\xbf",
        b"\r",
        b"\r\n",
        b"\n\n\n",
        b"\x1b[31m",
        b"\xe2\x80\xae",
    ),
    *(b'"', b"'", b"{", b"}", b"[" * 300, b"<", b">", b"</", b"<!--", b"]]>", b"&lol;", b"&#0;"),
    *(b"<!DOCTYPE a [<!ENTITY lol SYSTEM 'file:///etc/passwd'>]>", b"PK\3\4", b"%PDF-", b"stream"),
    *(
        b"-1",
        b"0",
        b"99999999999999999999",
        b"1e999",
        b"NaN",
        b"null",
        b"true",
        b"[]",
        b"{}",
        b'""',
    ),
    *(b"2021-13-45T99:99:99+99:99", b"0000-00-00", b"\\ud800", b"\xed\xa0\x80", b"=?utf-8?b?!!?="),
)


def samples(reader: str) -> list[Path]:
    """Return the sample files of a reader, in order of their names."""
    return sorted(p for p in (SAMPLES / reader).glob("*") if p.is_file() and p.suffix != ".toml")


@st.composite
def nearly(draw: st.DrawFn, whole: list[bytes]) -> bytes:
    """Draw bytes that come from one of the samples by a few cuts, copies, swaps and insertions."""
    data = draw(st.sampled_from(whole))
    for _ in range(draw(st.integers(1, 5))):
        at, to = sorted((draw(st.integers(0, len(data))), draw(st.integers(0, len(data)))))
        to = min(to, at + draw(st.sampled_from((0, 1, 8, 200, len(data)))))
        new = draw(
            st.one_of(
                st.sampled_from(CHUNKS),
                st.binary(min_size=1, max_size=4),
                st.just(data[at:to] * 2),
                st.just(draw(st.sampled_from(whole))[at:to]),
            )
        )
        data = data[:at] + new + data[to:]
    return data
