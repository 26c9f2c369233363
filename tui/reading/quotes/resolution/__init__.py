"""Whom a mention stands for: pronouns, offices, several who speak with one voice."""
