"""The little words that many rules ask for, each set in one place."""

from __future__ import annotations

from tui.reading.quotes.words.word_classes import word_set

ARTICLES = word_set("the a an")
OWNERS = word_set("his her its their")
DETERMINING = ARTICLES | OWNERS
POINTING = word_set("that this these those such")
CALLED = word_set("called named")  # before or behind a name
JOINING = word_set("and but or")
IN_PLACE = word_set("in at from")  # before where somebody speaks
OF_MATTERS = word_set("of for to in at")  # within what an office or a body is called
