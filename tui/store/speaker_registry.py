"""The speakers of a briefing as an import meets them: found by any of their names, made when new.

A speaker the reader has merged into another goes by the other's id, with all names of both: what comes
in under either name is said by the one that is left.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from tui.core.model import Speaker
from tui.core.speakers import final_speaker
from tui.core.text import fold
from tui.reading.quotes.names.speakers import (
    KnownName,
    is_fuller,
    is_local,
    is_nobody,
    known_names,
    match_speaker,
    office_alias,
)
from tui.reading.quotes.words.first_names import has_namesake
from tui.store import codec
from tui.store.disk.cache import SPEAKERS
from tui.store.disk.folder import BriefingFolder
from tui.store.transaction import Change, change

_WORD = re.compile(r"\w\w+")

Name = tuple[str, str, Sequence[str]]


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
    ) -> None:
        """`texts` returns those of the articles that are there in which a speaker (an id) is quoted."""
        self.new: list[Speaker] = []
        self.grown: dict[str, Speaker] = {}
        self._bare: dict[str, tuple[int, Speaker]] = {}
        self._new_id = new_id
        self._texts = texts
        self._asked: set[tuple[str, str]] = set()  # articles, and surnames of which their texts were asked
        self._met: dict[str, set[str]] = {}  # the texts that call a speaker by a surname alone
        self._names: list[Name] = []
        self._at: dict[str, int] = {}  # where in these each speaker is
        self._known: dict[int, list[KnownName]] = {}  # what they say, of those that were compared
        self._exact: dict[str, set[str]] = {}
        self._by_word: dict[str, set[int]] = {}
        self._offices: set[int] = set()
        self._seen: dict[str, str] = {}
        self.surnames: dict[str, str] = {}
        self._told: set[str] = set()  # what the reader calls one of several names, by merging speakers
        self._local: dict[tuple[str, str], str] = {}  # by article and what it calls them
        known = {speaker.id: speaker for speaker in speakers}
        merged: dict[str, list[str]] = {}
        for speaker in known.values():
            into = final_speaker(speaker.id, known) or speaker
            mine = merged.setdefault(into.id, [])
            if into is not speaker:
                mine += [speaker.name, *speaker.aliases]
                self._told.update(map(fold, (speaker.name, *speaker.aliases)))
        for speaker_id, names in merged.items():
            speaker = known[speaker_id]
            others = (*speaker.aliases, *names)
            known_as = replace(speaker, aliases=(*others, *filter(None, [speaker.role])))
            self._enter(known_as, bare=not others)

    def of(self, name: str, role: str = "", article: str = "", *, whole: bool = False, text: str = "") -> str:
        """Return the id of the speaker of this name, made if need be; "" for nobody, nor for "it" and "the report".

        `role` is what the article says the speaker is: a new one is known by a high office too. `article` is
        its id: somebody without a name ("a spokesman") is a speaker of that article alone. A `whole` name is no
        part or spelling of another's. A surname is nobody's full name where the article's `text` names another who has it.
        """
        if not name or (is_nobody(name) and not whole):
            return ""
        if is_local(name) and len(self._exact.get(fold(name), ())) != 1:
            key = (article, fold(name))
            if key not in self._local:
                self._local[key] = self._made(name).id
            return self._local[key]
        if whole:
            there = self._exact.get(fold(name), set())
            if not there:
                made = self._made(name)
                self._enter(made, bare=False)
                return made.id
            return min(there)
        if " " not in name and text and self._is_namesake(name, article, text):
            return self._local[article, fold(name)]
        if name not in self._seen:
            found = self._find(name)
            if not found:
                alias = office_alias(name, role) if role else ""
                speaker = self._made(name, *filter(None, [alias]))
                self._enter(speaker, bare=not alias)
                found = speaker.id
            elif found in self._bare:
                found = self._grown(name, *self._bare[found])
            elif " " not in name and fold(name) not in self._told:
                self._guess(name, found)
            self._seen[name] = found
        if self._seen[name] in self._bare and text:
            self._met.setdefault(self._seen[name], set()).add(text)
        return self._seen[name]

    def _is_namesake(self, surname: str, article: str, text: str) -> bool:
        """Tell whether a surname is that of a full name, but an article names another who has it: a speaker of its own."""
        key = (article, fold(surname))
        if key not in self._asked:
            self._asked.add(key)
            found = "" if key[1] in self._told else self._find(surname)
            full = self._full_name(found)
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

    def _enter(self, speaker: Speaker, *, bare: bool) -> None:
        # Somebody's of one article, unless the reader says so of a speaker.
        own = () if is_local(speaker.name) else (speaker.name,)
        if not (own or speaker.aliases):
            return
        self._at[speaker.id] = at = len(self._names)
        self._names.append((speaker.id, speaker.name, speaker.aliases))
        if bare:
            self._bare[speaker.id] = at, speaker
        for name in (*own, *speaker.aliases):
            self._index(name, at)
            if _office(name):
                self._offices.add(at)

    def _index(self, name: str, at: int) -> None:
        folded = fold(name)
        self._exact.setdefault(folded, set()).add(self._names[at][0])
        for word in _words(folded):
            self._by_word.setdefault(word, set()).add(at)

    def _grown(self, name: str, at: int, speaker: Speaker) -> str:
        """Return the id of the bearer of a name: whom a surname was of, unless an article names another who has it."""
        if not is_fuller(name, speaker.name):
            return speaker.id
        texts = (*self._met.get(speaker.id, ()), *self._texts(speaker.id))
        if any(has_namesake(text, name) for text in texts):
            other = self._made(name)
            self._enter(other, bare=False)
            return other.id
        del self._bare[speaker.id]
        grown = replace(speaker, name=name, aliases=(speaker.name,))
        self.grown[speaker.id] = grown
        self.surnames[speaker.name] = name
        self.new = [grown if each.id == grown.id else each for each in self.new]
        self._names[at] = (grown.id, name, (*self._names[at][2], speaker.name))
        self._known.pop(at, None)
        self._index(name, at)
        return grown.id

    def _guess(self, surname: str, speaker_id: str) -> None:
        """Note a surname that is no speaker's whole name."""
        full = self._full_name(speaker_id)
        if fold(full) != fold(surname):
            self.surnames[surname] = full

    def _full_name(self, speaker_id: str) -> str:
        return self._names[self._at[speaker_id]][1] if speaker_id else ""

    def _find(self, name: str) -> str:
        folded = fold(name)
        exact = self._exact.get(folded, set())
        if len(exact) == 1:
            return next(iter(exact))
        # Comparing names well is slow; two names of one speaker share a word or its sounds, or are both offices.
        near: set[int] = set(self._offices) if _office(name) else set()
        for word in _words(folded):
            near |= self._by_word.get(word, set())
        return match_speaker(name, [each for at in near for each in self._said(at)]) if near else ""

    def _said(self, at: int) -> list[KnownName]:
        if at not in self._known:
            speaker_id, name, others = self._names[at]
            self._known[at] = known_names(speaker_id, (name, *others))
        return self._known[at]


def _words(folded: str) -> set[str]:
    """Return the words of a name, and what the spellings of each share."""
    from tui.reading.quotes.words.spellings import spelling_key

    words = set(_WORD.findall(folded))
    return words | {f"={spelling_key(word)}" for word in words}


def _office(name: str) -> bool:
    """Tell whether a name may say what somebody is and not how they are called: a word of it is no capital."""
    return any(word[:1].islower() and len(word) > 3 for word in name.split())
