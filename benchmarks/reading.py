"""Time the readers: 1,000 ninjs items and 1,000 HTML pages of invented text, and every sample file.

Each figure is the least of several passes, as files a second, beside the bare parse of the same bytes
by the library that any reader of the format must call, and the bar of the format, where it has one.
What is made here is read in two processes, one a core, as the bars are for two cores; samples in one.
The time of the processor is told too: it shows when a bar is missed because the machine was busy.
`python -m benchmarks.reading --samples`.
"""

from __future__ import annotations

import argparse
import gc
import json
import random
import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path

from reconcile.plugin import Input
from reconcile.read.parts.choice import read_input, readers
from reconcile.settings import Settings

ROOT = Path(__file__).parents[1]
SAMPLES = ROOT / "tests" / "read" / "samples"
NUMBER = 1_000
CORES = 2
BARS = {"ninjs": 2_000, "html": 150}  # files a second with two cores
ENOUGH = 0.3  # seconds of a pass over a sample

_SYLLABLES = "ba ke lo mi nu ra se to vi wu dar fen gol hus tir mon".split()
_FRAMES = (
    "The {} of {} {}ed {} {} on Monday, and {} people were hurt near the {}.",
    "A {} {} was {}ed by the {} before dawn, said {} {}, who leads the {}.",
    "“We {} the {} at once,” {} {} told a meeting in {}.",
    "Officials in {} said the {} {} would stay closed until the {} had been {}ed.",
    "Nobody from the {} had {}ed a {} since the {} began, according to {} {}.",
)


@dataclass(frozen=True, slots=True)
class Pass:
    """What a reader took for some files, and the bare parse for the same."""

    form: str
    files: int
    size: int  # bytes
    seconds: float
    peer: str
    beside: float  # seconds; 0 without a peer
    cpu: float = 0.0  # seconds of the processor, all processes together; 0 where not measured


def word(draw: random.Random) -> str:
    """Return an invented word."""
    return "".join(draw.choices(_SYLLABLES, k=draw.choice((2, 2, 3))))


def sentence(draw: random.Random) -> str:
    """Return an invented sentence."""
    frame = draw.choice(_FRAMES)
    return frame.format(*(word(draw) for _ in range(frame.count("{}"))))


def paragraphs(draw: random.Random) -> list[str]:
    """Return an invented story: seven paragraphs, some 280 words."""
    return [" ".join(sentence(draw) for _ in range(3)) for _ in range(7)]


def ninjs_items(number: int) -> Iterator[bytes]:
    """Yield ninjs 2 items as an agency sends them."""
    draw = random.Random(7)
    for k in range(number):
        body = "".join(f"<p>{p}</p>" for p in paragraphs(draw))
        item = {
            "uri": f"urn:newsml:wire.example.com:20240305:{k}",
            "type": "text",
            "language": "en",
            "version": "2",
            "versioncreated": "2024-03-05T10:30:00Z",
            "pubstatus": "usable",
            "urgency": 3,
            "byline": "Mari Lunde",
            "headlines": [{"role": "main", "value": sentence(draw)[:60]}],
            "places": [{"name": "Elstow"}],
            "bodies": [{"role": "main", "contenttype": "text/html", "value": body}],
        }
        yield json.dumps(item).encode()


def html_pages(number: int) -> Iterator[bytes]:
    """Yield pages as papers print them: a menu, the story, a box of other stories, a foot."""
    draw = random.Random(7)
    menu = "".join(f'<li><a href="/{n}">Section {n}</a></li>' for n in range(40))
    for k in range(number):
        body = "".join(f"<p>{p}</p>" for p in paragraphs(draw))
        other = "".join(f'<li><a href="/s/{n}">{sentence(draw)}</a></li>' for n in range(12))
        head = sentence(draw)[:60]
        yield (
            f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{head} | Elstow Post'
            f'</title><meta property="og:site_name" content="Elstow Post"><meta name="author" '
            f'content="Mari Lunde"><meta property="article:published_time" '
            f'content="2024-03-05T10:{k % 60:02}:00Z"></head><body><nav><ul>{menu}</ul></nav><main>'
            f'<article><h1>{head}</h1><p class="byline">By Mari Lunde</p>{body}'
            f'<figure><img src="p.jpg"><figcaption>The quay. Photo: J. Berg</figcaption></figure>'
            f"</article><aside><h2>More news</h2><ul>{other}</ul></aside></main>"
            f"<footer><p>About us. Terms of use. Contact the newsroom.</p></footer></body></html>"
        ).encode()


MADE = {"ninjs": (ninjs_items, "item.json"), "html": (html_pages, "page.html")}


def peer(form: str, name: str) -> tuple[str, Callable[[bytes], object]] | None:
    """Return the bare parse of a format: what every reader of it must at least do."""
    if form == "html":
        import lxml.html

        return "lxml.html", lxml.html.document_fromstring
    if name.endswith((".xml", ".rss", ".nitf", ".atom")):
        import lxml.etree

        parser = lxml.etree.XMLParser(resolve_entities=False, no_network=True)
        return "lxml.etree", lambda data: lxml.etree.fromstring(data, parser)
    if name.endswith((".json", ".ninjs")):
        return "json", json.loads
    return None


def least(work: Callable[[bytes], object], files: Sequence[bytes], passes: int) -> float:
    """Return the seconds of the quickest of several passes over the files."""
    found = []
    for _ in range(passes):
        gc.collect()
        start = time.perf_counter()
        for data in files:
            work(data)
        found.append(time.perf_counter() - start)
    return min(found)


def run(form: str, name: str, files: Sequence[bytes], passes: int = 3) -> Pass:
    """Time a reader over files that are called by a name of its format."""
    settings = Settings()

    def read(data: bytes) -> object:
        return read_input(Input(name, data, settings))

    read(files[0])  # whatever is loaded once
    beside = peer(form, name)
    return Pass(
        form,
        len(files),
        sum(map(len, files)),
        least(read, files, passes),
        beside[0] if beside else "",
        least(beside[1], files, passes) if beside else 0.0,
    )


@cache
def made(form: str, share: int) -> tuple[bytes, ...]:
    """Return every second of the files that are made of a format, from the first or the second on."""
    make, _ = MADE[form]
    return tuple(islice(make(NUMBER), share, None, CORES))


def one_share(form: str, share: int, bare: bool) -> tuple[int, float]:
    """Read a share of the files made of a format, or parse them bare; return bytes, CPU seconds."""
    settings, (_, name) = Settings(), MADE[form]
    beside, files, start = peer(form, name), made(form, share), time.process_time()
    for data in files:
        if bare and beside:
            beside[1](data)
        else:
            read_input(Input(name, data, settings))
    return sum(map(len, files)), time.process_time() - start


def side_by_side(form: str, passes: int = 5) -> Pass:
    """Time a reader over the files that are made of its format, a process a core."""
    beside = peer(form, MADE[form][1])
    found: dict[bool, tuple[float, float]] = {}
    with ProcessPoolExecutor(CORES) as pool:
        for bare in (False, True):
            took = []
            for _ in range(passes + 1):  # the first makes the files and loads what is loaded once
                start = time.perf_counter()
                shares = list(pool.map(one_share, [form] * CORES, range(CORES), [bare] * CORES))
                took.append((time.perf_counter() - start, sum(cpu for _, cpu in shares)))
            found[bare] = min(took[1:])
    size, (seconds, cpu) = sum(size for size, _ in shares), found[False]
    return Pass(form, NUMBER, size, seconds, beside[0] if beside else "", found[True][0], cpu)


def samples(form: str) -> Iterator[Pass]:
    """Time a reader over each of its sample files, again and again."""
    for path in sorted((SAMPLES / form).glob("*")):
        data = path.read_bytes()
        once = run(form, path.name, [data], 1)
        yield run(form, path.name, [data] * max(1, int(ENOUGH / max(once.seconds, 1e-6))), 1)


def told(one: Pass) -> str:
    """Return a line of the table."""
    rate, each = one.files / one.seconds, one.size / one.files / 1000
    ratio = f"{one.seconds / one.beside:6.1f} x {one.peer}" if one.beside else ""
    cpu = f"{1000 * one.cpu / one.files:5.2f} ms CPU each  " if one.cpu else ""
    return (
        f"{one.form:10} {one.files:6,} of {each:6.1f} kB  {rate:9,.0f} a second  {cpu}{ratio:22} "
        f"{against_bar(one)}"
    ).rstrip()


def against_bar(one: Pass) -> str:
    """Return the bar of a format and whether it is held; "no bar" where it has none."""
    bar = BARS.get(one.form, 0) if one.files == NUMBER else 0
    if not bar:
        return "no bar"
    return f"bar {bar:,} a second: {'held' if one.files / one.seconds >= bar else 'MISSED'}"


def main() -> int:
    """Print the table; 1 when a bar is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--samples", action="store_true", help="time every sample file, too")
    given = parser.parse_args()
    missed = 0
    for form in sorted(MADE):
        if form in readers():
            one = side_by_side(form)
            print(told(one), flush=True)
            missed += one.files / one.seconds < BARS[form]
    for form in readers() if given.samples else ():
        for one in samples(form):
            print(told(one), flush=True)
    return int(missed > 0)


if __name__ == "__main__":
    raise SystemExit(main())
