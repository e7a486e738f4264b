"""Know the words for units and currencies, and convert between units. The only door to pint.

A unit has a canonical singular name ("metre", "mile per hour", "japanese yen") and a dimension
("length", "speed", "money"). The tables hold what general news prints; symbols keep their case
("MW" and "mW" differ), words do not.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from reconcile.model import Quantity

if TYPE_CHECKING:
    from pint import UnitRegistry

# dimension: canonical name = words, which may be plural by rule; symbols after a bar
_TABLE = """
length: metre=meter | m; kilometre=kilokms | km; centimetre=centimeter | cm
length: millimetre= | mm; micrometre=micrometer micron | μm µm um; nanometre=nanometer | nm
length: picometre=picometer; inch=inches | in. in ″; foot=feet | ft ft. ′; yard= | yd yds; mile= | mi
length: nautical mile=; light-year=
area: square metre=square-metre square-meter | sqm m2 m²; square kilometre= | km2 km²; hectare= | ha
area: square foot=square-foot square-feet | sqft ft2 ft²; square mile=; square yard=; square inch=
area: acre=; square centimetre= | cm2 cm²
volume: litre=liter | l L; millilitre=milliliter | ml mL; cubic metre= | m3 m³; cubic foot=cubic-foot
volume: gallon=; barrel= | bbl; pint=; quart=; cubic centimetre= | cc; cubic yard=; bushel=
volume: teaspoon= | tsp; tablespoon= | tbsp; cubic kilometre=; acre-foot=acre-feet; cubic inch=
mass: kilogram=kilo kilogramme | kg kgs; gram=gramme | g; milligram=milligramme | mg; ounce= | oz
mass: microgram=microgramme | mcg μg µg; metric ton=tonne metric-ton | t; ton=; megaton=megatonne | Mt
mass: kiloton=kilotonne | kt; gigaton=gigatonne | Gt; pound-mass=pound lb lbs | lb lbs; dram=drachm
mass: carat=
speed: kilometre per hour= | km/h kmh kph kmph; mile per hour= | mph m.p.h.; knot= | kn kt kts
speed: metre per second= | m/s; foot per second= | ft/s
time: second=sec secs | s; minute=min mins; hour=hr hrs; day=; week=; month=; year=yr yrs; decade=
time: century=centuries; millisecond= | ms; fortnight=; nanosecond= | ns
temperature: celsius=degrees-celsius degree-celsius degrees-c deg-c celcius centigrade degrees-centigrade | °C ºC C ℃
temperature: fahrenheit=degrees-fahrenheit degree-fahrenheit degrees-f deg-f | °F ºF F ℉; kelvin=; degree=deg | ° º
power: watt= | W; kilowatt= | kW KW; megawatt= | MW; gigawatt= | GW; horsepower= | hp bhp HP; terawatt= | TW
energy: mega british thermal unit= | mmBTU MMBTU MMBtu mmbtu; joule=; kilojoule= | kJ; calorie=kcal kilocalorie; kilowatt hour=kilowatt-hour | kWh
energy: megawatt hour=megawatt-hour | MWh; gigawatt hour=gigawatt-hour | GWh; terawatt hour= | TWh
frequency: hertz= | Hz HZ; kilohertz= | kHz; megahertz= | MHz; gigahertz= | GHz
data: byte=; kilobyte= | KB kB; megabyte= | MB; gigabyte= | GB; terabyte= | TB; petabyte= | PB
data: gigabit= | Gb; megabit= | Mb
data rate: megabit per second= | Mbps Mbit/s; gigabit per second= | Gbps; kilobit per second= | kbps
electric: volt= | V; kilovolt= | kV; ampere=amp | A; milliamp= | mA; ohm=; milliampere hour= | mAh
pressure: pascal=; kilopascal= | kPa; megapascal= | MPa; millibar= | mb mbar; psi=; hectopascal= | hPa
pressure: kilopound per square inch= | ksi
force: newton=; kilonewton= | kN
torque: foot pound-force=lb-ft ft-lb ft-lbs pound-foot pound-feet foot-pound; newton metre= | Nm
sound: decibel= | dB db
angle: radian= | rad
fuel economy: mile per gallon= | mpg MPG
concentration: parts-per-million= | ppm; parts-per-billion= | ppb
radiation: sievert=; millisievert= | mSv; microsievert=; becquerel=
image: megapixel= | MP; pixel=
"""
_IRREGULAR = {"feet", "inches", "hertz", "horsepower", "celsius", "fahrenheit", "centuries"}

_MONEY = """
dollar=us-dollar u.s.-dollar american-dollar united-states-dollar buck | USD; euro= | EUR
pound sterling=sterling british-pound quid | GBP; australian dollar= | AUD; canadian dollar= | CAD
new zealand dollar= | NZD; hong kong dollar= | HKD; singapore dollar= | SGD; japanese yen=yen | JPY YEN
chinese yuan=yuan renminbi | CNY RMB; indian rupee=rupee | INR; pakistani rupee= | PKR
sri lankan rupee= | LKR; nepalese rupee= | NPR; swiss franc=franc | CHF; danish krone=danish-crown | DKK
swedish krona=swedish-crown swedish-kronor | SEK; norwegian krone=norwegian-crown | NOK
czech koruna=czech-crown | CZK; russian rouble=rouble ruble russian-ruble | RUB
turkish lira=lira | TRY; syrian pound= | SYP; egyptian pound= | EGP; lebanese pound= | LBP
mexican peso=peso | MXN; philippine peso= | PHP; argentine peso= | ARS; brazilian real=reais | BRL
south african rand=rand | ZAR; south korean won=won korean-won | KRW; polish zloty=zloty zlotys | PLN
hungarian forint=forint | HUF; shekel=israeli-shekel new-israeli-shekel | ILS; saudi riyal= | SAR; qatari riyal= | QAR
iraqi dinar=dinar | IQD; kuwaiti dinar= | KWD; jordanian dinar= | JOD; uae dirham=dirham | AED
moroccan dirham= | MAD; malaysian ringgit=ringgit | MYR; thai baht=baht | THB
indonesian rupiah=rupiah | IDR; vietnamese dong=dong | VND; nigerian naira=naira | NGN
kenyan shilling=shilling | KES; ghanaian cedi=cedi | GHS; ukrainian hryvnia=hryvnia | UAH
iranian rial=rial | IRR; bangladeshi taka=taka | BDT; afghan afghani=afghani | AFN; bitcoin= | BTC
croatian kuna=kuna | HRK; peseta=; guilder=; deutsche mark=deutschmark | DEM; iranian toman=toman
cent=; penny=pence
"""
# what stands before the figure; the last two are what "£" and "¥" become in plain-ASCII copy
SYMBOLS = {
    "$": "dollar",
    "US$": "dollar",
    "$US": "dollar",
    "US $": "dollar",
    "A$": "australian dollar",
    "$A": "australian dollar",
    "AU$": "australian dollar",
    "AU $": "australian dollar",
    "A $": "australian dollar",
    "C$": "canadian dollar",
    "C $": "canadian dollar",
    "CA$": "canadian dollar",
    "CAD$": "canadian dollar",
    "Can$": "canadian dollar",
    "NZ$": "new zealand dollar",
    "NZ $": "new zealand dollar",
    "$NZ": "new zealand dollar",
    "HK$": "hong kong dollar",
    "HK $": "hong kong dollar",
    "S$": "singapore dollar",
    "R$": "brazilian real",
    "Mex$": "mexican peso",
    "€": "euro",
    "£": "pound sterling",
    "¥": "japanese yen",
    "₹": "indian rupee",
    "₽": "russian rouble",
    "₩": "south korean won",
    "₺": "turkish lira",
    "₪": "israeli shekel",
    "₦": "nigerian naira",
    "฿": "thai baht",
    "₱": "philippine peso",
    "₾": "georgian lari",
    "Rs": "indian rupee",
    "Rs.": "indian rupee",
    "RM": "malaysian ringgit",
    "PS": "pound sterling",
    "Y=": "japanese yen",
}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of measure or a currency."""

    name: str
    dimension: str


def _plural(word: str) -> list[str]:
    if word in _IRREGULAR:
        return [word]
    if word.endswith("y") and word[-2] not in "aeiou":
        return [word, word[:-1] + "ies"]
    return [word, word + ("es" if word.endswith(("ch", "x")) else "s")]


def _entries() -> tuple[dict[str, Unit], dict[str, Unit]]:
    """Read the tables: words in lower case, and symbols."""
    words: dict[str, Unit] = {}
    symbols: dict[str, Unit] = {}
    lines = [line.split(": ", 1) for line in _TABLE.strip().splitlines()]
    lines += [["money", line] for line in _MONEY.strip().splitlines()]
    for dimension, line in lines:
        for entry in filter(str.strip, line.split(";")):
            name, _, rest = entry.strip().partition("=")
            spellings, _, marks = rest.partition("|")
            unit = Unit(name, dimension)
            for spelling in (name, *(s.replace("-", " ") for s in spellings.split())):
                head, per, tail = spelling.partition(" per ")
                words.update({form + per + tail: unit for form in _plural(head)})
                if "metre" in head or "litre" in head:
                    head = head.replace("metre", "meter").replace("litre", "liter")
                    words.update({form + per + tail: unit for form in _plural(head)})
            symbols.update(dict.fromkeys(marks.split(), unit))
    symbols |= {m.lower(): u for m, u in symbols.items() if len(m) > 2 and m.lower() not in words}
    return words, symbols


WORDS, MARKS = _entries()
PERCENT = Unit("percentage", "percent")
WORDS |= dict.fromkeys(("percent", "per cent", "pct", "per-cent"), PERCENT)
MARKS |= {"%": PERCENT, "pc": PERCENT, "pct": PERCENT}
for _word in ("percentage point", "basis point"):
    WORDS |= dict.fromkeys((_word, _word + "s"), Unit(_word, _word))
WORDS |= {f"sq {k[7:]}": u for k, u in WORDS.items() if k.startswith("square ")}
WORDS |= {f"sq. {k[7:]}": u for k, u in WORDS.items() if k.startswith("square ")}
WORDS |= {"sq ft": WORDS["square foot"], "sq m": WORDS["square metre"]}
WORDS |= {"sq. ft.": WORDS["square foot"], "sq km": WORDS["square kilometre"]}
MARKS |= {s: Unit(n, "money") for s, n in SYMBOLS.items() if len(s) == 1}
CODES = {mark: unit for mark, unit in MARKS.items() if unit.dimension == "money" and mark.isalpha()}

# what a rate may be per, beside any unit: "$98 a share", "15 a head"
_PER = (
    "share person head capita piece night game match household unit student employee vehicle "
    "passenger user customer tree case day"
).split()


_RUN = re.compile(r"([ -]?)([^\W\d_]+\.?(?:[ -][^\W\d_]+\.?){0,3})")
_MARK = re.compile(r"([ -]?)([^\s,;:()\[\]\"“”–—-]+(?:-lbs?|-ft)?)")
_RATE = re.compile(
    r"(?P<by>[ -](?:per|an?|each|every)[ -]|/)(?P<word>(?:(?:square|cubic) )?[A-Za-z]+[2²3³]?)(?!\w)"
    r"(?! (?:ago|earlier|later|before|after))"
)
# symbols of one letter touch the number, but for these; "a" and "l" with a space are words
_LOOSE = {"C", "F", "W", "V", "m", "$", "€", "£", "°", "%", "″", "′", "º"}
_NEVER_LOOSE = {"in.", "in", "pc", "mb", "db", "rad"}


def unit_after(text: str, at: int) -> tuple[Unit, int] | None:
    """Return the unit printed right after a number that ends at a place, and where it ends."""
    return _word_after(text, at) or _mark_after(text, at)


def _word_after(text: str, at: int) -> tuple[Unit, int] | None:
    match = _RUN.match(text, at)
    if not match:
        return None
    ends = [m.end() for m in re.finditer(r"[^\W\d_]+\.?", match[2])]
    for end in reversed(ends):
        key = match[2][:end].lower().replace("-", " ")
        unit = WORDS.get(key) or WORDS.get(key.rstrip("."))
        if unit:
            kept = end if key in WORDS else end - 1
            return unit, match.start(2) + kept
    return None


def _mark_after(text: str, at: int) -> tuple[Unit, int] | None:
    match = _MARK.match(text, at)
    if not match:
        return None
    whole = match[2]
    for mark in (whole, whole.rstrip(".'’?!"), whole.split("/")[0], whole[:1]):
        if mark in MARKS and (mark == whole or not whole[len(mark)].isalnum()):
            loose = bool(match[1])
            per = whole[len(mark) :].startswith("/")
            if (
                loose
                and not per
                and ((len(mark) == 1 and mark not in _LOOSE) or mark in _NEVER_LOOSE)
            ):
                return None
            return MARKS[mark], match.start(2) + len(mark)
    return None


def rate_after(text: str, at: int) -> tuple[str, int] | None:
    """Return what a rate is per ("hour", "share") and where that ends, when one is printed here."""
    match = _RATE.match(text, at)
    if not match:
        return None
    word, by = match["word"], match["by"].strip(" -")
    unit = WORDS.get(word.lower()) or MARKS.get(word) or (MARKS.get(word.lower()) if by else None)
    if word == "annum":
        return "year", match.end()
    if word == "h" and by == "/":
        return "hour", match.end()
    if by in ("a", "an", "each", "every"):
        # "a" is an article as often; only time, goods by measure and the words above are rates
        if not (unit and unit.dimension in ("time", "mass", "volume")) and word.lower() not in _PER:
            return None
    elif by == "/" and not unit and word.lower() not in _PER:
        return None
    return unit.name if unit else word.lower(), match.end()


def dimension_of(name: str) -> str:
    """Return the dimension of a unit by its canonical name, of "dollar per share" too; "" if none."""
    whole, per, part = name.partition(" per ")
    unit = WORDS.get(name) or WORDS.get(whole)
    if unit is None:
        return ""
    return unit.dimension if unit.name == name else f"{unit.dimension}{per}{part}"


@lru_cache(maxsize=1)
def _registry() -> UnitRegistry[Any]:
    import pint

    return pint.UnitRegistry(cache_folder=None)


# names that pint spells differently
_PINT = {
    "metric ton": "metric_ton",
    "pound-mass": "pound",
    "nautical mile": "nautical_mile",
    "celsius": "degC",
    "fahrenheit": "degF",
    "percentage": "percent",
    "foot pound-force": "foot * pound_force",
    "mile per gallon": "mile / gallon",
    "light-year": "light_year",
    "barrel": "oil_bbl",
    "degree": "",
}


def _expression(name: str) -> str:
    whole, _, per = name.partition(" per ")
    if name in _PINT or not per:
        word = _PINT.get(name, name)
        for power, sign in (("square ", "**2"), ("cubic ", "**3")):
            if word.startswith(power):
                return word.removeprefix(power) + sign
        return word.replace(" hour", " * hour")
    return f"({_expression(whole)}) / ({_expression(per)})"


def to_unit(q: Quantity, unit: str) -> tuple[float, float] | None:
    """Return the interval of a quantity in another unit, by its canonical name.

    None when the dimensions differ or one of the units is not physical: money is never converted.
    """
    if q.unit == unit:
        return q.low, q.high
    if not q.unit or not unit:
        return None
    factor = _line(q.unit, unit)
    if factor is None:
        return None
    slope, offset = factor
    return tuple(end if math.isinf(end) else slope * end + offset for end in (q.low, q.high))  # type: ignore[return-value]


@lru_cache(maxsize=512)
def _line(a: str, b: str) -> tuple[float, float] | None:
    """Return slope and offset that turn values of unit a into values of unit b."""
    import pint

    registry = _registry()
    try:
        zero, one = (
            float(registry.Quantity(x, _expression(a)).to(_expression(b)).magnitude)
            for x in (0.0, 1.0)
        )
    except (pint.PintError, AttributeError, TypeError, ValueError, ZeroDivisionError):
        return None
    return one - zero, zero
