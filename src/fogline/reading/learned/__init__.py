"""What rules and learned heads tell each other, and which of them is trusted where."""
