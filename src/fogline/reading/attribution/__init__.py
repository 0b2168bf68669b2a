"""On whose word: the chain of sources around a claim."""
