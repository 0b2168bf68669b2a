"""Who belongs with whom: names of one party, allies, sides, holders of a place."""
