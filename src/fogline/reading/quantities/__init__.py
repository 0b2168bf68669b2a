"""How many: numbers, and whom words of harm count."""
