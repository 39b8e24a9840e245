"""What separates two statements that share their words: numbers and units, dates, negation, direction, names.

A difference marks a match and lowers it; it never hides it.
"""
