"""The speakers of a briefing as an import meets them: found by any of their names, made when new."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import replace

from tui.core.model import Speaker
from tui.core.text import fold
from tui.reading.quotes.names.speakers import is_fuller, is_local, is_nobody, office_alias
from tui.reading.quotes.words.first_names import has_namesake
from tui.store import codec
from tui.store.disk.cache import SPEAKERS
from tui.store.disk.folder import BriefingFolder
from tui.store.speaker_names import SpeakerNames
from tui.store.transaction import Change, change


class SpeakerRegistry:
    """Speakers by name, growing with an import.

    Of those that are there, one known by a surname alone gets the full name stated first (`grown`, by
    id), and keeps the old for an alias. One whom the reader has named or merged stays as they are.
    `surnames` maps each surname that nothing but a first name in other articles explains to the full name it was
    taken for: a guess, for another may bear it.
    """

    def __init__(
        self,
        speakers: Iterable[Speaker],
        new_id: Callable[[], str],
        texts: Callable[[str], Iterable[str]] = lambda _: (),
        names: SpeakerNames | None = None,
    ) -> None:
        """`texts` returns those of the articles that are there in which a speaker (an id) is quoted.

        `names` are what is known of them from before.
        """
        self.new: list[Speaker] = []
        self.grown: dict[str, Speaker] = {}
        self.surnames: dict[str, str] = {}
        self._names = names or SpeakerNames()
        self._names.follow({speaker.id: speaker for speaker in speakers})
        self._new_id = new_id
        self._texts = texts
        self._asked: set[tuple[str, str]] = set()  # articles, and surnames of which their texts were asked
        self._met: dict[str, set[str]] = {}  # the texts that call a speaker by a surname alone
        self._seen: dict[str, str] = {}
        self._local: dict[tuple[str, str], str] = {}  # by article and what it calls them

    def of(self, name: str, role: str = "", article: str = "", *, whole: bool = False, text: str = "") -> str:
        """Return the id of the speaker of this name, made if need be; "" for nobody, nor for "it" and "the report".

        `role` is what the article says the speaker is: a new one is known by a high office too. `article` is
        its id: somebody without a name ("a spokesman") is a speaker of that article alone. A `whole` name is no
        part or spelling of another's. A surname is nobody's full name where the article's `text` names another who has it.
        """
        if not name or (is_nobody(name) and not whole):
            return ""
        if is_local(name) and len(self._names.exact(name)) != 1:
            key = (article, fold(name))
            if key not in self._local:
                self._local[key] = self._made(name).id
            return self._local[key]
        if whole:
            there = self._names.exact(name)
            if not there:
                made = self._made(name)
                self._names.enter(made, bare=False)
                return made.id
            return min(there)
        if " " not in name and text and self._is_namesake(name, article, text):
            return self._local[article, fold(name)]
        if name not in self._seen:
            found = self._names.find(name)
            if not found:
                alias = office_alias(name, role) if role else ""
                speaker = self._made(name, *filter(None, [alias]))
                self._names.enter(speaker, bare=not alias)
                found = speaker.id
            elif (bare := self._names.bare.get(found)) and is_fuller(name, bare.name):
                found = self._grown(name, bare)
            elif " " not in name and fold(name) not in self._names.told:
                self._guess(name, found)
            self._seen[name] = found
        if self._seen[name] in self._names.bare and text:
            self._met.setdefault(self._seen[name], set()).add(text)
        return self._seen[name]

    def is_guess(self, names: Iterable[str], text: str) -> bool:
        """Tell whether one of these is a surname taken for a full name whose first name the text does not have."""
        full = (self.surnames[name] for name in names if name in self.surnames)
        first = (re.escape(each.partition(" ")[0]) for each in full)
        return any(re.search(rf"(?<!\w){each}(?!\w)", text) is None for each in first)  # also “J.”

    def _is_namesake(self, surname: str, article: str, text: str) -> bool:
        """Tell whether a surname is that of a full name, but an article names another who has it: a speaker of its own."""
        key = (article, fold(surname))
        if key not in self._asked:
            self._asked.add(key)
            found = "" if key[1] in self._names.told else self._names.find(surname)
            full = self._names.full(found)
            if is_fuller(full, surname) and has_namesake(text, full):
                self._local[key] = self._made(surname).id
        return key in self._local

    def changes(
        self, folder: BriefingFolder, *, since: int = 0, used: Collection[str] | None = None
    ) -> Iterator[Change]:
        """Yield what storing the speakers changes: those made after the first `since`, and those that have grown.

        Of the new ones those that nobody has `used` (ids; None for all) are left out.
        """
        made = self.new[since:]
        for speaker in made:
            if used is None or speaker.id in used:
                yield SPEAKERS, "speakers", speaker.id, None, codec.document(speaker)
        for speaker in self.grown.values():
            if speaker not in made:
                yield change(folder, SPEAKERS, "speakers", speaker.id, codec.document(speaker))

    def _made(self, name: str, *aliases: str) -> Speaker:
        speaker = Speaker(self._new_id(), name, aliases)
        self.new.append(speaker)
        return speaker

    def _grown(self, name: str, speaker: Speaker) -> str:
        """Return the id of the bearer of a name: whom a surname was of, unless an article names another who has it."""
        texts = (*self._met.get(speaker.id, ()), *self._texts(speaker.id))
        if any(has_namesake(text, name) for text in texts):
            other = self._made(name)
            self._names.enter(other, bare=False)
            return other.id
        grown = replace(speaker, name=name, aliases=(speaker.name,))
        self.grown[speaker.id] = grown
        self.surnames[speaker.name] = name
        self.new = [grown if each.id == grown.id else each for each in self.new]
        self._names.enter(replace(grown, aliases=(*speaker.aliases, speaker.name)), bare=False)
        return grown.id

    def _guess(self, surname: str, speaker_id: str) -> None:
        """Note a surname that is no speaker's whole name."""
        full = self._names.full(speaker_id)
        if fold(full) != fold(surname):
            self.surnames[surname] = full
