"""Pure records and rules: what a briefing is made of, whatever it is read from or kept in.

May import the standard library and rapidfuzz, and nothing that touches a file, the network or a database.
Begin with `model` (the records), then `alignment` (words found again), `query` (the language of a search)
and `replica` (what copies of a briefing make together).
"""
