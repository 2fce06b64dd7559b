"""Turns packages and ``gazetteer/sources`` into ``gazetteer.sqlite``; run by the wheel's build hook, never at run time."""
