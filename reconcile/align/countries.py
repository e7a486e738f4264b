"""The names of countries and of a few larger regions: names that many unrelated stories share."""

from __future__ import annotations

_ONE_WORD = """
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas
bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia botswana brazil
brunei bulgaria burma burundi cambodia cameroon canada chad chile china colombia congo croatia cuba
cyprus czechia denmark djibouti dominica ecuador egypt england eritrea estonia ethiopia fiji finland
france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana haiti honduras
hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya
kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg macedonia
madagascar malawi malaysia maldives mali malta mauritania mauritius mexico moldova mongolia
montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway oman
pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda
scotland senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden
switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey turkmenistan uganda
uk ukraine uruguay us uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe
africa america asia europe eu un arctic antarctica caribbean balkans mideast
"""
_MORE_WORDS = (
    "burkina faso",
    "central african republic",
    "costa rica",
    "czech republic",
    "dominican republic",
    "east timor",
    "el salvador",
    "equatorial guinea",
    "ivory coast",
    "latin america",
    "middle east",
    "new zealand",
    "north america",
    "north korea",
    "northern ireland",
    "papua new guinea",
    "saudi arabia",
    "sierra leone",
    "soviet union",
    "south africa",
    "south america",
    "south korea",
    "south sudan",
    "sri lanka",
    "united arab emirates",
)
COUNTRIES = frozenset(_ONE_WORD.split()) | frozenset(_MORE_WORDS)


def is_country(key: str) -> bool:
    """Tell whether the key of a name is a country's or a large region's."""
    return key.removeprefix("the ") in COUNTRIES
