"""Whose force it is: by its own words, by its clause, by what the article told before."""
