"""The words and forms of dates, as one regular expression for each form."""

from __future__ import annotations

import re

from factcheck_tui.matching.differences.word_lists import listed

_MONTHS = (
    "january jan,february feb,march mar,april apr,may,june jun,july jul,august aug,september sep sept,october oct,"
    "november nov,december dec"
)
_WEEKDAYS = "monday mon,tuesday tue tues,wednesday,thursday thu thur thurs,friday fri,saturday,sunday"
_TENS = "twenties thirties forties fifties sixties seventies eighties nineties"
_SEASONS = {"spring": (3, 4, 5), "summer": (6, 7, 8), "autumn": (9, 10, 11), "fall": (9, 10, 11), "winter": (12, 1, 2)}
_ORDERS = ["first", "second", "third", "fourth"]

MONTHS = {name: number for number, names in enumerate(_MONTHS.split(","), start=1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS.split(",")) for name in names.split()}
DECADES = {word: 10 * number for number, word in enumerate(_TENS.split(), start=2)}
SEASONS = {name: frozenset(months) for name, months in _SEASONS.items()}
QUARTERS = {word: number for number, word in enumerate(_ORDERS, start=1)} | {f"{n}": n for n in range(1, 5)}
QUARTERS |= {"1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "final": 4, "last": 4}
CENTURIES = {
    word: number
    for number, word in enumerate(
        [
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth",
        ],
        start=1,
    )
} | {"twenty-first": 21}
COUNTS = {
    word: number
    for number, word in enumerate(["a", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)
}
COUNTS |= {"an": 1, "one": 1, "eleven": 11, "twelve": 12, "twenty": 20, "thirty": 30}
DAYS = {"day": 1, "night": 1, "week": 7, "fortnight": 14, "month": 30, "year": 365, "decade": 3652, "century": 36525}

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?"
_YEAR = r"(?:1[0-9]|20)\d\d(?!\d|[.,]\d|%)"
_NTH = r"(?:st|nd|rd|th)?"
_PARTS = "early|mid|late|(?:the )?(?:beginning|start|end|middle|close)(?: of)?(?: the)?|(?:first|second) half of"
_COUNT = r"(?:\d{1,4}|" + "|".join(COUNTS) + ")"
_UNIT = "(?:" + "|".join(DAYS) + ")"


def _part(name: str) -> str:
    """ "Early", "the end of": the part of a time that is meant, as a group of this name."""
    return rf"(?:(?P<{name}>{_PARTS})[ -](?:the )?)?"


_COUNTED = r"(?!\d|[.,:]\d| ?(?:%|percent|per cent|million|people))"

# Tried in this order at each place of a folded text; group names are those that ``dates`` reads.
_FORMS = {
    "iso": r"(?P<iy>\d{4})-(?P<im>\d\d)-(?P<id>\d\d)\b",
    "slashed": r"(?P<s1>\d{1,2})(?P<sep>[/.])(?P<s2>\d{1,2})(?P=sep)(?P<sy>\d{4}|\d\d)\b",
    "dmy": rf"(?:{_WEEKDAY},? )?(?P<dd>\d{{1,2}}){_NTH}(?: of)? (?P<dm>{_MONTH})(?:,? (?:of )?(?P<dy>{_YEAR}))?",
    "mdy": rf"(?:{_WEEKDAY},? )?(?P<mm>{_MONTH}) (?:the )?(?P<md>\d{{1,2}}){_COUNTED}{_NTH}\b(?:,? (?P<my>{_YEAR}))?",
    "month": rf"{_part('pm')}(?P<nm>{_MONTH})(?:,? (?:of )?(?P<ny>{_YEAR}))?",
    "quarter": r"(?:q(?P<q1>[1-4])|(?P<q2>first|second|third|fourth|final|last|1st|2nd|3rd|4th)[ -]quarter)"
    rf"(?:,? (?:of )?(?P<qy>{_YEAR}))?\b",
    "turn": r"turn of the (?P<tw>century|millennium)\b",
    "century": rf"{_part('pc')}(?P<cn>\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(CENTURIES)})[ -](?:century|centuries)\b"
    r"(?P<bc> b\.?c\.?)?",
    "decade": rf"{_part('pd')}(?:['’]?(?P<dn>(?:1\d|20)?\d0)s|(?P<dw>{'|'.join(DECADES)}))(?!\w)",
    "ago": rf"(?P<an>{_COUNT}) (?P<au>{_UNIT})s? ago\b",
    "coming": rf"(?:in (?P<fn>{_COUNT}) (?P<fu>{_UNIT})s?['’]? time|(?P<hn>{_COUNT}) (?P<hu>{_UNIT})s? from now)\b",
    "ending": r"(?P<pe>end|close|beginning|start|middle) of (?:the|this) (?P<pu>week|month|year|decade|century)\b",
    "named": r"(?P<nw>last|next|this|past|previous|coming|the past|the coming) "
    rf"(?P<nu>night|week|fortnight|month|year|decade|century|weekend|{'|'.join(SEASONS)})\b",
    "today": r"(?:yesterday|today|tomorrow|tonight|overnight)\b",
    "season": rf"(?:in|by|since|until|during|of|for) (?:the )?(?P<sn>{'|'.join(SEASONS)})"
    rf"(?: (?:of )?(?P<sny>{_YEAR}))?\b",
    "weekday": rf"(?:(?P<ww>last|next|this|past|coming) )?(?P<wd>{_WEEKDAY})(?!\w)",
    "noon": r"(?:noon|midday|midnight)\b",
    "clock": r"(?:(?P<ch>\d{1,2})(?:[:.](?P<cm>[0-5]\d))? ?(?P<half>[ap])\.?m\b\.?"
    r"|(?P<hh>[01]?\d|2[0-3]):(?P<hm>[0-5]\d)(?!\d|:))",
    "years": rf"(?P<y1>{_YEAR}) ?[-–—/] ?(?P<y2>(?:(?:1[0-9]|20)\d\d|\d\d))(?!\w)",
    "year": rf"{_part('py')}(?P<yy>{_YEAR})(?![\w/-]\d|\w)",
}
DATE = re.compile(r"(?<![\w.,/-])(?:" + "|".join(f"(?P<{name}>{form})" for name, form in _FORMS.items()) + ")")
MAYBE_DATE = re.compile(  # what is in every date; most statements have none of it
    r"\d|\b(?:to|yester|mid)?day\b|night|\b(?:week|month|year|decade|fortnight)|century|quarter|(?:t|r|f|v|h|n)ies\b|noon\b|"
    r"\bago\b|morrow|season|spring|summer|autumn|winter|\bfall\b|millennium|\b(?:"
    + "|".join([*MONTHS, *WEEKDAYS])
    + r")\b"
)
# Short for a month or a day, and a name or a word besides: only with a capital, or beside a number.
AMBIGUOUS = listed("may march mar jan dec fri sep apr nov oct jun jul aug feb tue thu thur mon tues sept")
VERBS = frozenset({"may", "march"})  # and a name at that: only behind a word of time
