"""Several steps over reading, web and store: an import, a refresh of feeds, a regrouping, a report.

May import all that lies below. Begin with `import_pages`; `worker` is the process that runs one beside the reader.
"""
