"""Hanzi Column: a magazine's column on a Chinese character is the deck that teaches it."""

__version__ = "0.1.0"
