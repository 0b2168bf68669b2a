"""When: expressions of time, what they count from, and which of them dates a claim."""
