"""What the program is about, in frozen dataclasses and the standard library alone."""
