"""The signs that stand in the lists and texts, and what each says: for the help."""

from __future__ import annotations

SIGNS = (
    ("✓  ✗  ·", "confirmed, disputed, pending"),
    ("35   ▲ 92", "how much the claim wants checking, 0 to 100; ▲ from 80 on"),
    ("≈63", "how likely it is, in percent, that the best record and the claim say the same"),
    ("strong  possible", "what that chance comes to; a weak record is another claim, most likely"),
    ("57 ≠ 42", "what differs between claim and record: a number, a day, a name, “not”"),
    ("⇔1   ⇔", "linked: so many records of the claim; this record"),
    ("✕", "this record is not the same claim, it was said"),
    ("§1/3", "sources of the claim: so many primary ones of all"),
    ("⚑  i  #tag", "flagged; has a note; has a tag"),
    ("— name", "who makes the claim"),
    ("◂name", "this checker is at the claim now"),
    ("▸  ●", "the cursor; a mark for the next verdict, flag or tag"),
    ("2  in the article", "how many facts of the paragraph are still to be decided"),
    ("␊  ␛", "a line end, a control character: shown as a picture, kept as it was"),
)
