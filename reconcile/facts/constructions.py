"""Read the set phrases of report: "Mayor: we will rebuild", "citing police", "quoted her as saying".

Each function returns (cue, source, content) as token indices, or None where its phrase is absent.
"""

from __future__ import annotations

from dataclasses import dataclass

from reconcile.facts.cues import VERBS
from reconcile.facts.offices import AGENCY_KEYS, BODIES, CROWDS, DOCUMENTS, MEDIA, ROLES
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
_LONGEST_CLOSE = 6  # words after the verb of saying that closes a sentence
_CLOSERS = frozenset(
    "on in late early a an the press news statement release reporter earlier today yesterday".split()
)
_MARKS = frozenset("as after before since while than if because that what when where of by".split())


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

    The verb closes the sentence but for a day ("said on Monday"), the one told or "in a statement",
    and the subject that the parse gives it, if any, stands before another verb.
    """
    if token.i < 4 or not _closes(parse, token.i + 1):
        return None
    first = _noun_before(parse, token.i)
    if first == token.i or _joins(parse[first - 1]):
        return None
    governs = token.head == token.i or parse.children(token, "ccomp")
    subjects = parse.children(token, "nsubj")
    if subjects and subjects[0].i >= first and governs:
        return None
    if not any(t.pos in ("VERB", "AUX") for t in parse.tokens[:first]):
        return None
    return (token.i,), tuple(range(first, token.i)), frozenset(range(first))


def _closes(parse: Parse, at: int) -> bool:
    """Tell whether no more follows than a time, whom it was told or the paper it was said in."""
    rest = [t for t in parse.tokens[at:] if t.pos not in PUNCTUATION]
    if len(rest) > _LONGEST_CLOSE or any(t.text == "," for t in parse.tokens[at:]):
        return False
    return all(
        t.pos == "PROPN"
        or t.entity in ("DATE", "TIME")
        or t.text.lower() in _CLOSERS
        or t.lemma in _CLOSERS
        for t in rest
    )


def _joins(token: Token) -> bool:
    """Tell whether a word before a speaker makes the saying a clause of its own: "as police said"."""
    return (
        (token.pos in PUNCTUATION and token.text not in ('"', "”", "''"))
        or token.pos in ("CCONJ", "SCONJ", "PRON")
        or token.tag in ("WRB", "WP", "WDT")
        or token.text.lower() in _MARKS
    )


def _noun_before(parse: Parse, at: int) -> int:
    """Return where a run of names, of a determiner and nouns, or of those who speak begins."""
    k = _names(parse, at)
    while 1 < k < at and parse[k - 1].text in ("for", "of") and parse[k - 2].pos == "PROPN":
        k = _names(parse, k - 1)  # "the Observatory for Human Rights"
    if 0 < k < at and parse[k - 1].pos == "ADP":  # "in Damascus AFP reports", "in Damascus said"
        return at - 1 if parse[at - 1].text.lower() in AGENCY_KEYS else at
    if k < at:
        if k and parse[k - 1].lemma in MEDIA:
            k = _nouns(parse, k)
        k -= bool(k and parse[k - 1].pos == "DET")
        post = k > 1 and parse[k - 1].text == "of" and parse[k - 2].lemma in ROLES
        return k - 2 if post else k
    k = _nouns(parse, at)
    if k < at and k and parse[k - 1].pos == "DET":
        return k - 1
    named = k < at and (parse[at - 1].tag == "NNS" or parse[at - 1].lemma in BODIES | MEDIA)
    return k if named and (parse[at - 1].lemma in _SPEAKERS) else at


def _names(parse: Parse, at: int) -> int:
    """Return where the proper nouns right before a token begin."""
    k = at
    while k and (parse[k - 1].pos == "PROPN" or _hyphen(parse, k - 1, at)):
        k -= 1
    return k


def _nouns(parse: Parse, at: int) -> int:
    """Return where the nouns and adjectives right before a token begin."""
    k = at
    while k and parse[k - 1].pos in ("NOUN", "ADJ") and (k == at or parse[k - 1].tag != "NNS"):
        k -= 1
    return k


def _hyphen(parse: Parse, k: int, at: int) -> bool:
    """Tell whether a token is the hyphen of a name: "Al-Hayat"."""
    inside = 0 < k < at - 1
    return inside and parse[k].text == "-" and {parse[k - 1].pos, parse[k + 1].pos} == {"PROPN"}
