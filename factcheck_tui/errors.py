"""What a user can cause and mend. Anything else that goes wrong is a bug and may be loud.

Each message is one sentence or two: what failed, on which thing, and what to do.
"""


class FactcheckError(Exception):
    """A failure that its message explains to the user; status 1 on the command line, a notice in the desk."""


class ReadError(FactcheckError):
    """A file or text that cannot be read as what it was given for. Nothing was stored."""


class NotFoundError(FactcheckError):
    """An article, claim or record that the desk does not hold."""


class StoreError(FactcheckError):
    """A database that cannot be opened, read or written as it is."""


class DamagedError(StoreError):
    """A file that is no whole database. A copy can take its place."""


class UnwrittenError(StoreError):
    """A change that could not be written now: no room, no rights, no file. The same call may succeed later."""


class AnotherDeskError(UnwrittenError):
    """What was opened stands no longer at the desk's path: nothing can be written before the desk is opened again."""


class BusyError(UnwrittenError):
    """Another program held the database longer than we wait."""


class ConflictError(FactcheckError):
    """Somebody else decided on the same thing meanwhile; what they decided is in the message."""

    def __init__(self, words: str, *, claim_id: int = 0, checker: str = "", now: str = "") -> None:
        super().__init__(words)
        self.claim_id = claim_id  # 0 when it is about none
        self.checker = checker  # who decided
        self.now = now  # the value that stands


class OutputError(FactcheckError):
    """A file that cannot be written. What stood there before still stands."""
