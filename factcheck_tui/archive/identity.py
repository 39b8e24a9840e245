"""What makes two rows the same check: the source's id, else the address, the claim and the publisher together.

One page often checks several claims, and several publishers check the same claim, so no part alone will do.
"""

from __future__ import annotations

from hashlib import blake2b


def made_id(url: str, claim: str, publisher: str) -> str:
    """``cr-`` and 16 hex digits, the same for the same three texts on every machine and in every version."""
    key = "\x1f".join((url, claim, publisher))
    return "cr-" + blake2b(key.encode("utf-8", "replace"), digest_size=8).hexdigest()
