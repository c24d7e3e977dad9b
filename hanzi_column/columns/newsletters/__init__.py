"""Newsletters: a page recognised as an issue with its sections, items and column entries."""
