"""One module a kind of source: each makes a `ParsedArticle` of bytes or text, or says why it cannot."""
