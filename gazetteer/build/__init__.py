"""Turns packages and ``gazetteer/sources`` into ``gazetteer.sqlite``; never run at run time."""
