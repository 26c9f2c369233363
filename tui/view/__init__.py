"""The screen: Textual, and the only room that imports it."""
