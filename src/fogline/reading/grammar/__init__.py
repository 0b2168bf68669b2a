"""The dependency tree walked: phrases, arguments, scope."""
