"""Where: names of places and what they mean, and which of them are a claim's."""
