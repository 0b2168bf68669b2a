"""Where claims of one occurrence cannot all be true: of which type, and how it went on."""
