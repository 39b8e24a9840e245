"""Claim x candidates -> ranked matches with reasons and differences. Pure: no I/O, no clock, no chance."""

from factcheck_tui.matching.aliases import NO_ALIASES, Aliases, read_aliases
from factcheck_tui.matching.query import read_query
from factcheck_tui.matching.ranker import compare, rank

__all__ = ["NO_ALIASES", "Aliases", "compare", "rank", "read_aliases", "read_query"]
