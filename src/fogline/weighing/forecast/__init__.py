"""What the reporting foretold, and what became of it."""
