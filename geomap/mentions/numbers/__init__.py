"""Numbers and quantities: what counts, how many, how vague, and what only looks like it."""
