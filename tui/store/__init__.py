"""Where a briefing is kept: a folder of TinyDB files, every change one step that can be undone.

May import commands, reading, settings and core; only `disk` imports TinyDB. Begin with
`briefing`, the one object others use, then `executor` (a command becomes a step) and `disk.folder` (whole or not at all).
"""
