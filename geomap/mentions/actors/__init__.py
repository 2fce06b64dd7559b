"""Actors: states, bodies of states, armed groups, leaders, and the words that mean one named before."""
