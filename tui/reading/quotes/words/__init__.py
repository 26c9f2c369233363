"""Words and marks before anybody is looked for: their kinds, closed lists of them, and an article as a row of tokens."""
