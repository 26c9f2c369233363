"""A source becomes articles with quotes, grouped in events. Pure: no store, no screen."""
