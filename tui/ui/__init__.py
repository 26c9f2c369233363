"""The reader on the screen; the only room that imports Textual and Rich.

May import workflows, exchange, store, commands, core and settings, never reading or web. Begin with
`briefing_screen`: its `compose` is the whole flow of what is shown. `main_screen` is told of keys and of what panes say;
`controllers` do what keys ask for, and know of the screen what `context` has; `panes` only show.
"""
