"""Whether it happened, and how surely: status, polarity, certainty."""
