"""Asks people what the code cannot show, and suggests answers where it can."""
