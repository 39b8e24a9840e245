"""Irregular English verbs, so that "paid" and "pay" are one word; the stemmer knows the regular ones."""

from __future__ import annotations

import re

_FORMS = """
arise arose arisen|awake awoke|beat beaten|become became|begin began begun|bend bent|bite bit bitten|
bleed bled|blow blew blown|break broke broken|breed bred|bring brought|build built|burn burnt|buy bought|
catch caught|choose chose chosen|come came|creep crept|deal dealt|dig dug|draw drew drawn|
drink drank drunk|drive drove driven|eat ate eaten|fall fell fallen|feed fed|feel felt|fight fought|
find found|flee fled|fly flew flown|forbid forbade forbidden|forget forgot forgotten|
forgive forgave forgiven|freeze froze frozen|give gave given|go went gone goes|grind ground|
grow grew grown|hang hung|hear heard|hide hid hidden|hold held|keep kept|know knew known|lay laid|
lead led|leave left|lend lent|lie lain|light lit|lose lost|make made|mean meant|meet met|
overthrow overthrew|pay paid|ride rode ridden|ring rang rung|rise rose risen|run ran|see saw seen|
seek sought|sell sold|send sent|shake shook shaken|shine shone|shoot shot|show shown|
shrink shrank shrunk|sing sang sung|sink sank sunk|sit sat|sleep slept|slide slid|speak spoke spoken|
spend spent|spin spun|spring sprang|stand stood|steal stole stolen|stick stuck|strike struck stricken|
swear swore sworn|sweep swept|swell swollen|swim swam swum|swing swung|take took taken|teach taught|
tear tore torn|tell told|think thought|throw threw thrown|understand understood|uphold upheld|
wear wore worn|win won|withdraw withdrew withdrawn|write wrote written|overtake overtook overtaken|
die dying dead death|mouse mice|child children|man men|woman women|foot feet|good better best|
bad worse worst|far further|deny denial denied denies|refuse refusal|arrive arrival|approve approval|
remove removal|high higher highest|low lower lowest|approve approved|deep deeper deepest|shallow shallower|
safe safer safest|rich richer richest|poor poorer poorest|hard harder hardest|easy easier easiest|
strict stricter strictest|tough tougher toughest|large larger largest|small smaller smallest|
big bigger biggest|strong stronger strongest|weak weaker weakest|long longer longest|short shorter shortest|
old older oldest elder|young younger youngest|hot hotter hottest|cold colder coldest|warm warmer warmest|
cool cooler coolest|fast faster fastest|slow slower slowest|cheap cheaper cheapest|tall taller tallest|
wide wider|narrow narrower|heavy heavier heaviest|light lighter lightest|healthy healthier|clean cleaner|
dirty dirtier|early earlier earliest|late later latest|near nearer nearest|quick quicker quickest|
loud louder|quiet quieter|dry drier|wet wetter|thick thicker|thin thinner|bright brighter|dark darker|
happy happier
"""
_ADJECTIVES = (
    "deep shallow safe rich poor hard easy strict tough large small big strong weak long short old young hot "
    "cold warm cool fast slow cheap tall wide narrow heavy light healthy clean dirty near quick loud quiet dry "
    "wet thick thin bright dark happy high low broad tiny new hungry busy ugly friendly deadly costly risky "
    "simple close fresh full"
)


def _compared(adjective: str) -> list[str]:
    """ "Easier", "easiest", "bigger", "biggest"."""
    if adjective.endswith("y"):
        adjective = adjective[:-1] + "i"
    elif re.search(r"[^aeiou][aeiou][bdgmnpt]$", adjective):
        return [adjective + adjective[-1] + ending for ending in ("er", "est")] + [adjective + "er", adjective + "est"]
    return [adjective.removesuffix("e") + ending for ending in ("er", "est")]


BASES = {form: forms.split()[0] for forms in _FORMS.replace("\n", "").split("|") for form in forms.split()[1:]}
BASES |= {form: word for word in _ADJECTIVES.split() for form in _compared(word)}
