"""What is made of the files to be found at once; it can be deleted at any time. The only room with SQLite.

Begin with `index`, then `query_plan` and `search`.
"""
