"""What happened: the words that name events, their sense, and which of them are claims."""
