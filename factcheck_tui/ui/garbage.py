"""When the garbage of a long session is looked for: in a pause of the typing.

Python looks through all that a program holds every now and then, with the interpreter's lock held. With the caches of
a day's matching that took 60 to 140 ms each time (measured while letters were typed in the archive): longer than a key
may stand. Young garbage is looked for as always; that takes a few milliseconds.
"""

from __future__ import annotations

import gc

from factcheck_tui.ui.keys_first import KeysFirst

LOOK_SECONDS = 20.0  # between two looks for a pause
PAUSE_SECONDS = 2.0  # without a key; a checker reads for longer than that
_RARELY = 1_000  # young collections until the whole is looked through without a pause: memory has its bound


class Garbage:
    """The collector of this process, while a desk is on its terminal."""

    def __init__(self, keys_first: KeysFirst) -> None:
        self._thresholds = gc.get_threshold()
        self._keys_first = keys_first

    def begin(self) -> None:
        """Look for garbage from now on; what is there after the first paint stays for good and is not looked at."""
        gc.freeze()
        gc.set_threshold(*self._thresholds[:2], _RARELY)
        gc.enable()

    def look(self) -> bool:
        """Collect, if nobody types; gives whether that was so."""
        pausing = self._keys_first.for_seconds() >= PAUSE_SECONDS
        if pausing:
            gc.collect()
        return pausing

    def end(self) -> None:
        """Leave the collector as it was found."""
        gc.unfreeze()
        gc.set_threshold(*self._thresholds)
