"""Make the compact table of `reconcile.language.lexicon` out of a WordNet 3.0 `dict` folder.

Usage: python benchmarks/build_lexicon.py FOLDER [TABLE]. Prints the sha256 to set in the lexicon.

The table is gzipped UTF-8 text of tab-separated lines. For each part of speech p (n, v, a) a
section `#words p` with `lemma, synset ids, number of frequent senses, antonyms, derived words`,
sorted, and a section `#synsets p` whose line number is the id, with `words, broader ids, topic`.
Kept: lower-case single words, phrasal verbs, and compounds that the tagged corpus counts, without
the names of species; up to five senses each.
"""

from __future__ import annotations

import gzip
import hashlib
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

TABLE = Path(__file__).parent.parent / "reconcile/language/data/wordnet.txt.gz"
NAMES = {"n": "noun", "v": "verb", "a": "adj"}
NUMBERS = {"1": "n", "2": "v", "3": "a", "5": "a"}
SENSES = 5
FREQUENT = 3  # at most so many leading senses are frequent ...
SHARE = 0.2  # ... and each has at least this share of the first sense's count
SPECIES = {"05", "20"}  # animals and plants: thousands of names that no report uses
BROADER = {"n": ("@",), "v": ("@",), "a": ("&",)}  # hypernyms; for adjectives the similar ones


@dataclass
class Synset:
    """One line of a data file."""

    topic: str
    words: list[str]
    pointers: list[tuple[str, str, str, int, int]]  # symbol, offset, pos, source, target word


def read_data(folder: Path, pos: str) -> dict[str, Synset]:
    """Return the synsets of one part of speech by offset (format: wndb(5WN))."""
    synsets = {}
    for line in (folder / f"data.{NAMES[pos]}").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            continue
        fields = line.split(" | ")[0].split()
        count = int(fields[3], 16)
        words = [fields[4 + 2 * k].split("(")[0] for k in range(count)]
        at = 4 + 2 * count
        pointers = []
        for k in range(int(fields[at])):
            symbol, offset, target, ends = fields[at + 1 + 4 * k : at + 5 + 4 * k]
            pointers.append((symbol, offset, target, int(ends[:2], 16), int(ends[2:], 16)))
        synsets[fields[0]] = Synset(fields[1], words, pointers)
    return synsets


def read_index(folder: Path, pos: str) -> dict[str, list[str]]:
    """Return the offsets of each lemma's synsets, most frequent sense first."""
    senses = {}
    for line in (folder / f"index.{NAMES[pos]}").read_text(encoding="utf-8").splitlines():
        if not line.startswith(" "):
            fields = line.split()
            senses[fields[0]] = fields[-int(fields[2]) :]
    return senses


def read_counts(folder: Path) -> Counter[tuple[str, str, int]]:
    """Return how often each (lemma, pos, sense number) was met in the tagged corpus."""
    counts: Counter[tuple[str, str, int]] = Counter()
    for line in (folder / "cntlist.rev").read_text(encoding="utf-8").splitlines():
        key, number, count = line.split()
        lemma, rest = key.split("%")
        if rest[0] in NUMBERS:
            counts[lemma, NUMBERS[rest[0]], int(number)] += int(count)
    return counts


class Builder:
    """Holds the read files while the table is written."""

    def __init__(self, folder: Path) -> None:
        self.data = {pos: read_data(folder, pos) for pos in NAMES}
        self.index = {pos: read_index(folder, pos) for pos in NAMES}
        self.counts = read_counts(folder)

    def keeps(self, lemma: str, pos: str) -> bool:
        """Tell whether a lemma is worth its place: no proper names, few compounds."""
        if not lemma.replace("_", "").replace("-", "").isalpha():
            return False
        if not any(lemma in self.data[pos][o].words for o in self.index[pos][lemma]):
            return False  # written with a capital letter only: a proper name
        if "_" not in lemma and pos == "n" and self.counts[lemma, pos, 1] == 0:
            return self.data[pos][self.index[pos][lemma][0]].topic not in SPECIES
        return "_" not in lemma or pos == "v" or self.counts[lemma, pos, 1] > 0

    def frequent(self, lemma: str, pos: str) -> int:
        """Return how many of the leading senses are frequent; two where none was counted."""
        counts = [self.counts[lemma, pos, k + 1] for k in range(len(self.index[pos][lemma]))]
        if not any(counts):
            return min(2, len(counts))
        least = max(1.0, SHARE * counts[0])
        return max(1, sum(1 for count in counts[:FREQUENT] if count >= least))

    def antonyms(self, lemma: str, pos: str) -> list[str]:
        """Return direct antonyms, and those over similar adjectives for the frequent senses."""
        found: list[str] = []
        frequent = self.frequent(lemma, pos)
        for k, offset in enumerate(self.index[pos][lemma][:SENSES]):
            synset = self.data[pos][offset]
            direct = self.pointed(synset, "!", pos, lemma)
            found += direct or (self.by_similar(synset) if pos == "a" and k < frequent else [])
        return list(dict.fromkeys(w for w in found if w != lemma))

    def by_similar(self, synset: Synset) -> list[str]:
        """Return the antonyms of the heads that an adjective is similar to."""
        heads = [self.data["a"][o] for symbol, o, *_ in synset.pointers if symbol == "&"]
        return [word for head in heads for word in self.pointed(head, "!", "a")]

    def pointed(self, synset: Synset, symbol: str, pos: str, lemma: str = "") -> list[str]:
        """Return the words that a lexical pointer of the synset (of one word of it) leads to."""
        return [
            self.data[p][offset].words[target - 1].lower()
            for sign, offset, p, source, target in synset.pointers
            if sign == symbol and p == pos and target
            if not lemma or synset.words[source - 1].lower() == lemma
        ]

    def derived(self, lemma: str, pos: str) -> list[str]:
        """Return the derivationally related words as `kill.v`, `killing.n`."""
        found = [
            f"{word}.{other}"
            for offset in self.index[pos][lemma][:SENSES]
            for other in NAMES
            for word in self.pointed(self.data[pos][offset], "+", other, lemma)
            if other != pos
        ]
        return list(dict.fromkeys(found))

    def section(self, pos: str) -> list[str]:
        """Return the lines of one part of speech."""
        lemmas = [w for w in self.index[pos] if self.keeps(w, pos)]
        needed = self.reach(pos, {o for w in lemmas for o in self.index[pos][w][:SENSES]})
        ids = {offset: str(k) for k, offset in enumerate(needed)}
        kept = set(lemmas)
        words = sorted(self.word_line(w, pos, ids) for w in lemmas)
        synsets = [self.synset_line(o, pos, ids, kept) for o in needed]
        return [f"#words {pos}", *words, f"#synsets {pos}", *synsets]

    def reach(self, pos: str, offsets: set[str]) -> list[str]:
        """Return the synsets and all that are broader, in the order of the file."""
        found, stack = set(offsets), list(offsets)
        while stack:
            for symbol, offset, *_ in self.data[pos][stack.pop()].pointers:
                if symbol in BROADER[pos] and offset not in found:
                    found.add(offset)
                    stack.append(offset)
        return sorted(found)

    def word_line(self, lemma: str, pos: str, ids: dict[str, str]) -> str:
        """Return the line of one lemma."""
        senses = " ".join(ids[o] for o in self.index[pos][lemma][:SENSES])
        antonyms = " ".join(self.antonyms(lemma, pos))
        derived = " ".join(self.derived(lemma, pos))
        return f"{lemma}\t{senses}\t{self.frequent(lemma, pos)}\t{antonyms}\t{derived}"

    def synset_line(self, offset: str, pos: str, ids: dict[str, str], kept: set[str]) -> str:
        """Return the line of one synset: words, broader synsets, number of its topic file."""
        synset = self.data[pos][offset]
        words = " ".join(w for w in synset.words if w in kept)
        broader = " ".join(
            ids[o] for symbol, o, *_ in synset.pointers if symbol in BROADER[pos] and o in ids
        )
        return f"{words}\t{broader}\t{synset.topic}"


def main() -> None:
    """Write the table and print its size and sha256."""
    folder = Path(sys.argv[1])
    table = Path(sys.argv[2]) if len(sys.argv) > 2 else TABLE
    builder = Builder(folder)
    lines = [line for pos in NAMES for line in builder.section(pos)]
    packed = gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0)
    table.write_bytes(packed)
    print(f"{table.name}: {len(packed):,} bytes, sha256 {hashlib.sha256(packed).hexdigest()}")


if __name__ == "__main__":
    main()
