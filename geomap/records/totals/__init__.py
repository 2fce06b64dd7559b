"""Numbers that belong together: totals and their parts, sums, shares, changes of strength."""
