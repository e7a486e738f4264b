"""Name the units and currencies that news prints, with their spellings and dimensions.

A unit has a canonical singular name ("metre", "mile per hour", "japanese yen") and a dimension
("length", "speed", "money"). Symbols keep their case ("MW" and "mW" differ), words do not.
"""

from __future__ import annotations

from dataclasses import dataclass

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


def dimension_of(name: str) -> str:
    """Return the dimension of a unit by its canonical name, of "dollar per share" too; "" if none."""
    whole, per, part = name.partition(" per ")
    unit = WORDS.get(name) or WORDS.get(whole)
    if unit is None:
        return ""
    return unit.dimension if unit.name == name else f"{unit.dimension}{per}{part}"
