"""Times: expressions, their grammar, and what they mean before and after a publication date is known."""
