"""What agencies, papers and stations are called, for whoever looks for an outlet by its name."""

from __future__ import annotations

ONE_WORD = frozenset(
    "reuters afp ap tass interfax xinhua kyodo yonhap ansa dpa anadolu ukrinform unian belta efe lusa apa ntb ritzau bbc "
    "cnn npr bloomberg politico axios euractiv euronews libération kommersant izvestia meduza vedomosti haaretz telegraf "
    "spiegel figaro parisien corriere repubblica clarín semafor".split()
)
"""Names of one word, in small letters."""
IN_NAMES = frozenset(
    "times post daily herald news tribune gazette star telegraph standard journal mail press radio tv inquirer chronicle "
    "observer monitor review broadcasting television".split()
)
"""Words of longer names, in small letters."""
ALSO_IN_NAMES = frozenset(
    "courier examiner sentinel dispatch mirror weekly express bulletin agency zeitung monde".split()
)
"""Words of longer names that as often mean something else, in small letters."""
