"""What a reader can do to a briefing: values with `apply(workspace)`, each one step of undo.

May import core and `reading.revision`. Begin with `base` (what a command works at), then `annotations`.
"""
