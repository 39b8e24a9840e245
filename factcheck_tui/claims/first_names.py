"""Common first names and titles, to tell whom "he" or "she" can stand for; a name that is in neither can be both."""

from __future__ import annotations

import re
from typing import Final

_SHE: Final = (
    "Mrs Ms Miss Lady Queen Princess Mary Patricia Jennifer Linda Elizabeth Barbara Susan Jessica Sarah Karen Lisa "
    "Nancy Betty Sandra Margaret Ashley Kimberly Emily Donna Michelle Carol Amanda Melissa Deborah Stephanie "
    "Rebecca Laura Helen Sharon Cynthia Kathleen Amy Angela Anna Ann Anne Ruth Brenda Pamela Nicole Katherine "
    "Catherine Christine Janet Maria Heather Diane Julie Joyce Victoria Kelly Christina Joan Evelyn Lauren Judith "
    "Megan Andrea Cheryl Hannah Jacqueline Martha Gloria Teresa Sara Janice Julia Grace Amelia Hillary Claire Elena "
    "Fatima Aisha Amina Layla Leila Mariam Zainab Yasmin Noor Ingrid Ursula Angelina Sofia Olga Natalia Svetlana "
    "Yulia Indira Priya Mei Ivanka Alicia Theresa Nicola Camilla Jane Kate Emma Olivia Charlotte Alice Rachel Lucy "
    "Ella Eva Melania Marine Annalena Stergomena"
)
_HE: Final = (
    "Mr Sir Lord King Prince James John Robert Michael William David Richard Joseph Thomas Charles Christopher "
    "Daniel Matthew Anthony Mark Donald Steven Paul Andrew Joshua Kenneth Kevin Brian George Edward Ronald Timothy "
    "Jason Jeffrey Ryan Jacob Gary Nicholas Eric Jonathan Stephen Larry Justin Scott Brandon Benjamin Samuel "
    "Gregory Frank Alexander Raymond Patrick Jack Dennis Jerry Tyler Aaron Jose Adam Henry Nathan Douglas Zachary "
    "Peter Kyle Walter Ethan Jeremy Harold Keith Christian Roger Terry Gerald Sean Arthur Austin Noah Bill Bob Mike "
    "Joe Jon Jim Tim Tom Steve Ted Jeff Barack Mitt Bernie Vladimir Emmanuel Olaf Boris Ahmed Ali Hassan Hussein "
    "Ibrahim Khalid Mahmoud Mohamed Mohammed Muhammad Mustafa Omar Osama Youssef Abdul Bashar Sergei Dmitry Ivan "
    "Alexei Juan Carlos Luis Pedro Pablo Miguel Antonio Marco Giovanni Hans Klaus Jean Pierre Louis Philippe Filipe "
    "Cyril Paulo Hugo Rush Chris Greg Simon Martin Philip Alan Ian Neil Jens Recep Narendra Xi Volodymyr Rahm Harry "
    "Rob Adriano Max"
)
_WORD: Final = re.compile(r"[A-Z]\w+")
_GENDERS: Final = {**dict.fromkeys(_SHE.split(), "she"), **dict.fromkeys(_HE.split(), "he")}


def can_be(pronoun: str, name: str) -> bool:
    """Whether ``name`` can be whom "he" or "she" stands for; nothing that is known of it speaks against it."""
    known = [_GENDERS[word] for word in _WORD.findall(name) if word in _GENDERS]
    return not known or known[0] == pronoun
