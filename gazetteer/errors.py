"""Everything that can go wrong in the gazetteer.

GazetteerError
├── GazetteerMissing   the database file is not there (also a FileNotFoundError)
├── GazetteerVersion   the database was built for another version of the code
├── SourceError        a source file or package that the build reads is wrong (also a ValueError)
└── UnknownView        there is no such viewpoint of boundaries (also a ValueError)
"""


class GazetteerError(Exception):
    """Base class of the gazetteer's errors."""


class GazetteerMissing(GazetteerError, FileNotFoundError):
    """There is no database at the path."""


class GazetteerVersion(GazetteerError):
    """The database's format is not the one this code reads."""


class SourceError(GazetteerError, ValueError):
    """A source that the build reads breaks its schema; the message names file and entry."""


class UnknownView(GazetteerError, ValueError):
    """There is no such viewpoint of boundaries; the message lists those there are."""
