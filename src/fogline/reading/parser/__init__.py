"""The parts behind `fogline.reading.language`: word pieces, windows, trees, lemmas, jobs."""
