"""Other programs' formats, as bytes in and out: projects, codebooks, annotations, notes, tables, references.

May import the store (to read), reading's records, settings and core. Begin with `exporters.formats`, the table of
what goes out, and with `importers.model`, what every importer makes of a file before anything is stored.
"""
