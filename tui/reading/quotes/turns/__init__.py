"""Transcripts, interviews and lists of points, where each stretch is introduced by whose it is."""
