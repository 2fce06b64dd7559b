"""Forces: nouns, named types, units and ships, with the numbers that count them."""
