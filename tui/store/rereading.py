"""The stored pages read anew: new readings in the place of the old ones, one step a batch."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tui.model import Article
from tui.store import contents
from tui.store.folder import Folder
from tui.store.importing import made_article
from tui.store.incoming import Incoming
from tui.store.index import Index
from tui.store.known import Known
from tui.store.ledger import Ledger
from tui.store.renewing import Renewal
from tui.store.voices import Voices


@dataclass(frozen=True, slots=True)
class Renewed:
    """An article that is read differently now; `lost` counts the quotes written on that are gone."""

    old: Article
    new: Article
    lost: int = 0


def renew(
    folder: Folder,
    ledger: Ledger,
    index: Index,
    incoming: Sequence[Incoming],
    dates: Mapping[str, tuple[str, str]],
) -> list[Renewed]:
    """Store new readings of articles; return what is different now. Under the lock. Raises `StoreError`."""
    ledger.begin()
    known = Known(folder, index)
    renewal = Renewal(folder, ledger, Voices(contents.read_speakers(folder).values(), ledger.new_id))
    found = []
    for each in incoming:
        old = renewal.article(known.event_of(each.article_id), each.article_id)
        if old is None:  # deleted or moved away meanwhile
            continue
        article = made_article(each, old.event, old.source, renewal.voices, ledger)
        new = renewal.take(old, replace(article, imported=old.imported), keep=False)
        if new == old:
            continue
        gone = {quote.id for quote in old.quotes} - {quote.id for quote in new.quotes}
        found.append(Renewed(old, new, len(gone & renewal.written(old.id))))
        renewal.name(old.event, old.headline, new.headline)
    for event_id, (day, basis) in dates.items():
        renewal.date(event_id, day, basis, anew=True)
    count = len(found)
    if renewal.store(f"Read {count} article{'s' * (count != 1)} anew"):
        index.refreshed()
    return found
