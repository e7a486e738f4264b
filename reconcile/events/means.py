"""Read by what means an attack was made: a suicide bomber, a planted device, gunfire, a strike."""

from __future__ import annotations

import re
from collections.abc import Iterator

# kind of means -> how news says it; the first that matches at a place wins
_MEANS = {
    "suicide": r"suicide (?:car |truck |bomb |motorbike |motorcycle )?(?:bomb(?:er|ers|ing|ings)?|attack(?:er|ers)?|blast)|(?:blew|blow|blowing|blown) (?:him|her|it|them)sel(?:f|ves) up|explosive (?:belt|vest)",
    "planted": r"(?:bomb|device|explosives?|charge)s? (?:that (?:had been|was|were) )?(?:\w+ )?(?:planted|hidden|placed|left)|planted (?:a |an )?(?:\w+ )?(?:bomb|device|explosive)|roadside bomb|improvised explosive|landmine",
    "car bomb": r"(?:car|truck|vehicle|van|lorry) bomb\w*|bomb(?:-laden)? (?:in a (?:parked )?)?(?:car|truck|van)|booby-trapped (?:car|vehicle)|explosives?-(?:laden|packed|filled) (?:car|truck|vehicle|van)",
    "airstrike": r"air ?-?(?:strikes?|raids?)|warplanes?|(?:fighter )?jets? (?:bombed|struck|hit)|bombing raid",
    "rocket": r"rockets?\b|mortars?\b|shelling|shells\b|missiles?\b|artillery",
    "gun": r"gunm[ae]n|gunfire|opened fire|shot dead|shooting|shot and killed",
    "knife": r"knife|knives|stabb(?:ed|ing)|machete",
}
_PATTERN = re.compile(
    "|".join(f"(?P<m{k}>{words})" for k, words in enumerate(_MEANS.values())), re.IGNORECASE
)
_NAMES = tuple(_MEANS)


def means(text: str, start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, kind) of each means named in text[start:end]."""
    for match in _PATTERN.finditer(text, start, end):
        yield match.start(), match.end(), _NAMES[int((match.lastgroup or "m0")[1:])]
