"""Words that stand for numbers, for units and for how exact a number is: the tables that ``numbers`` reads with."""

from __future__ import annotations

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_MONTHS = (
    "january jan,february feb,march,april apr,may,june jun,july jul,august aug,september sep sept,october oct,"
    "november nov,december dec"
)

ONES = {word: float(value) for value, word in enumerate(_ONES.split())}
TENS = {word: 10.0 * value for value, word in enumerate(_TENS.split(), start=2)}
SCALES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}
LONG_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})

# A share or a change said in one word, in percent. A change of +100 % and "doubled" are the same claim.
SHARES = {
    "half": 50.0,
    "halve": 50.0,
    "halved": 50.0,
    "halves": 50.0,
    "quarter": 25.0,
    "doubled": 100.0,
    "doubles": 100.0,
    "doubling": 100.0,
    "tripled": 200.0,
    "trebled": 200.0,
    "quadrupled": 300.0,
}
FRACTIONS = {"half": 50.0, "third": 100 / 3, "thirds": 100 / 3, "quarter": 25.0, "quarters": 25.0, "fifth": 20.0}
FRACTIONS |= {"fifths": 20.0, "tenth": 10.0, "tenths": 10.0}

CURRENCIES = {"£": "pound", "$": "dollar", "€": "euro", "¥": "yen", "₹": "rupee"}

# Unit word -> (what it measures, how many of the base unit). Kinds are shown to nobody; base units are arbitrary.
UNITS: dict[str, tuple[str, float]] = {
    **dict.fromkeys(("percent", "pc", "percentage"), ("percent", 1.0)),
    **dict.fromkeys(("pound", "pounds", "gbp"), ("pound", 1.0)),
    **dict.fromkeys(("dollar", "dollars", "usd"), ("dollar", 1.0)),
    **dict.fromkeys(("euro", "euros", "eur"), ("euro", 1.0)),
    **dict.fromkeys(("yen",), ("yen", 1.0)),
    **dict.fromkeys(("rupee", "rupees"), ("rupee", 1.0)),
    **dict.fromkeys(("km", "kilometre", "kilometres", "kilometer", "kilometers"), ("length", 1000.0)),
    **dict.fromkeys(("metre", "metres", "meter", "meters"), ("length", 1.0)),
    **dict.fromkeys(("cm", "centimetre", "centimetres", "centimeter", "centimeters"), ("length", 0.01)),
    **dict.fromkeys(("mm", "millimetre", "millimetres", "millimeter", "millimeters"), ("length", 0.001)),
    **dict.fromkeys(("mile", "miles"), ("length", 1609.344)),
    **dict.fromkeys(("foot", "feet", "ft"), ("length", 0.3048)),
    **dict.fromkeys(("inch", "inches"), ("length", 0.0254)),
    **dict.fromkeys(("kg", "kilogram", "kilograms", "kilo", "kilos"), ("weight", 1.0)),
    **dict.fromkeys(("gram", "grams"), ("weight", 0.001)),
    **dict.fromkeys(("tonne", "tonnes"), ("weight", 1000.0)),
    **dict.fromkeys(("second", "seconds"), ("time", 1.0)),
    **dict.fromkeys(("minute", "minutes"), ("time", 60.0)),
    **dict.fromkeys(("hour", "hours"), ("time", 3600.0)),
    **dict.fromkeys(("day", "days"), ("time", 86400.0)),
    **dict.fromkeys(("week", "weeks"), ("time", 7 * 86400.0)),
    **dict.fromkeys(("month", "months"), ("time", 30.4375 * 86400.0)),
    **dict.fromkeys(("year", "years"), ("time", 365.25 * 86400.0)),
}

MONTHS = {name: number for number, names in enumerate(_MONTHS.split(","), start=1) for name in names.split()}

# Words before a number that make it a rounding: it may then stand for a number nearby.
ROUNDINGS = frozenset(
    {"about", "around", "nearly", "almost", "roughly", "approximately", "some", "over", "than", "least"}
)
