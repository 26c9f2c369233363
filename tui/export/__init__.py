"""A briefing, or part of it, in open formats: one file a format, and `formats` knows them all."""
