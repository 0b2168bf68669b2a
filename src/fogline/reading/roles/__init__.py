"""Who does it and who suffers it."""
