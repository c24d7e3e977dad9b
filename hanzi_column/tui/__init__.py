"""The terminal program in Textual."""
