"""One source, many names: which names of different articles mean the same, by themselves or by decision.

Pure functions over names; nothing here reads an article or a database.
"""

LINKING_VERSION = 1  # to be raised when link keys change, so that databases are linked again
