"""Whom a name means: armed groups, bodies of states, persons."""
