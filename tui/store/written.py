"""What the reader wrote anywhere in a briefing, read from the notes' files: there are few of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from tui.model import Annotation, Motivation
from tui.store import contents
from tui.store.errors import StoreError
from tui.store.folder import Folder


def written(
    folder: Folder, event_of: Callable[[str], str], motivation: Motivation
) -> Iterator[tuple[str, Annotation]]:
    """Yield (event id, annotation) for every annotation of one motivation, in no order.

    The event id is "" for what is about a speaker, or lies in no event any more. Broken files are
    passed over with a notice.
    """
    for name in sorted(folder.names("notes")):
        owner = name.removeprefix("notes/").removesuffix(".json")
        try:
            found = contents.read_notes(folder, owner, keep=False)
        except StoreError as error:
            folder.notice(str(error))
            continue
        for annotation in found:
            if annotation.motivation == motivation:
                target = annotation.target
                match target.type:
                    case "event":
                        yield target.id, annotation
                    case "speaker":
                        yield "", annotation
                    case _:
                        yield event_of(target.article or target.id), annotation
