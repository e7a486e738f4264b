"""Know the news agencies by the names they are credited under."""

from __future__ import annotations

import re
from collections.abc import Iterable

# canonical name: other spellings in credits; matching ignores case except for the short forms
_AGENCIES = {
    "AP": ("The Associated Press", "Associated Press"),
    "Reuters": ("Thomson Reuters",),
    "AFP": ("Agence France-Presse", "Agence France Presse"),
    "UPI": ("United Press International",),
    "PA": ("Press Association", "PA Media"),
    "dpa": ("Deutsche Presse-Agentur",),
    "TASS": ("ITAR-TASS", "Itar-Tass"),
    "RIA Novosti": ("RIA",),
    "Interfax": (),
    "Xinhua": ("Xinhua News Agency",),
    "ANSA": (),
    "EFE": (),
    "PTI": ("Press Trust of India",),
    "IANS": (),
    "ANI": (),
    "Kyodo": ("Kyodo News",),
    "Yonhap": ("Yonhap News Agency",),
    "Anadolu": ("Anadolu Agency", "AA"),
    "SANA": ("Syrian Arab News Agency",),
    "IRNA": (),
    "ISNA": (),
    "NNA": ("National News Agency",),
    "MENA": ("Middle East News Agency",),
    "WAM": (),
    "SPA": ("Saudi Press Agency",),
    "Petra": (),
    "Bloomberg": ("Bloomberg News",),
    "CP": ("The Canadian Press", "Canadian Press"),
    "AAP": ("Australian Associated Press",),
    "Belga": (),
    "BNS": ("Baltic News Service",),
    "CNA": ("Central News Agency",),
    "IRIN": (),
}

_CANONICAL = {
    spelling.lower(): name for name, others in _AGENCIES.items() for spelling in (name, *others)
}
# "AP" must stand in capitals, but "Afp", "reuters" and "Associated press" are met in credits
_LOOSE = {"afp", "upi", "nna", "reuters"}


def _spelling(words: str) -> str:
    if len(words) > 4 or words in _LOOSE:
        return f"(?i:{re.escape(words)})"
    return f"(?:{re.escape(words.upper())}|dpa)" if words == "dpa" else re.escape(words.upper())


PATTERN = "(?:" + "|".join(_spelling(s) for s in sorted(_CANONICAL, key=len, reverse=True)) + ")"
_NAMED = re.compile(rf"(?<![\w.]){PATTERN}(?![\w])")


_WORD = re.compile(r"[a-z]+")
FIRST_WORDS = frozenset(_WORD.findall(s)[0] for s in _CANONICAL if not s.startswith("the "))


def may_name_agency(text: str) -> bool:
    """Tell quickly that a text cannot name an agency; True only says that it may."""
    return not FIRST_WORDS.isdisjoint(_WORD.findall(text.lower()))


def agencies_in(text: str) -> tuple[str, ...]:
    """Return the agencies named in a credit, each once, in order: ("AP", "Reuters")."""
    return once(_CANONICAL[m[0].lower()] for m in _NAMED.finditer(text))


def agency(name: str) -> str:
    """Return the usual name of an agency ("Associated Press" is "AP"), "" if it is none."""
    return _CANONICAL.get(" ".join(name.lower().split()), "")


def once(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names without repeats, in order of their first mention."""
    return tuple(dict.fromkeys(n for n in names if n))
