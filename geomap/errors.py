"""Everything that can go wrong in geomap; the command line prints each as one line.

GeomapError
├── UnreadableArticle   the article cannot be read: missing, empty, binary, too long (also an OSError)
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
