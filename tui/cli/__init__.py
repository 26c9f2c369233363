"""The verbs of the command line: arguments in, lines or JSON out. One module a verb.

May import all that lies below, and never `ui`. Begin with `parser`; the tables of the `…_verbs` name each verb's function.
"""
