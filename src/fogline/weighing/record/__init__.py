"""Every source's record, and what reliability it earns."""
