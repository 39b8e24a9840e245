"""Units: what a word after a number measures, and how many of the base unit it is. Base units are shown to nobody."""

from __future__ import annotations

CURRENCY_SIGNS = {"£": "pound", "$": "dollar", "€": "euro", "¥": "yen", "₹": "rupee", "₽": "rouble", "₺": "lira"}
CURRENCY_SIGNS |= {"₴": "hryvnia", "₪": "shekel", "₩": "won", "₦": "naira"}
CURRENCY_CODES = {"gbp": "pound", "usd": "dollar", "eur": "euro", "jpy": "yen", "inr": "rupee", "rs": "rupee"}
CURRENCY_CODES |= {"chf": "franc", "cny": "yuan", "rub": "rouble", "us$": "dollar"}

_DAY = 86400.0
_SPELLED = {  # kind -> words, and how many of the base unit
    "percent": {"percent pc percentage pct": 1.0},
    "pound": {"pound pounds gbp quid": 1.0, "p pence penny": 0.01},
    "dollar": {"dollar dollars usd bucks": 1.0, "cent cents": 0.01},
    "euro": {"euro euros eur": 1.0},
    "yen": {"yen": 1.0},
    "rupee": {"rupee rupees": 1.0, "lakh lakhs": 1e5, "crore crores": 1e7},
    "yuan": {"yuan renminbi": 1.0},
    "rouble": {"rouble roubles ruble rubles": 1.0},
    "franc": {"franc francs": 1.0},
    "krona": {"krona kronor krone kroner": 1.0},
    "peso": {"peso pesos": 1.0},
    "lira": {"lira liras": 1.0},
    "shekel": {"shekel shekels": 1.0},
    "rand": {"rand": 1.0},
    "real": {"reais": 1.0},
    "length": {
        "km kms kilometre kilometres kilometer kilometers": 1000.0,
        "metre metres meter meters": 1.0,
        "cm centimetre centimetres centimeter centimeters": 0.01,
        "mm millimetre millimetres millimeter millimeters": 0.001,
        "mile miles": 1609.344,
        "yard yards": 0.9144,
        "foot feet ft": 0.3048,
        "inch inches": 0.0254,
    },
    "area": {"hectare hectares ha": 1e4, "acre acres": 4046.86},
    "volume": {
        "litre litres liter liters": 1.0,
        "ml millilitre millilitres milliliter milliliters": 0.001,
        "gallon gallons": 3.785,
        "pint pints": 0.5683,
        "barrel barrels": 159.0,
    },
    "weight": {
        "kg kilogram kilograms kilogramme kilogrammes kilo kilos": 1.0,
        "gram grams gramme grammes": 0.001,
        "mg milligram milligrams": 1e-6,
        "tonne tonnes ton tons": 1000.0,
        "lb lbs": 0.4536,
        "ounce ounces oz": 0.02835,
    },
    "time": {
        "second seconds": 1.0,
        "minute minutes min mins": 60.0,
        "hour hours": 3600.0,
        "day days": _DAY,
        "week weeks": 7 * _DAY,
        "fortnight fortnights": 14 * _DAY,
        "month months": 30.4375 * _DAY,
        "year years yr yrs": 365.25 * _DAY,
        "decade decades": 3652.5 * _DAY,
        "century centuries": 36525 * _DAY,
    },
    "speed": {"mph": 1.609344, "kph kmh": 1.0, "knots": 1.852},
    "power": {"watt watts": 1.0, "kw kilowatt kilowatts": 1e3, "mw megawatt megawatts": 1e6,
              "gw gigawatt gigawatts": 1e9},
    "energy": {"kwh": 1.0, "mwh": 1e3, "gwh": 1e6, "twh": 1e9},
    "calories": {"calorie calories kcal": 1.0},
    "data": {"mb megabyte megabytes": 1.0, "gb gigabyte gigabytes": 1e3, "tb terabyte terabytes": 1e6},
}  # fmt: skip
UNITS: dict[str, tuple[str, float]] = {
    word: (kind, factor)
    for kind, spelled in _SPELLED.items()
    for words, factor in spelled.items()
    for word in words.split()
}
CURRENCIES = frozenset(CURRENCY_SIGNS.values()) | {"krona", "peso", "rand", "real", "franc", "yuan"}

# "40 degrees Celsius" stays what it is; other scales are turned into it.
TEMPERATURES = {"celsius": (1.0, 0.0), "c": (1.0, 0.0), "centigrade": (1.0, 0.0), "fahrenheit": (5 / 9, -160 / 9)}
TEMPERATURES |= {"f": (5 / 9, -160 / 9)}

PERIODS = {word: factor for word, (kind, factor) in UNITS.items() if kind == "time"}
ADVERBS = {"hourly": 3600.0, "daily": _DAY, "weekly": 7 * _DAY, "monthly": PERIODS["month"]}
ADVERBS |= {"annual": PERIODS["year"], "annually": PERIODS["year"], "yearly": PERIODS["year"]}
