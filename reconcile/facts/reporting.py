"""Find, in one sentence, who says what: cue, source and content by the dependency parse.

Content is what the cue governs: a clause, an object, an infinitive, or, where the cue stands beside
it ("The blast, police say, killed six"), the clause around it. Sources are subjects, also shared
ones ("He came and said"), agents of passives and the phrase after "according to". Where the parse
has lost the subject of a verb of saying, the noun beside the verb is taken.
"""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.facts.constructions import (
    Draft,
    before_quotation,
    citing,
    headline,
    quoted_as,
    run_on,
)
from reconcile.facts.cues import (
    ADVERBS,
    HEARSAY,
    LIGHT,
    NOUNS,
    REPAIRS,
    SEEMING,
    VERBS,
    Cue,
)
from reconcile.facts.phrases import PUNCTUATION, below, phrase, subject_of
from reconcile.facts.reach import another, shared, shares, this_side, weighty
from reconcile.facts.saying import OPENERS, find_source
from reconcile.model import Parse, Sentence, Token

_BESIDE = frozenset({"parataxis", "ccomp", "advcl", "dep", "appos", "relcl", "acl", "conj"})
_ABOUT = frozenset("of about on for to with over as against by at toward towards".split())
_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_LIVES = frozenset({"life", "victim", "casualty"})  # what a blast claims
_OBJECTS = ("dobj", "oprd", "attr", "dative", "acomp")


def find_reports(sentence: Sentence) -> Iterator[Draft]:
    """Yield what the parse of one sentence shows, in order of cues; contents may still be quoted."""
    parse = sentence.parse
    colon = headline(parse) or before_quotation(parse)
    if colon is not None:
        yield Draft("speech", *colon)
    for token in parse:
        draft = _draft(parse, token)
        if draft is not None:
            yield draft


def _draft(parse: Parse, token: Token) -> Draft | None:
    lemma = REPAIRS.get(token.lemma, token.lemma)
    if lemma in ("accord", "according") and token.text.lower() == "according":
        return _according(parse, token)
    if token.pos == "VERB" and token.dep != "aux":
        return _verbal(parse, token, lemma)
    if token.pos == "NOUN" and lemma in NOUNS:
        return _nominal(parse, token)
    if token.pos == "ADV" and lemma in ADVERBS:
        return Draft("speech", (token.i,), (), _rest(parse, token, {token.i}))
    return None


# ---------------------------------------------------------------- "according to", nouns


def _according(parse: Parse, token: Token) -> Draft | None:
    """Read "according to X": everything in the clause but this phrase is X's word."""
    to = next((t for t in parse.tokens[token.i + 1 : token.i + 2] if t.text.lower() == "to"), None)
    if to is None:
        return None
    noun = next((c for c in (*parse.children(to), *parse.children(token)) if c.i > to.i), None)
    source = phrase(parse, noun) if noun else ()
    cue = (token.i, to.i)
    return Draft("speech", cue, source, _rest(parse, token, {*cue, *source}))


def _rest(parse: Parse, token: Token, own: set[int]) -> frozenset[int]:
    """Return the clause in which a phrase stands, without the phrase itself."""
    host = parse.head(token)
    while host.head != host.i and (host.pos not in ("VERB", "AUX") or shares(parse, host, token)):
        host = parse.head(host)
    return below(parse, [host]) - own - below(parse, [token])


def _nominal(parse: Parse, token: Token) -> Draft | None:
    """Read "the claim that …", "X's claim that …", "a warning by X that …"."""
    clauses = [
        c
        for c in parse.children(token, "acl", "ccomp", "relcl")
        if any(parse[i].text.lower() == "that" and parse[i].dep == "mark" for i in c.children)
    ]
    if not clauses:
        return None
    by = [
        o
        for c in parse.children(token, "prep")
        if c.text.lower() in ("by", "from")
        for o in parse.children(c, "pobj")
    ]
    whose = next(iter((*parse.children(token, "poss"), *by)), None)
    source = phrase(parse, whose) if whose else ()
    return Draft("speech", (token.i,), source, below(parse, clauses))


# ---------------------------------------------------------------- verbs


def _verbal(parse: Parse, token: Token, lemma: str) -> Draft | None:
    if lemma in SEEMING:
        return _seeming(parse, token)
    if lemma in LIGHT:
        light = _light(parse, token)
        if light is not None:
            return light
    cues = VERBS.get(lemma)
    if not cues:
        return None
    if any(c.dep in ("auxpass", "nsubjpass") for c in parse.children(token)):
        return _passive(parse, token, cues, lemma)
    return _active(parse, token, cues)


def _active(parse: Parse, token: Token, cues: tuple[Cue, ...]) -> Draft | None:
    if token.lemma == "claim" and any(o.lemma in _LIVES for o in parse.children(token, "dobj")):
        return None
    takes = "".join(c.takes for c in cues)
    cue = _cue(parse, token)
    special = quoted_as(parse, token) or (citing(parse, token) if token.tag == "VBG" else None)
    if special is None and "c" in takes:
        special = run_on(parse, token)
    if special is not None:
        return Draft("speech", *special) if special[0] else None
    content = _complement(parse, token, takes)
    source = find_source(parse, token, cue, content, "c" in takes)
    content -= {*cue, *source}
    content = this_side(parse, token, content)
    if not content and "c" in takes:
        content = _around(parse, token, cue, source) or _after(parse, token, cue, source)
    if not content and (not source or "c" not in takes):
        return None
    return Draft(cues[0].kind, cue, source, content)


def _seeming(parse: Parse, token: Token) -> Draft | None:
    """Read "it seems that …", "he appeared to be …"; to whom goes unsaid."""
    kids = parse.children(token, "xcomp", "ccomp", "oprd", "acomp")
    content = below(parse, [*kids, *parse.children(token, *_SUBJECTS)])
    return Draft("thought", _cue(parse, token), (), content) if kids else None


def _light(parse: Parse, token: Token) -> Draft | None:
    """Read "made the claim that …", "issued a warning about …", "voiced support for …"."""
    noun = next((o for o in parse.children(token, "dobj") if o.lemma in NOUNS), None)
    if noun is None:
        return None
    subject = subject_of(parse, token)
    about = [c for c in (*parse.children(noun, "prep", "acl", "ccomp"),
                         *parse.children(token, "prep", "ccomp")) if c.i > noun.i]  # fmt: skip
    content = below(parse, about)
    source = phrase(parse, subject) if subject else ()
    cue = (*_cue(parse, token), noun.i)
    return Draft("speech", cue, source, content - set(source)) if content else None


def _passive(parse: Parse, token: Token, cues: tuple[Cue, ...], lemma: str) -> Draft | None:
    """Read "was criticised by X for …", "is believed to …", "was reported that …"."""
    agent = [
        o
        for c in parse.children(token, "agent", "prep")
        if c.text.lower() == "by"
        for o in parse.children(c, "pobj")
    ]
    kids = parse.children(token, "xcomp", "ccomp", "oprd", "advcl")
    if not agent and not (kids and lemma in HEARSAY):
        return None
    source = phrase(parse, agent[0]) if agent else ()
    about = [
        c
        for c in parse.children(token, "prep")
        if c.text.lower() in _ABOUT - {"by"} and not another(parse, c)
    ]
    content = below(parse, [*kids, *about, *parse.children(token, *_SUBJECTS)])
    cue = _cue(parse, token)
    return Draft(cues[0].kind, cue, source, content - {*source, *cue})


def _complement(parse: Parse, token: Token, takes: str) -> frozenset[int]:
    """Return what the verb governs in the constructions it takes."""
    kids = parse.children(token)
    heads = [c for c in kids if c.dep == "ccomp" or (c.dep == "csubj" and c.i > token.i)]
    if set("ico") & set(takes):
        heads += [c for c in kids if c.dep == "xcomp"]
    objects = [c for c in kids if c.dep in _OBJECTS and weighty(parse, c)]
    if "o" in takes and not ("a" in takes and heads):
        heads += objects
    if "p" in takes or ("o" in takes and heads):
        heads += [c for c in kids if c.dep in ("prep", "dative") and c.lemma in _ABOUT
                  and c.i > token.i and c.children]  # fmt: skip
    if not heads and "c" in takes and "a" not in takes:
        heads += [c for c in objects if c.i > token.i]
    return below(parse, heads) - shared(parse, token, heads)


def _around(
    parse: Parse, token: Token, cue: tuple[int, ...], source: tuple[int, ...]
) -> frozenset[int]:
    """Return the clause a verb of report stands beside: "X, police say, …", "X, he said"."""
    first = min((*cue, *source))
    if not first or parse[first - 1].text not in OPENERS:
        return frozenset()
    if token.head != token.i and token.dep in _BESIDE:
        return below(parse, [parse.head(token)]) - below(parse, [token]) - {*cue, *source}
    before = frozenset(range(first))
    return before if sum(parse[i].pos not in PUNCTUATION for i in before) > 2 else frozenset()


def _after(
    parse: Parse, token: Token, cue: tuple[int, ...], source: tuple[int, ...]
) -> frozenset[int]:
    """Return the rest of the sentence, where the parse has hung it elsewhere than on the verb."""
    last = max((*cue, *source))
    following = parse.tokens[last + 1 :]
    if not source or sum(t.pos not in PUNCTUATION for t in following) < 3:
        return frozenset()
    that = next((t for t in following[:12] if t.text.lower() == "that" and t.tag == "IN"), None)
    if that is not None:
        return frozenset(range(that.i, len(parse)))
    if following[0].pos in PUNCTUATION or following[0].pos in ("ADP", "ADV", "CCONJ", "SCONJ"):
        return frozenset()
    return frozenset(range(last + 1, len(parse)))


def _cue(parse: Parse, token: Token) -> tuple[int, ...]:
    """Return the verb with its auxiliaries, negation and particle, as far as they adjoin it."""
    near = {c.i for c in parse.children(token, "aux", "auxpass", "neg", "prt", "advmod")}
    low = high = token.i
    while low - 1 in near:
        low -= 1
    while high + 1 in near and parse[high + 1].dep == "prt":
        high += 1
    return tuple(range(low, high + 1))
