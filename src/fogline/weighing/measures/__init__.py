"""What is held against each other: words, days, distances, numbers, kinds of deeds."""
