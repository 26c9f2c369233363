"""The language of a search.

Begin with `fields` (the table of what may be asked), then `terms` (what each means, to an article and to the
index), `nodes` (how they combine) and `parser` (a line of text becomes a tree of them).
"""
