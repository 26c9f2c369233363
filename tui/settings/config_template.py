"""What a reader who has no config.toml is given to begin with: every setting with its default, none of them in force."""

from __future__ import annotations

TEMPLATE = """\
# Settings of briefing-tui. Each line below shows the default: take its # away and change it.

# theme = "reading-room"     # any that "theme" in : lists
# count = "quotes"           # or statements, each once whatever outlets repeat it

# [text]
# width = 76                 # columns of a line of an article, 60 to 100

# [keys]
# tag = "t"                  # an id, and one key or several: ["t", "Ctrl+T"]; docs/keys.md has all ids

# [copy]
# format = "plain"           # or markdown, csl, latex
# quote = "{quote} ({speaker}, {outlet}, {date}) {url}"  # a form of your own, instead of a format

# [page]                     # past this a page is refused
# seconds = 20
# memory = 500               # MB
# workers = 0                # pages read at once; 0: one for each core
"""
