"""Everything that can go wrong in geomap; the command line prints each as one line.

GeomapError
├── UnreadableArticle   the article cannot be read: missing, empty, damaged, locked, too long (also an OSError)
│   └── UnreachableArticle  the server at an address does not answer, or not with the article
├── UnsupportedLanguage the article is in a language that geomap does not read
├── UnwritableOutput    a result cannot be written (also an OSError)
├── CorrectionError     a file of corrections is wrong or no longer fits its article (also a ValueError)
├── BadCrop             the part of the earth that a picture is to show makes no map (also a ValueError)
├── LexiconError        a lexicon file breaks its schema (also a ValueError)
└── ModelMissing        no English spaCy model is installed (also an ImportError)
"""


class GeomapError(Exception):
    """Base class of geomap's errors; ``str()`` is one line fit for a user."""


class UnreadableArticle(GeomapError, OSError):
    """The article cannot be read."""


class UnreachableArticle(UnreadableArticle):
    """The server at an address cannot be reached, does not answer in time, or answers with an error."""


class UnsupportedLanguage(GeomapError):
    """The article is in a language that geomap does not read."""


class UnwritableOutput(GeomapError, OSError):
    """A result cannot be written."""


class CorrectionError(GeomapError, ValueError):
    """A file of corrections is wrong, or no longer fits what is read; the message names file and line."""


class BadCrop(GeomapError, ValueError):
    """The part of the earth that a picture is to show makes no map."""


class LexiconError(GeomapError, ValueError):
    """A lexicon file breaks its schema; the message names file and entry."""


class ModelMissing(GeomapError, ImportError):
    """No English spaCy model is installed."""
