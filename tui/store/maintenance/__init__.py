"""What looks after a briefing: checked, repaired, recovered, packed into an archive and out of one.

Begin with `check`, which changes nothing; `restore` puts a broken file together again, whoever met it.
"""
