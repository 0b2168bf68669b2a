"""Which claims tell of one occurrence."""
