"""A claim with what weighing compares: its days, places, parties, words, and what its page is."""
