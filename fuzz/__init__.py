"""Fuzzing of everything that reads what strangers wrote; see `python -m fuzz --help`."""
