"""The language of a search: `parser` makes a tree of a line, `evaluate` asks it of an article."""
