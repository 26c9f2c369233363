"""What several desks share in a PostgreSQL database: steps, and beside them rows that SQL can ask.

Only this room imports psycopg, and only where an archive is spoken to. Begin with `archive.Archive`; what the tables
are is told by `migrations/`, what is done with them by `tui.workflows.archive`.
"""
