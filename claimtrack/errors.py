"""The errors claimtrack raises on purpose: one parent, a few children."""


class ClaimtrackError(Exception):
    """Anything the user can mend; the message says the cause and the next step."""


class UsageError(ClaimtrackError):
    """The call itself is wrong (an unknown value, a missing option)."""


class StoreError(ClaimtrackError):
    """The database is missing, newer than this program, locked or damaged."""


class LexiconError(ClaimtrackError):
    """A lexicon file is wrong; the message names file and entry."""


class GoldError(ClaimtrackError):
    """A gold file or an article it names cannot be used."""
