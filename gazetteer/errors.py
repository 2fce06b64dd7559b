"""Everything that can go wrong in the gazetteer.

GazetteerError
├── GazetteerMissing   the database file is not there (also a FileNotFoundError)
├── GazetteerVersion   the database was built for another version of the code
├── SourceError        a source file or package that the build reads is wrong (also a ValueError)
├── BadData            a file that a user adds is not what it should be; names file and line (also a ValueError)
├── DataFolderError    the user's data folder cannot be read or written: read-only, locked, full (also an OSError)
├── DataNameError      the name of a user's gazetteer is not allowed, taken, unknown or one too many (also a ValueError)
├── BadServer          the address of the server for unknown names is none (also a ValueError)
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


class BadData(GazetteerError, ValueError):
    """A file that a user adds cannot be taken; the message names the file and, where there is one, the line."""


class DataFolderError(GazetteerError, OSError):
    """The user's data folder cannot be read or written."""


class DataNameError(GazetteerError, ValueError):
    """A user's gazetteer cannot be called so, or there is none of that name."""


class BadServer(GazetteerError, ValueError):
    """The address of the server that unknown names are asked of is no address."""


class UnknownView(GazetteerError, ValueError):
    """There is no such viewpoint of boundaries; the message lists those there are."""
