"""Where files lie and how they are written, what config.toml says, what the program remembers, the table of actions.

May import core. Begin with `actions`: keys, hints, help and palette all come of that one table.
"""
