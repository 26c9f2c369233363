"""Where a briefing is kept: TinyDB files in a folder. Only this package imports TinyDB."""
