"""Files written whole or not at all: tables, journal, lock, versions. The only room that imports TinyDB.

Begin with `folder`.
"""
