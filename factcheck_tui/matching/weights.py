"""The numbers of the ranking, in one place: weights of the features, penalties of the differences, bands.

Fitted by ``tests/quality/fit_ranker.py`` on the train queries of CheckThat! 2022 task 2 (997 on 14,231 Snopes and 472
on 19,250 PolitiFact records), which prints the tables below; ``tests/quality/ranking.py`` takes the figures on dev.
"""

from __future__ import annotations

from collections.abc import Mapping

from factcheck_tui.model import DifferenceKind

# Evidence for a candidate that has nothing in common with the query.
BASE = -10.83

# Evidence that each feature adds at its full value of 1. Where two texts are compared alone it is the log-odds.
WEIGHTS: Mapping[str, float] = {
    "index": 3.40,  # bm25 beside the best candidate's, times the root of the share of the query that is covered
    "covered": 1.76,  # share of the query that claim, title or any of the body has, beside the best candidate's
    "rare": 0.07,  # mean rarity of the three rarest shared words
    "passage": 1.36,  # how much of the nearest sentence of the body is shared
    "title_covered": 2.13,  # share of the title, by rarity, that the query covers
    "spelling": 1.94,  # characters in a row that both share, beside the best candidate's
    "soon": 3.72,  # the check came within days of the day that the query names
    "same_year": 0.28,  # or within 400
    "same": 12.0,  # the same telling words; by hand, for no train query is its record word for word
    "sorted_claim": 0.82,  # rapidfuzz: all telling stems, sorted
    "part_claim": 1.79,  # rapidfuzz: the best part
    "sorted_title": 1.56,
    "part_title": 0.91,
    "set_title": 0.45,  # rapidfuzz: the distinct words
    "numbers_missing": -0.19,  # three numbers of the record that the query does not have
    "names_missing": -0.32,  # names of the record that the query does not have, by rarity
}

# Log-odds in an archive: CHANCE + EVIDENCE * evidence + LEAD * lead. Evidence alone does not tell a true record from
# the nearest wrong one, for long claims are covered less than short ones; its lead over the crowd does. The crowd is
# the third best of the candidates that say different things: many publishers check one claim, and their records must
# not take the lead from each other. Claims whose words are ALIKE in percent count as one. LEADS bounds the lead. Where
# there are fewer, or the third has less, the crowd is taken to have LEAST_EVIDENCE: the one record of a small archive
# that shares a word does not stand out from nothing. What has less is not shown.
#
# The shares were fitted before alike claims counted as one. Fitted again they are -2.02, .46 and .93: on the Snopes
# train queries that calls .27 possible where the true record is missing, not .19, and twice as many strong (.050, not
# .026), for .03 more of what is there. Kept as they were.
CHANCE = -3.12
EVIDENCE = 0.26
LEAD = 1.11
CROWD = 3
CROWDED = 30  # of the best candidates are looked at for it
ALIKE = 75
LEADS = (-1.0, 5.0)
LEAST_EVIDENCE = -6.0

# The lead counts in full from this mean rarity of the three rarest words that the best candidate shares on (three
# everyday words in a large archive, or two rare ones), below it by the square. "It was the longest" shares one word
# with each record of a longest thing, and nothing with any other, so that all of them would stand out. By hand.
TELLING = 0.4

# When many records say the same there is no lead. Evidence alone then does, less this: it is the likelier to be wrong.
ALONE = 2.0

# What a kind of difference leaves of the chance, once however often it is found. Fitted on train, a number that
# differs leaves .75: tweets and debates get numbers wrong, and the record about them is still the right one. Set lower
# by hand: a checker must never be told "strong" where the truth conditions differ, so each is below STRONG / 100.
DIFFERENCES: Mapping[DifferenceKind, float] = {
    DifferenceKind.NUMBER: 0.7,
    DifferenceKind.UNIT: 0.7,
    DifferenceKind.DATE: 0.7,
    DifferenceKind.NEGATION: 0.65,
    DifferenceKind.DIRECTION: 0.65,
    DifferenceKind.NAME: 0.7,
}

# Least scores of the bands, in percent, and of a best match that is ranked at all; below ``model.FOUND`` the answer is
# "no prior record found", whatever is ranked. The share of train candidates that are the same claim, archives with and
# without a true record taken together, is near the score:
#
#   score  10-20  20-30  30-40  40-50  50-60  60-70  70-80  80-90  90-100
#   true     .13    .25    .42    .45    .49    .71    .67    .83     .97
STRONG = 72
POSSIBLE = 20
LEAST = 1
