"""Articles: a page recognised as one column of the magazine, and everything that its prose says."""
