"""Places: proposals of names, the judge of them, their use, and the expressions around them."""
