"""What is meant again: pronouns, "the brigade", "four of them", "the raids"."""
