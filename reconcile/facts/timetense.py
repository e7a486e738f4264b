"""Say whether the clause around an expression of time looks back or ahead."""

from __future__ import annotations

from collections.abc import Sequence

from reconcile.facts.timewords import Word
from reconcile.model import Parse, Sentence, Token

_AHEAD = frozenset(
    "expect plan schedule intend hope aim due set want vow prepare slate agree promise threaten "
    "propose decide order urge call need ask".split()
)
_PLANNED = frozenset("schedule slate due expect plan".split())
_PUT_OFF = frozenset("postpone delay reschedule adjourn".split())
_FUTURE_MODALS = frozenset(("will", "'ll", "wo", "shall", "must"))


def tense_at(sentence: Sentence, words: Sequence[Word], first: int) -> str:
    """Return "past", "future" or "" for the clause in which the word stands.

    "As soon as Tuesday" looks ahead whatever the tense, "by Tuesday" unless the clause is past.
    """
    before = [w.text for w in words[max(0, first - 3) : first]]
    if before[-3:] in (["as", "soon", "as"], ["as", "early", "as"]) or before[-1:] == ["upcoming"]:
        return "future"
    offset = sentence.span.start + words[first].start
    parse = sentence.parse
    token = next((t for t in parse if t.span.start <= offset < t.span.end), None)
    verb = _verb_above(parse, token) if token else None
    if token is None or verb is None:
        return ""
    if _looks_ahead(parse, token, verb, before[-1] if before else "", head=first <= 1):
        return "future"
    tense = _tense_of(parse, verb)
    if not tense and before[-1:] == ["the"] and words[first].kind == "month":
        return "past"  # "the Oct. 23 fire": a date that names an event
    return "future" if not tense and before[-1:] == ["by"] else tense


def _verb_above(parse: Parse, token: Token) -> Token | None:
    return next((t for t in (token, *parse.ancestors(token)) if t.pos in ("VERB", "AUX")), None)


def _looks_ahead(parse: Parse, token: Token, verb: Token, cue: str, *, head: bool) -> bool:
    """Tell whether a past verb points ahead: "closed until Monday", "set a hearing for Monday"."""
    if cue == "until":
        return not head and not parse.children(verb, "neg")
    if cue == "for" and verb.lemma in _AHEAD | _PUT_OFF:
        return True
    return verb.lemma in _PLANNED and verb.tag in ("VBN", "VBD") and verb.i < token.i


def _tense_of(parse: Parse, verb: Token, climbs: int = 10) -> str:
    auxiliaries = parse.children(verb, "aux", "auxpass")
    words = {t.text.lower() for t in auxiliaries}
    if words & _FUTURE_MODALS:
        return "future"
    above = parse.head(verb)
    if "to" in words and verb.tag == "VB":
        return (
            "future"
            if above.lemma in _AHEAD or above.lemma == "go"
            else _tense_above(parse, verb, climbs)
        )
    if verb.tag == "VBN" and verb.dep == "acl":
        return "past"
    told = _told_tense(verb, words, {t.tag for t in auxiliaries})
    return _tense_above(parse, verb, climbs) if told is None else told


def _told_tense(verb: Token, auxiliaries: set[str], tags: set[str]) -> str | None:
    """Return the tense that a verb shows itself; None where the verb above it must tell."""
    if verb.tag == "VBD" or "VBD" in tags:
        return "past"
    if verb.tag == "VBG" and auxiliaries & {"is", "are", "would", "'re"} and "VBN" not in tags:
        return "future"  # "is leaving on Thursday"
    if verb.tag in ("VBN", "VBG"):
        # "has given them until Tuesday" says nothing of Tuesday
        return "" if auxiliaries & {"has", "have", "'ve"} else None
    return ""


def _tense_above(parse: Parse, verb: Token, climbs: int) -> str:
    above = next((t for t in parse.ancestors(verb) if t.pos in ("VERB", "AUX")), None)
    if above is None or not climbs:
        return "past" if verb.tag == "VBN" else ""
    return _tense_of(parse, above, climbs - 1)
