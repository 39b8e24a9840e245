"""Words that stand for numbers and for how exact a number is: the tables that ``numbers`` reads with."""

from __future__ import annotations

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ROUND_ORDINALS = "twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth"

ONES = {word: float(value) for value, word in enumerate(_ONES.split())}
TENS = {word: 10.0 * value for value, word in enumerate(_TENS.split(), start=2)}
ORDINALS = {word: float(value) for value, word in enumerate(_ORDINALS.split(), start=1)}
ROUND_ORDINALS = {word: 10.0 * value for value, word in enumerate(_ROUND_ORDINALS.split(), start=2)}

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
    "mil": 1e6,
    "bn": 1e9,
    "tn": 1e12,
}
LONG_SCALES = frozenset({"hundred", "thousand", "million", "billion", "trillion", "dozen"})
SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

# A plural without a number: from twice the word to where the next larger word begins.
VAGUE = {
    "dozens": (24.0, 99.0),
    "scores": (40.0, 99.0),
    "hundreds": (200.0, 999.0),
    "thousands": (2e3, 9_999.0),
    "millions": (2e6, 999e6),
    "billions": (2e9, 999e9),
}
VAGUE_TENS = {"thousands": (2e4, 99_999.0), "millions": (2e7, 99e6), "billions": (2e10, 99e9)}  # "tens of thousands"
VAGUE_HUNDREDS = {"thousands": (2e5, 999_999.0), "millions": (2e8, 999e6), "billions": (2e11, 999e9)}

# A change said in one word, in percent. A change of +100 % and "doubled" are the same claim.
CHANGES = {
    **dict.fromkeys(("halve", "halved", "halves", "halving"), 50.0),
    **dict.fromkeys(("double", "doubled", "doubles", "doubling", "twofold"), 100.0),
    **dict.fromkeys(("triple", "tripled", "triples", "tripling", "treble", "trebled", "threefold"), 200.0),
    **dict.fromkeys(("quadruple", "quadrupled", "quadruples", "quadrupling", "fourfold"), 300.0),
    **dict.fromkeys(("quintupled", "fivefold"), 400.0),
    "sixfold": 500.0,
    "sevenfold": 600.0,
    "eightfold": 700.0,
    "tenfold": 900.0,
}
FRACTIONS = {
    **dict.fromkeys(("half", "halves"), 50.0),
    **dict.fromkeys(("third", "thirds"), 100 / 3),
    **dict.fromkeys(("quarter", "quarters"), 25.0),
    **dict.fromkeys(("fifth", "fifths"), 20.0),
    **dict.fromkeys(("sixth", "sixths"), 100 / 6),
    **dict.fromkeys(("seventh", "sevenths"), 100 / 7),
    **dict.fromkeys(("eighth", "eighths"), 12.5),
    **dict.fromkeys(("tenth", "tenths"), 10.0),
}
TIMES = {"once": 1.0, "twice": 2.0, "thrice": 3.0}
FEW = {"couple": 2.0, "single": 1.0, "lone": 1.0, "sole": 1.0, "both": 2.0, "trio": 3.0}

# What stands before a number (or behind it, the last group) and says how exact it is.
AT_LEAST = (
    ("at", "least"), ("no", "fewer", "than"), ("no", "less", "than"), ("not", "less", "than"), ("more", "than"),
    ("over",), ("above",), ("upwards", "of"), ("exceeding",), ("exceeded",), ("exceeds",), ("in", "excess", "of"),
    ("a", "minimum", "of"), ("upward", "of"), ("greater", "than"), ("well", "over"), ("higher", "than"), (">",),
)  # fmt: skip
AT_MOST = (
    ("up", "to"), ("at", "most"), ("no", "more", "than"), ("not", "more", "than"), ("fewer", "than"),
    ("less", "than"), ("under",), ("below",), ("a", "maximum", "of"), ("as", "many", "as"), ("as", "much", "as"),
    ("lower", "than"), ("<",),
)  # fmt: skip
JUST_UNDER = (("nearly",), ("almost",), ("just", "under"), ("just", "short", "of"), ("just", "below"))
JUST_OVER = (("just", "over"), ("just", "above"), ("slightly", "more", "than"), ("a", "little", "over"))
ABOUT = (
    ("about",), ("around",), ("roughly",), ("approximately",), ("some",), ("an", "estimated"), ("estimated",),
    ("circa",), ("c",), ("close", "to"), ("approx",), ("~",), ("≈",), ("or", "so"), ("as", "about"), ("near",),
)  # fmt: skip
BEHIND = {("or", "more"): "least", ("or", "less"): "most", ("or", "fewer"): "most", ("or", "so"): "about",
          ("and", "over"): "least", ("at", "least"): "least", ("plus",): "least", ("+",): "least"}  # fmt: skip
