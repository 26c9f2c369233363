"""briefing-tui: read a dossier, and who said what in it, in the terminal."""

__version__ = "0.1.0"
