"""The command line: options in, calls of the rooms, results out; nothing is decided here.

Results go to standard output, everything else to standard error. The exit status is 0 when done, 1 when an article
could not be read or written (the others were done), 2 for wrong usage.
"""

from geomap.cli.app import main

__all__ = ["main"]
