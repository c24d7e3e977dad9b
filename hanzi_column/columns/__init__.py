"""Text to columns and issues: the house style, front matter, newsletters, problems."""
