"""Use cases: what a verb or a screen asks for; clock and randomness come in as arguments."""
