"""The words that negate, and those that make a negation harmless: the tables that ``negations`` reads with."""

from __future__ import annotations

from factcheck_tui.matching.differences.word_lists import base, key, listed

# Phrases that negate what follows them, up to the end of the clause.
_PLAIN = """
no not never none nobody nothing neither nor without cannot hardly scarcely no_longer no_one unless lack lack_of
absence_of fail_to failure_to refuse_to refusal_to decline_to unable_to incapable_of stop_short_of far_from
anything_but neglect_to instead_of rather_than rule_out yet_to have_yet_to be_yet_to avoid_be omit_to forget_to
zero dont doesnt didnt isnt arent wasnt werent cant couldnt wont wouldnt shouldnt havent hasnt hadnt aint in_no_way
by_no_means at_no_time hardly_any at_no_point under_no_circumstances impossible impossible_to nowhere deny_be
free_of devoid_of exempt_from
"""
# Phrases that negate a whole statement behind them.
_WHOLE = """
no_evidence no_proof no_indication no_sign no_basis no_truth no_reason_to_believe no_scientific_evidence
little_evidence not_true untrue_that false_that myth_that lie_that hoax_that wrong_that incorrect_that
falsehood_that deny denial not_the_case reject_claim reject_the_claim reject_suggestion reject_allegation refute
debunk disprove falsely_claim falsely_say falsely_state fake_news_that contrary_to_claim not_correct not_accurate
inaccurate_that misconception_that
"""
# Those that reach no further than the noun behind them, and the words before which they end.
_NARROW = listed("without lack lack_of absence_of instead_of rather_than free_of devoid_of exempt_from")
NARROW = frozenset(tuple(map(key, words.split("_"))) for words in _NARROW)
VERBS = listed(
    "is are was were be been has have had will would can could may might must shall should do does did not never no to"
)
LONGEST = 4  # words of a phrase
PHRASES: dict[tuple[str, ...], bool] = {  # words of a phrase -> whether it negates a whole statement
    tuple(map(key, phrase.split("_"))): whole
    for phrases, whole in ((_PLAIN, False), (_WHOLE, True))
    for phrase in phrases.split()
}
# Words that deny what stands before them, where that is called a claim.
AFTERWARDS = frozenset(
    map(
        base,
        listed(
            "false untrue hoax fake myth lie unfounded baseless wrong incorrect fabricated debunked fiction "
            "groundless inaccurate bogus fabrication falsehood invented misleading"
        ),
    )
)
CALLED = frozenset(
    map(
        base,
        listed("claim story rumour rumor report idea theory allegation suggestion notion assertion belief news post"),
    )
)
# Behind a negation these make it none: "not only", "no later than", "no doubt".
HARMLESS = listed(
    "to only just least later sooner doubt matter wonder fewer less more earlier until merely simply but 1 other alone"
)
EXCEPT = listed("but except other apart besides")  # "nobody but" is "only"
STOPS = listed(
    "but although though while because after before when which who since until and whereas that if regarding"
)
# Words that only help the one that is negated: "has no plans to close".
HELPING = frozenset(
    map(
        base,
        listed(
            "make take find give see show want need put plan able go come use try any ever been intend manage seek "
            "begin start continue have allow"
        ),
    )
)
# Words that say no in themselves. Where the other side lacks them they may be its "not": "stopped" is "no longer".
SOFT = frozenset(
    map(
        base,
        listed(
            "stop cease quit ban bar prohibit forbid prevent block abstain avoid only alone except miss lose end "
            "exempt first"
        ),
    )
)
TIMES = frozenset(map(base, listed("year week month day today yesterday time night ago yet still last next")))
PREFIXES = ("un", "il", "ir", "dis", "non-", "non", "in", "im")
# What follows "in" and "im" where they mean not: "immigrants" are no opposite of "migrants".
IN_OR_IM = listed(
    "active accurate adequate appropriate capable complete correct credible dependent direct effective efficient "
    "eligible experienced formal secure sufficient tolerant valid visible voluntary possible proper perfect moral "
    "mature mobile probable partial polite patient practical"
)
