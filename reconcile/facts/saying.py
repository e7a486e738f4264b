"""Find who says: the subject of a verb of saying, or the noun beside it where the parse has lost it."""

from __future__ import annotations

from reconcile.facts.cues import GOING_ON, VERBS
from reconcile.facts.offices import ROLES
from reconcile.facts.phrases import PUNCTUATION, phrase, subject_of
from reconcile.model import Parse, Token

MARKS = frozenset({'"', "''", "``", "“", "”"})
OPENERS = frozenset({",", '"', "''", "``", "'", "?", "!", "-", "--", "—", "–", "”", "’", "“", "…"})


_LONGEST = 14  # tokens of a speaker with office and name
TITLES = frozenset("sgt lt capt col gen maj cmdr det insp supt gov sen rep dr mr mrs ms".split())


def find_source(
    parse: Parse, token: Token, cue: tuple[int, ...], content: frozenset[int], says: bool
) -> tuple[int, ...]:
    """Return the phrase of the one who says; a verb of saying looks beside it where need be."""
    return _with_name(parse, _source(parse, token, cue, content, says))


def _with_name(parse: Parse, source: tuple[int, ...]) -> tuple[int, ...]:
    """Add the name behind a title whose full stop the parse took for the end: "said Sgt. Ann Lee"."""
    if not source or parse[source[-1]].text.lower().rstrip(".") not in TITLES:
        return source
    at = source[-1] + 1
    at += at < len(parse) and parse[at].text == "."
    end = at
    while end < len(parse) and parse[end].pos == "PROPN":
        end += 1
    return (*source, *range(source[-1] + 1, end)) if end > at else source


def _source(
    parse: Parse, token: Token, cue: tuple[int, ...], content: frozenset[int], says: bool
) -> tuple[int, ...]:
    own = parse.children(token, "nsubj")
    if own and says and _quoted(parse, own[0]) and not _quoted(parse, token):
        return _nearest(parse, token, cue)  # who says a quotation does not stand in it
    if own:
        return phrase(parse, own[0])
    if says and token.tag in ("VBD", "VBZ", "VBP", "VBN"):
        turned = token.lemma != "tell" and _behind(parse, cue, content)
        beside = turned or _before(parse, token, cue) or _set_off(parse, cue)
        if beside:
            return beside
    above = token
    if goes_on(parse, token):
        speaking = (t for t in parse.ancestors(token) if t.lemma in VERBS and t.pos == "VERB")
        above = next(speaking, token)
    subject = subject_of(parse, above)
    return phrase(parse, subject) if subject is not None else ()


def _quoted(parse: Parse, token: Token) -> bool:
    """Tell whether a token stands between double quotation marks of its sentence."""
    marks = sum(t.text in MARKS for t in parse.tokens[: token.i])
    return marks % 2 == 1


def _nearest(parse: Parse, token: Token, cue: tuple[int, ...]) -> tuple[int, ...]:
    """Return the noun phrase that stands right before a verb of saying, whatever the parse made of it."""
    last = cue[0] - 1
    if last < 0 or parse[last].pos not in ("PROPN", "NOUN", "PRON"):
        return ()
    first = last
    while first > 0 and parse[first - 1].pos in ("PROPN", "NOUN", "ADJ", "DET", "PART"):
        first -= 1
        if parse[first].pos == "DET":
            break
    return tuple(range(first, last + 1))


def _behind(parse: Parse, cue: tuple[int, ...], content: frozenset[int]) -> tuple[int, ...]:
    """Return the noun phrase of an inversion: '"…", added another resident'."""
    first, at = cue[0], cue[-1] + 1
    inverted = first == 0 or parse[first - 1].text in OPENERS
    if not inverted or at >= len(parse) or (first == 0 and parse[0].tag != "VBD"):
        return ()
    noun = next((t for t in parse.tokens[at : at + 6] if _inverted(parse, t)), None)
    between = parse.tokens[at : noun.i] if noun else ()
    if noun is None or any(t.pos in (*PUNCTUATION, "VERB", "ADP", "SCONJ") for t in between):
        return ()
    return phrase(parse, noun)


def _inverted(parse: Parse, token: Token) -> bool:
    """Tell whether the parser may have taken the speaker behind the verb for something else."""
    if token.pos not in ("NOUN", "PROPN", "PRON"):
        return False
    if token.dep == "nsubj":  # of the participle that follows: "said Lund adding that …"
        return parse.head(token).tag == "VBG"
    return token.dep in ("dobj", "npadvmod", "dep", "attr", "oprd", "ROOT")


def _before(parse: Parse, token: Token, cue: tuple[int, ...]) -> tuple[int, ...]:
    """Return the noun that stands right before a verb whose subject the parse has lost."""
    at = cue[0] - 1
    if at < 0 or parse[at].pos not in ("PROPN", "NOUN", "PRON") or token.dep in ("acl", "relcl"):
        return ()
    noun = parse[at]
    if noun.dep not in ("npadvmod", "compound", "dep", "appos", "conj", "nmod", "ROOT"):
        return ()
    return tuple(i for i in phrase(parse, noun) if i <= at)


def _set_off(parse: Parse, cue: tuple[int, ...]) -> tuple[int, ...]:
    """Return a speaker whose name is set off by commas: "…, the governor of Lorne, Ann Lee, told …"."""
    end = cue[0] - 1
    if end < 3 or parse[end].text != "," or parse[end - 1].pos != "PROPN":
        return ()
    commas = [t.i for t in parse.tokens[:end] if t.text == ","][-2:]
    first = commas[0] + 1 if len(commas) == 2 else 0
    while parse[first].pos in PUNCTUATION:
        first += 1
    roles = (t for t in parse.tokens[first : commas[-1]] if t.lemma in ROLES) if commas else ()
    short = end - first <= _LONGEST and all(
        t.pos not in ("VERB", "AUX") for t in parse.tokens[first:end]
    )
    return tuple(range(first, end)) if short and any(roles) else ()


def goes_on(parse: Parse, token: Token) -> bool:
    """Tell a participle by which the speaker goes on: "said it sank, adding that nobody …"."""
    comma = token.i > 0 and parse[token.i - 1].text == ","
    return token.tag == "VBG" and comma and token.lemma in GOING_ON
