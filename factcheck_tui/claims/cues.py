"""The words that attribute: verbs of speech, and verbs of will, view and blame, each in all its forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

# Verbs that hardly ever mean anything but that somebody said it; a sentence is searched for these first.
_SAID: Final = (
    "said|says|say|told|tells|added|adds|noted|notes|wrote|writes|tweeted|stated|announced|announces|explained|"
    "explains|argued|argues|confirmed|confirms|warned|warns|insisted|insists|acknowledged|acknowledges|admitted|admits|"
    "declared|declares|replied|replies|responded|responds|testified|concluded|recalled|recalls|remarked|joked|quipped|"
    "continued|pointed out|points out|asked|asks|reported|revealed|reveals|suggested|suggests|stressed|stresses"
)
_REGULAR: Final = re.findall(
    r"\w+",
    "address admire admit advise advocate agree aim allege announce anticipate appeal applaud approve argue "
    "assert assure blame blast boast brag call caution challenge characterise characterize charge chronicle cite "
    "claim clarify commend compare complain concede conclude condemn confess confirm consider contend counter "
    "criticise criticize declare decline decry deem defend defy demand demonize denounce deride describe detail "
    "disavow disclose dismiss disparage dispute doubt dub echo elaborate embrace emphasise emphasize encourage "
    "endorse envision estimate examine expect explain express favor favour fear guess hail highlight hint hope "
    "imply indicate insist intend invoke joke lambast lament laud ledge liken link maintain mention mock murmur "
    "note object observe oppose outline plan plead pledge point portray posit praise predict prefer proclaim "
    "promise propose question quip raise reaffirm reason reckon recognise recognize recommend recount refer "
    "refuse reiterate reject relate remember remind repeat report request respond reveal ridicule rule say scoff "
    "scold shout signal slam speculate stress suggest suspect talk tease testify threaten tout underscore unveil "
    "urge view vilify voice vote vow want warn welcome wonder worry ",
)
_IRREGULAR: Final = (
    "believe|believes|believed|believing|think|thinks|thought|thinking|know|knows|knew|feel|feels|felt|find|finds|"
    "found|show|shows|showed|showing|tell|telling|decide|decides|decided|deny|denies|denied|denying|"
    "seek|seeks|sought|seeking|write|writing|forecast|forecasts|swear|swears|swore|learned|laid out|"
    "made (?:it )?clear|called for|calling for|calls for"
)
_SOFT_C: Final = re.compile(r"[^aeiou]y$")


def _forms(verb: str) -> Iterator[str]:
    """A regular verb's base, third person, past and participle."""
    stem = verb[:-1] if verb.endswith("e") else verb
    if _SOFT_C.search(verb):
        yield from (verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
        return
    doubled = f"{stem}{verb[-1]}" if verb in ("admit", "refer", "plan", "brag", "slam") else stem
    yield from (verb, f"{verb}es" if verb.endswith(("s", "ch", "sh")) else f"{verb}s", f"{doubled}ed", f"{doubled}ing")


SAID: Final = re.compile(rf"\b(?:{_SAID})\b")
OTHER: Final = re.compile(rf"\b(?:{'|'.join(form for verb in _REGULAR for form in _forms(verb))}|{_IRREGULAR})\b")
BASE_FORMS: Final = frozenset(
    [*_REGULAR, "believe", "think", "know", "feel", "find", "show", "decide", "deny", "seek"]
)
ANY_CASE: Final = re.compile(rf"{SAID.pattern}|{OTHER.pattern}", re.IGNORECASE)  # headlines may capitalise every word
