"""The learner's database, through sqlite-utils; rows never leave this floor."""
