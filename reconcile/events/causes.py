"""Read what an accident is put down to: a gas leak, a short circuit, a gust, a driver's mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reconcile.facts.senses import senses
from reconcile.model import Claim, Span

# Kind of cause -> words that name it wherever they stand.
_PLAIN = {
    "electrical fault": r"short[- ]circuit\w*|electrical (?:fault|failure|short|problem|malfunction)s?|(?:faulty|defective|old|bad) (?:electrical )?wiring|power surge",
    "gas": r"gas leaks?|leaking gas|leak of gas|(?:leaking|faulty|exploding|exploded) gas (?:cylinder|canister|bottle|pipe|main|stove)s?|gas (?:cylinder|canister|main|pipe) (?:explosion|blast|leak|exploded|blew up)",
    "arson": r"arson(?:ists?)?\b|deliberately (?:set|lit|started)|(?:set|started|lit) (?:deliberately|on purpose|intentionally)|incendiary device",
    "technical fault": r"(?:mechanical|technical|engine|brake|equipment|steering|rudder|hydraulic) (?:faults?|failures?|malfunctions?|problems?|defects?|breakdown)|(?:engines?|brakes|steering|rudder) (?:had |have )?(?:failed|gave out|given out|stalled)|(?:engines?|brakes) (?:did not|would not|failed to)",
    "human error": r"(?:human|pilot|driver|operator|navigational?|pilot's|driver's) (?:error|mistake)s?|fell asleep at the (?:wheel|controls|helm)|(?:controls?|lever|gear|pedal|throttle|switch|points|valve|button|accelerator)s?\b[^.;]{0,40} instead of (?:\w+ ?){1,3}|(?:ran|jumped|passed|missed|ignored) (?:a |the )?(?:red |stop |danger )?signal",
    "drink": r"drunk(?:en)? driv\w+|(?:was|were|been) (?:drunk|intoxicated)|drunk at the wheel",
    "shot down": r"shot down|shoot(?:ing)? down|downed by",
    "bird strike": r"bird strikes?",
}
# Kind of cause -> words that name it only where the sentence speaks of cause and effect.
_CAUSAL = {
    "lightning": r"lightning",
    "weather": r"\bfog\b|gusts?\b|(?:high|strong|heavy) (?:winds?|seas|rains?|snow)|\bstorm\b|(?:bad|severe|rough) weather|poor visibility|black ice|icy road\w*",
    "earthquake": r"earthquakes?|seismic activity|tremors?\b",
    "landslide": r"landslides?|landslips?|mudslides?|avalanche|rockfall",
    "vessel": r"\banchors?\b|trawlers?\b|fishing (?:boats?|nets?|vessels?)",
    "speed": r"speeding|excessive speed|too fast|high speed",
    "structure": r"metal fatigue|corrosion|structural (?:fault|failure|weakness|defects?)|poor (?:construction|maintenance)",
    "fireworks": r"fireworks?|firecrackers?|flares?\b",
    "carelessness": r"cigarettes?|candles?|\bcooking\b|\bstove\b|welding|barbecue",
    "overload": r"overload\w*|overcrowd\w*",
}
_CUE = re.compile(
    r"\bcaus(?:e|ed|es|ing)\b|because of|due to|owing to|\bresult(?:ed|s)? (?:of|from)|trigger\w*|spark(?:ed|ing)|ignit\w+"
    r"|(?:started|set off|brought down|knocked|swung|pushed|hit) (?:by|the|a)\b|started when|blamed? (?:on|for)|led to|(?:may|might|could) (?:have been|be) (?:simply )?an?\b|attributed to|put (?:it )?down to|swung|behind the (?:fire|crash|blast|accident)",
    re.IGNORECASE,
)
_NOT = re.compile(
    r"\b(?:rul(?:ed|es|ing) out|not|no|never|neither|without|den(?:y|ied|ies)|reject(?:ed|s)?|dismiss(?:ed|es)?|unlikely|rather than|n['’]t)\b[^.;]{0,60}$",
    re.IGNORECASE,
)
_PATTERN, _NAMES = (
    re.compile(
        "|".join(f"(?P<c{k}>{words})" for k, words in enumerate((_PLAIN | _CAUSAL).values())),
        re.IGNORECASE,
    ),
    tuple(_PLAIN | _CAUSAL),
)


STARTS = frozenset("trigger cause spark ignite start set light".split())
# What sets a fire or a blast off in the parse, where no fixed words name it.
STARTERS = {
    "quake": "earthquake", "earthquake": "earthquake", "tremor": "earthquake",
    "looter": "arson", "arsonist": "arson", "vandal": "arson", "protester": "arson", "rioter": "arson",
    "lightning": "lightning", "firework": "fireworks", "cigarette": "carelessness", "candle": "carelessness",
}  # fmt: skip
_STARTED = frozenset({"fire", "crash", "attack"})


def starter(claim: Claim) -> tuple[Span, str] | None:
    """Return who or what set off a fire, blast or crash, by the parts of a claim."""
    started = any(p.role == "patient" and senses(p.lemma) & _STARTED for p in claim.participants)
    if claim.predicate not in STARTS or not started:
        return None
    agents = (p for p in claim.participants if p.role == "agent" and p.lemma in STARTERS)
    return next(((p.span, STARTERS[p.lemma]) for p in agents), None)


def causes(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of each cause that text[start:end], a sentence, affirms or suspects."""
    for begin, stop, kind in _causes(text[start:end]):
        yield start + begin, start + stop, kind


@lru_cache(maxsize=4096)  # several checks ask, and reports repeat each other's sentences
def _causes(text: str) -> tuple[tuple[int, int, str], ...]:
    cued, found = None, []
    for match in _PATTERN.finditer(text):
        kind = _NAMES[int((match.lastgroup or "c0")[1:])]
        if _NOT.search(text, 0, match.start()):
            continue
        if kind in _CAUSAL:
            cued = bool(_CUE.search(text)) if cued is None else cued
            if not cued:
                continue
        found.append((match.start(), match.end(), kind))
    return tuple(found)
