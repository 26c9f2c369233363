"""Reported speech without marks: what is said, where it begins and ends, and what only looks like it."""
