"""What a word is by itself: its forms, its class, the dictionaries and patterns that find it."""
