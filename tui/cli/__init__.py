"""The verbs of the command line: arguments in, lines or JSON out. One module a verb.

May import all that lies below, and never `ui`. Begin with `parser`, whose table names each verb's function.
"""
