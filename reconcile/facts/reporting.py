"""Find, in one sentence, who says what: cue, source and content by the dependency parse.

Content is what the cue governs: a clause, an object, an infinitive, or, where the cue stands beside
it ("The blast, police say, killed six"), the clause around it. Sources are subjects, also shared
ones ("He came and said"), agents of passives and the phrase after "according to".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from reconcile.facts.cues import ADVERBS, HEARSAY, NOUNS, REPAIRS, SEEMING, VERBS, Cue
from reconcile.model import Parse, Sentence, Span, Token

_CLAUSES = frozenset({"ccomp", "csubj", "csubjpass"})
_BESIDE = frozenset({"parataxis", "ccomp", "advcl", "dep", "appos", "relcl", "acl"})
_ABOUT = frozenset("of about on for to with over as against by that".split())
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_PUNCTUATION = frozenset({"PUNCT", "SPACE", "SYM"})


@dataclass(frozen=True, slots=True)
class Draft:
    """Token indices of one attribution inside its sentence; the source may be empty."""

    kind: str
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: frozenset[int]


def find_reports(sentence: Sentence) -> Iterator[Draft]:
    """Yield the attributions that the parse of one sentence shows, in order of their cues."""
    parse = sentence.parse
    for token in parse:
        draft = _draft(parse, token)
        if draft is not None and (draft.content or draft.kind == "speech"):
            yield draft


def _draft(parse: Parse, token: Token) -> Draft | None:
    lemma = REPAIRS.get(token.lemma, token.lemma)
    if lemma == "accord" and token.text.lower() == "according":
        return _according(parse, token)
    if token.pos == "VERB" and token.dep != "aux":
        return _verbal(parse, token, lemma)
    if token.pos == "NOUN" and lemma in NOUNS:
        return _nominal(parse, token)
    if token.pos == "ADV" and lemma in ADVERBS:
        return _adverbial(parse, token)
    return None


# ---------------------------------------------------------------- "according to", "allegedly"


def _according(parse: Parse, token: Token) -> Draft | None:
    """Read "according to X": everything in the clause but this phrase is X's word."""
    to = next((c for c in parse.children(token, "prep", "pcomp") if c.text.lower() == "to"), None)
    if to is None:
        after = parse[token.i + 1] if token.i + 1 < len(parse) else token
        to = after if after.text.lower() == "to" else token
    noun = next(iter(parse.children(to, "pobj", "pcomp")), None)
    source = _phrase(parse, noun) if noun else ()
    cue = tuple(sorted({token.i, to.i}))
    return Draft("speech", cue, source, _rest(parse, token, {*cue, *source}))


def _adverbial(parse: Parse, token: Token) -> Draft:
    return Draft("speech", (token.i,), (), _rest(parse, token, {token.i}))


def _rest(parse: Parse, token: Token, own: set[int]) -> frozenset[int]:
    """Return the clause in which a phrase stands, without the phrase itself."""
    host = parse.head(token)
    while host.pos not in ("VERB", "AUX") and host.head != host.i:
        host = parse.head(host)
    below = {t.i for t in parse.subtree(token)}
    return frozenset(t.i for t in parse.subtree(host)) - own - below


# ---------------------------------------------------------------- nouns


def _nominal(parse: Parse, token: Token) -> Draft | None:
    """Read "the claim that …", "X's claim of …"."""
    below = [
        c
        for c in parse.children(token, "acl", "ccomp", "relcl")
        if any(parse.tokens[i].text.lower() == "that" and parse.tokens[i].dep == "mark"
               for i in c.children)
    ]  # fmt: skip
    if not below:
        return None
    content = frozenset(t.i for c in below for t in parse.subtree(c))
    owner = next(iter(parse.children(token, "poss")), None)
    by = [o for c in parse.children(token, "prep") if c.text.lower() in ("by", "from")
          for o in parse.children(c, "pobj")]  # fmt: skip
    whose = owner or (by[0] if by else None)
    source = _phrase(parse, whose) if whose else ()
    return Draft("speech", (token.i,), source, content)


# ---------------------------------------------------------------- verbs


def _verbal(parse: Parse, token: Token, lemma: str) -> Draft | None:
    if lemma in SEEMING:
        return _seeming(parse, token)
    cues = VERBS.get(lemma)
    if not cues:
        return _open_class(parse, token)
    passive = any(c.dep in ("auxpass", "nsubjpass") for c in parse.children(token))
    if passive:
        return _passive(parse, token, cues, lemma)
    source = _source(parse, token)
    cue = _cue(parse, token)
    content = _complement(parse, token, cues) - set(cue) - set(source)
    if not content and any("c" in c.takes for c in cues):
        content = _around(parse, token, source)
    if not content:
        return None
    return Draft(cues[0].kind, cue, source, content)


def _open_class(parse: Parse, token: Token) -> Draft | None:
    """Read any other verb with a subject and a clause in direct speech or with "that"."""
    return None


def _seeming(parse: Parse, token: Token) -> Draft | None:
    kids = parse.children(token, "xcomp", "ccomp", "oprd", "acomp", *_SUBJECTS)
    content = frozenset(t.i for c in kids for t in parse.subtree(c))
    if not parse.children(token, "xcomp", "ccomp", "oprd", "acomp"):
        return None
    return Draft("thought", _cue(parse, token), (), content)


def _passive(parse: Parse, token: Token, cues: tuple[Cue, ...], lemma: str) -> Draft | None:
    """Read "was criticized by X for …", "is believed to …", "was told that …"."""
    agent = [o for c in parse.children(token, "agent", "prep") if c.text.lower() == "by"
             for o in parse.children(c, "pobj")]  # fmt: skip
    source = _phrase(parse, agent[0]) if agent else ()
    kids = parse.children(token, "xcomp", "ccomp", "oprd", "advcl")
    if not source and not (kids and lemma in HEARSAY):
        return None
    below = {t.i for c in (*kids, *parse.children(token, *_SUBJECTS)) for t in parse.subtree(c)}
    about = [c for c in parse.children(token, "prep") if c.text.lower() in _ABOUT - {"by"}]
    below |= {t.i for c in about for t in parse.subtree(c)}
    cue = _cue(parse, token)
    return Draft(cues[0].kind, cue, source, frozenset(below) - set(source) - set(cue))


def _complement(parse: Parse, token: Token, cues: tuple[Cue, ...]) -> frozenset[int]:
    """Return what the verb governs in the constructions it takes."""
    takes = "".join(c.takes for c in cues)
    kids = parse.children(token)
    clauses = [c for c in kids if (c.dep in _CLAUSES and c.i > token.i) or c.dep == "ccomp"]
    heads = list(clauses)
    if "i" in takes or "c" in takes or "o" in takes:
        heads += [c for c in kids if c.dep == "xcomp"]
    objects = [c for c in kids if c.dep in ("dobj", "oprd", "attr", "dative", "acomp")]
    if "o" in takes and not ("a" in takes and heads):
        heads += objects
    if ("o" in takes and heads) or "p" in takes:
        heads += [c for c in kids if c.dep in ("prep", "prt") and c.lemma in _ABOUT and c.i > token.i
                  and any(True for _ in c.children)]  # fmt: skip
        heads += [c for c in kids if c.dep == "dative" and "o" not in takes]
    if not heads and "c" in takes and "a" not in takes:
        heads += objects
    return frozenset(t.i for c in heads for t in parse.subtree(c))


def _around(parse: Parse, token: Token, source: Iterable[int]) -> frozenset[int]:
    """Return the clause that a verb of report stands beside: "X, police say, …", "X, he said"."""
    own = {t.i for t in parse.subtree(token)}
    if token.head != token.i and token.dep in _BESIDE:
        host = {t.i for t in parse.subtree(parse.head(token))}
        return frozenset(host - own - set(source))
    first = min((token.i, *source))
    before = [t for t in parse.tokens[:first] if t.pos not in _PUNCTUATION]
    if (
        token.head == token.i
        and len(before) > 2
        and parse[first - 1].text in {",", '"', "'", "?", "!"}
    ):
        return frozenset(t.i for t in parse.tokens[:first])
    return frozenset()


def _cue(parse: Parse, token: Token) -> tuple[int, ...]:
    """Return the verb with its auxiliaries, negation and particle, as far as they adjoin it."""
    near = {c.i for c in parse.children(token, "aux", "auxpass", "neg", "prt", "advmod")}
    run = [token.i]
    while run[0] - 1 in near:
        run.insert(0, run[0] - 1)
    while run[-1] + 1 in near and parse[run[-1] + 1].dep == "prt":
        run.append(run[-1] + 1)
    return tuple(run)


def _source(parse: Parse, token: Token) -> tuple[int, ...]:
    """Return the phrase of the one who says: the subject, shared or implied where there is none."""
    subject = subject_of(parse, token)
    return _phrase(parse, subject) if subject is not None else ()


def subject_of(parse: Parse, token: Token, depth: int = 0) -> Token | None:
    """Return the head of a verb's subject: its own, a conjunct's, its controller's."""
    own = [c for c in parse.children(token, "nsubj") if c.i not in ()]
    if own:
        return _antecedent(parse, own[0], token)
    if depth > 8 or token.head == token.i:
        return None
    head = parse.head(token)
    if token.dep in ("acl", "relcl") and head.pos in ("NOUN", "PROPN", "PRON"):
        return head
    if token.dep in ("conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep", "parataxis"):
        return subject_of(parse, head, depth + 1)
    return None


def _antecedent(parse: Parse, subject: Token, verb: Token) -> Token:
    """Return the noun that "who" or "which" stands for."""
    if subject.tag in ("WP", "WDT") and verb.dep == "relcl":
        return parse.head(verb)
    return subject


def _phrase(parse: Parse, head: Token) -> tuple[int, ...]:
    """Return the noun phrase of a head, without clauses that hang on it."""
    cut = {t.i for c in parse.children(head, "relcl", "acl", "advcl", "ccomp", "parataxis")
           for t in parse.subtree(c)}  # fmt: skip
    kept = [t.i for t in parse.subtree(head) if t.i not in cut]
    at = kept.index(head.i)
    low = high = at
    while low and kept[low - 1] == kept[low] - 1:
        low -= 1
    while high + 1 < len(kept) and kept[high + 1] == kept[high] + 1:
        high += 1
    run = kept[low : high + 1]
    while len(run) > 1 and parse[run[-1]].pos in _PUNCTUATION:
        run.pop()
    while len(run) > 1 and parse[run[0]].pos in _PUNCTUATION:
        run.pop(0)
    return tuple(run)


def spans_of(parse: Parse, indices: Iterable[int]) -> tuple[Span, ...]:
    """Return the spans of runs of tokens; runs of nothing but punctuation are left out."""
    runs: list[list[Token]] = []
    for i in sorted(set(indices)):
        if runs and runs[-1][-1].i == i - 1:
            runs[-1].append(parse[i])
        else:
            runs.append([parse[i]])
    kept = [run for run in map(_bare, runs) if run]
    return tuple(Span(run[0].span.start, run[-1].span.end) for run in kept)


def _bare(run: list[Token]) -> list[Token]:
    """Take commas, colons and dashes off both ends; quotation marks and full stops stay."""
    while run and run[0].text in {",", ":", ";", "--", "-", "—", "–", "."}:
        run = run[1:]
    while run and run[-1].text in {",", ":", ";", "--", "-", "—", "–", "."}:
        run = run[:-1]
    return run if any(t.pos not in _PUNCTUATION for t in run) else []
