"""When a card is asked again: the only floor that knows the FSRS library."""
