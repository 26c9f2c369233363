"""What the speakers of a briefing are called, kept from one batch of an import to the next: they may be many thousands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from tui.core.model import Speaker
from tui.core.speakers import final_speaker
from tui.core.text import fold
from tui.reading.quotes.names.speakers import (
    KnownName,
    is_local,
    known_names,
    match_speaker,
    same_words,
    telling_words,
    tells_more,
)
from tui.reading.quotes.words.spellings import spelling_key

_WORD = re.compile(r"\w\w+")


class SpeakerNames:
    """Speakers by what they are called; those merged into another by the other's id, with all names of both.

    `bare` are those known by one name alone, by id. `told` is what the reader calls one of several names, folded.
    """

    def __init__(self) -> None:
        self._clear({})

    def _clear(self, merged: Mapping[str, Speaker]) -> None:
        """Know nobody, and that these were merged into others."""
        self.bare: dict[str, Speaker] = {}
        self.told: set[str] = set()
        self._merged = merged
        self._speakers: dict[str, Speaker | None] = {}  # as they are stored, None where that is not known yet
        self._names: dict[str, tuple[str, ...]] = {}
        self._known: dict[str, list[KnownName]] = {}  # what these say, of those that were compared
        self._exact: dict[str, tuple[str, ...]] = {}
        self._by_word: dict[str, set[str]] = {}
        self._by_sound: dict[str, tuple[str, ...]] = {}  # words, by what their spellings share
        self._offices: set[str] = set()

    def follow(self, speakers: Mapping[str, Speaker]) -> None:
        """Know these speakers, by id, and nobody else."""
        merged = {each.id: each for each in speakers.values() if each.merged_into}
        if merged != self._merged:
            self._clear(merged)
        others: dict[str, list[str]] = {}
        gone: set[str] = set()
        for speaker in merged.values():
            into = final_speaker(speaker.id, speakers)
            if into and into is not speaker:
                others.setdefault(into.id, []).extend(speaker.names)
                gone.add(speaker.id)
                self.told.update(map(fold, speaker.names))
        for speaker_id in self._speakers.keys() - speakers.keys():
            self._drop(speaker_id)
        for speaker_id, speaker in speakers.items():
            if speaker_id in gone or self._speakers.get(speaker_id) is speaker:
                continue
            names = (*speaker.aliases, *others.get(speaker_id, ()))
            called = (*names, *filter(None, [speaker.role]))
            # Most are called what they are stored with: no second record of these.
            known = replace(speaker, aliases=called) if called != speaker.aliases else speaker
            self.enter(known, bare=not names)
            self._speakers[speaker_id] = speaker

    def enter(self, speaker: Speaker, *, bare: bool) -> None:
        """Know a speaker by these names, in the place of those known so far."""
        self._drop(speaker.id)
        self._speakers[speaker.id] = None
        # Somebody's of one article, unless the reader says so of a speaker.
        own = () if is_local(speaker.name) else (speaker.name,)
        if not (own or speaker.aliases):
            return
        self._names[speaker.id] = speaker.names
        if bare:
            self.bare[speaker.id] = speaker
        for name in (*own, *speaker.aliases):
            folded = fold(name)
            if speaker.id not in (called := self._exact.get(folded, ())):
                self._exact[folded] = *called, speaker.id
            for word in _WORD.findall(folded):
                if word not in self._by_word:
                    self._by_word[word] = set()
                    alike = self._by_sound.get(spelling_key(word), ())
                    self._by_sound[spelling_key(word)] = *alike, word
                self._by_word[word].add(speaker.id)
            if _office(name):
                self._offices.add(speaker.id)

    def _drop(self, speaker_id: str) -> None:
        self._speakers.pop(speaker_id, None)
        for name in self._names.pop(speaker_id, ()):
            folded = fold(name)
            self._exact[folded] = tuple(each for each in self._exact.get(folded, ()) if each != speaker_id)
            for word in _WORD.findall(folded):
                self._by_word.get(word, set()).discard(speaker_id)
        self.bare.pop(speaker_id, None)
        self._known.pop(speaker_id, None)
        self._offices.discard(speaker_id)

    def full(self, speaker_id: str) -> str:
        """Return the name of a speaker, "" of nobody."""
        return self._names[speaker_id][0] if speaker_id else ""

    def exact(self, name: str) -> tuple[str, ...]:
        """Return the ids of those called by this very name."""
        return self._exact.get(fold(name), ())

    def find(self, name: str) -> str:
        """Return the id of whom a name means, "" where that is nobody, or not clear."""
        folded = fold(name)
        exact = self._exact.get(folded, ())
        if len(exact) == 1:
            return exact[0]
        if words := _WORD.findall(fold(telling_words(name))):
            all_of = set.intersection(*(self._by_word.get(word, set()) for word in words))
            if called := same_words(name, self._said(all_of)):
                return called.pop() if len(called) == 1 else ""
            if not tells_more(name):
                return ""
        # Comparing names well is slow; two names of one speaker share a word or its sounds, or are both offices.
        near = set(self._offices) if _office(name) else set()
        for sound in map(spelling_key, _WORD.findall(folded)):
            near.update(*(self._by_word[word] for word in self._by_sound.get(sound, ())))
        return match_speaker(name, self._said(near))

    def _said(self, speakers: Iterable[str]) -> list[KnownName]:
        found: list[KnownName] = []
        for speaker_id in speakers:
            if speaker_id not in self._known:
                self._known[speaker_id] = known_names(speaker_id, self._names[speaker_id])
            found += self._known[speaker_id]
        return found


def _office(name: str) -> bool:
    """Tell whether a name may say what somebody is and not how they are called: a word of it is no capital."""
    return any(word[:1].islower() and len(word) > 3 for word in name.split())
