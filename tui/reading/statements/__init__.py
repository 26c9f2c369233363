"""One statement in every outlet's wording: which quotes of one speaker report the same words.

Pure: quotes go in, groups of them come out, each with the reason. Imports `core` and, of `reading`, the table of languages.
Begin with `event_statements.statements_of`; `assembly` puts them there, `likeness` says how alike two wordings are, and why.
"""
