"""Where files lie, what config.toml says, what the program remembers, and the table of actions.

May import core and `atomic_files`. Begin with `actions`: keys, hints, help and palette all come of that one table.
"""
