"""Whether a record is so: negations, moods, plans, what was and is no longer."""
