"""Read the set phrases of report: "Mayor: we will rebuild", "citing police", "quoted her as saying".

Each function returns (cue, source, content) as token indices, or None where its phrase is absent.
"""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.facts.cues import VERBS
from reconcile.facts.offices import BODIES, CROWDS, DOCUMENTS, MEDIA, ROLES
from reconcile.facts.phrases import PUNCTUATION, below, phrase
from reconcile.model import Parse, Token

Found = tuple[tuple[int, ...], tuple[int, ...], frozenset[int]]
_SPEAKERS = ROLES | CROWDS | BODIES | MEDIA | DOCUMENTS
_NAMES = frozenset({"PERSON", "ORG", "NORP", "GPE"})
_PHRASE = frozenset({"PROPN", "NOUN", "ADJ", "DET", "PART", "ADP", "NUM", "CCONJ", "PRON"})
_LABELS = frozenset(
    "update breaking watch video photo photos live latest exclusive note ps".split()
)
_LONGEST_HEADLINE_SOURCE = 6  # words


@dataclass(frozen=True, slots=True)
class Draft:
    """Token indices of one attribution inside its sentence; source and content may be empty."""

    kind: str
    cue: tuple[int, ...]
    source: tuple[int, ...]
    content: frozenset[int]


def headline(parse: Parse) -> Found | None:
    """Read "Governor: no plan to resign" and "Six hurt in blast: police"."""
    colon = next((t.i for t in parse if t.text == ":" and 0 < t.i < len(parse) - 1), None)
    if colon is None:
        return None
    end = len(parse)
    while end > colon + 1 and parse[end - 1].pos in PUNCTUATION:
        end -= 1
    front, back = parse.tokens[:colon], parse.tokens[colon + 1 : end]
    if _speaker(front) and any(t.pos in ("VERB", "AUX") for t in back):
        return (colon,), tuple(t.i for t in front), frozenset(range(colon + 1, end))
    if _speaker(back) and any(t.pos in ("VERB", "AUX") for t in front) and back[0].i > 3:
        return (colon,), tuple(t.i for t in back), frozenset(range(colon))
    return None


def _speaker(tokens: tuple[Token, ...]) -> bool:
    """Tell whether a few words are a noun phrase that may speak; a place alone is a dateline."""
    if not 0 < len(tokens) <= _LONGEST_HEADLINE_SOURCE or any(t.pos not in _PHRASE for t in tokens):
        return False
    if all(t.entity in ("GPE", "LOC") for t in tokens) or tokens[0].text.lower() in _LABELS:
        return False
    return all(t.pos == "PROPN" for t in tokens) or any(
        t.entity in _NAMES or t.lemma in _SPEAKERS or t.lemma.removesuffix("s") in _SPEAKERS
        for t in tokens
    )


def before_quotation(parse: Parse) -> Found | None:
    """Read any clause that ends in a colon before a quotation: "He had a word for them: '…'"."""
    colon = next((t.i for t in parse.tokens[:-2] if t.text == ":" and t.i > 2), None)
    if colon is None or parse[colon + 1].text not in ('"', "''", "``", "“", "'"):
        return None
    verbs = [t for t in parse.tokens[:colon] if t.pos == "VERB" and parse.children(t, "nsubj")]
    if not verbs or any(t.lemma in VERBS and t.dep != "acl" for t in parse.tokens[:colon]):
        return None
    verb = min(verbs, key=lambda t: sum(1 for _ in parse.ancestors(t)))
    source = phrase(parse, parse.children(verb, "nsubj")[0])
    return (verb.i, colon), source, frozenset(range(colon + 1, len(parse)))


def citing(parse: Parse, token: Token) -> Found | None:
    """Read "…, citing the ministry": what the clause tells is the ministry's word."""
    if token.lemma not in ("cite", "quote") or token.dep not in ("advcl", "acl", "ccomp", "conj"):
        return None
    cited = next(iter(parse.children(token, "dobj")), None)
    if cited is None or not (cited.entity in _NAMES or cited.lemma in _SPEAKERS):
        return None
    source = phrase(parse, cited)
    host = below(parse, [parse.head(token)]) - below(parse, [token])
    return (token.i,), source, host


def quoted_as(parse: Parse, token: Token) -> Found | None:
    """Read "quoted X as saying that …" and "X was quoted as saying that …".

    At "quoted" it returns an empty cue: the attribution is made at "saying".
    """
    if token.lemma == "quote":
        said = any(o.tag == "VBG" for c in parse.children(token, "prep") for o in parse.children(c))
        return ((), (), frozenset()) if said else None
    above = parse.head(token)
    if token.tag != "VBG" or above.text.lower() != "as" or parse.head(above).lemma != "quote":
        return None
    verb = parse.head(above)
    who = next(iter(parse.children(verb, "dobj", "nsubjpass")), None)
    source = phrase(parse, who) if who else ()
    content = below(parse, parse.children(token, "ccomp", "dobj", "xcomp"))
    return (verb.i, above.i, token.i), source, content


def run_on(parse: Parse, token: Token) -> Found | None:
    """Read text without commas: "… killed six people AFP reports", "… were held an official said".

    The verb closes the sentence, and the subject that the parse gives it stands before another verb.
    """
    if any(t.pos not in PUNCTUATION for t in parse.tokens[token.i + 1 :]) or token.i < 4:
        return None
    first = _noun_before(parse, token.i)
    if first == token.i or any(parse[i].pos in PUNCTUATION for i in (first - 1,)):
        return None
    subjects = parse.children(token, "nsubj")
    if subjects and subjects[0].i >= first:
        return None
    if not any(t.pos in ("VERB", "AUX") for t in parse.tokens[:first]):
        return None
    return (token.i,), tuple(range(first, token.i)), frozenset(range(first))


def _noun_before(parse: Parse, at: int) -> int:
    """Return where a run of proper nouns, or of a determiner and nouns, before a verb begins."""
    k = at
    while k and parse[k - 1].pos == "PROPN":
        k -= 1
    if k < at:
        return k
    while k and parse[k - 1].pos in ("NOUN", "ADJ"):
        k -= 1
    return k - 1 if k < at and k and parse[k - 1].pos == "DET" else at
