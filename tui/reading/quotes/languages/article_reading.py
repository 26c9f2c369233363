"""One text, read for who speaks in it: words, sentences, the phrases and cues of each, and the people."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from tui.reading.quotes.languages.citations import Cue
from tui.reading.quotes.languages.cue_clauses import CueFinder
from tui.reading.quotes.languages.grammar import Grammar
from tui.reading.quotes.languages.marked_stretches import Stretch, marked_stretches
from tui.reading.quotes.languages.noun_phrases import NounPhrase, PhraseReader
from tui.reading.quotes.languages.people import PeopleOfText
from tui.reading.quotes.languages.word_kinds import WordKinds
from tui.reading.quotes.languages.worded_text import WordedText, worded

_STOPS = ".!?…"
Group = tuple[NounPhrase, ...]


@dataclass(slots=True)
class Sentence:
    """The words `first` to `last` (exclusive) of a sentence, the number of its paragraph, and whom it names."""

    first: int
    last: int
    paragraph: int
    phrases: list[NounPhrase]
    cues: list[Cue] | None = None


@dataclass(slots=True)
class ArticleReading:
    """A text with all that is read from it before any quote is given to anybody.

    `groups` are the names that are joined in a sentence ("A, B and C"), in order; `titles` the words at which what
    stands in marks is no speech, as far as that was found.
    """

    text: WordedText
    grammar: Grammar
    finder: CueFinder
    people: PeopleOfText
    sentences: list[Sentence]
    groups: list[Group] = field(default_factory=list)
    _group_of: dict[int, Group] = field(default_factory=dict)
    titles: set[int] = field(default_factory=set)

    def cues(self, number: int) -> list[Cue]:
        """Return what tells of speech in a sentence."""
        sentence = self.sentences[number]
        if sentence.cues is None:
            sentence.cues = self.finder.cues(sentence.first, sentence.last, sentence.phrases)
        return sentence.cues

    def stretch(self, at: int) -> Stretch:
        """Return the stretch that stands at word `at`."""
        return self.text.stretches[self.text.quotes[at]]

    def said(self, at: int) -> str:
        """Return the words of the stretch at word `at`."""
        stretch = self.stretch(at)
        return self.text.text[stretch.start : stretch.end]

    def ends_sentence(self, at: int) -> bool:
        """Tell whether the words of the stretch at word `at` end with a stop."""
        return self.text.text[self.stretch(at).end - 1] in _STOPS

    def is_inside(self, at: int) -> bool:
        """Tell whether the stretch at word `at` ends where a "said X" inside the same marks begins."""
        return self.text.text[self.stretch(at).outer_end - 1].isspace()

    def last_word(self, last: int) -> int:
        """Return the word behind the last that is none of punctuation before word `last`."""
        while last > 0 and not self.text.lower[last - 1][0].isalnum():
            last -= 1
        return last

    def group_of(self, phrase: NounPhrase) -> Group:
        """Return the names that a phrase is joined with, itself among them; () for none."""
        return self._group_of.get(phrase.first, ())

    def group_before(self, at: int) -> Group:
        """Return the names joined last before word `at`; () for none."""
        number = bisect_left(self.groups, at, key=lambda group: group[-1].first)
        return self.groups[number - 1] if number else ()


def read_article(text: str, grammar: Grammar) -> ArticleReading:
    """Return what is read from a text; takes time linear in its length."""
    words = worded(text, marked_stretches(text, grammar))
    phrases = PhraseReader(WordKinds(words, grammar))
    sentences = [
        Sentence(first, last, paragraph, phrases.phrases(first, last))
        for (first, last), paragraph in zip(words.sentences, words.paragraphs, strict=True)
    ]
    people = PeopleOfText(words, grammar, [sentence.phrases for sentence in sentences])
    groups = [group for sentence in sentences for group in _groups(words, grammar, sentence.phrases)]
    of = {one.first: group for group in groups for one in group}
    return ArticleReading(words, grammar, CueFinder(words, grammar, phrases), people, sentences, groups, of)


def _groups(text: WordedText, grammar: Grammar, phrases: Sequence[NounPhrase]) -> list[Group]:
    """Return the names of a sentence that are joined."""
    found: list[Group] = []
    run: list[NounPhrase] = []
    for one in phrases:
        between = text.lower[run[-1].last : one.first] if run else []
        if one.name and between and _joins(between, grammar):
            run.append(one)
            if between[-1] in grammar.joining:
                found.append(tuple(run))
                run = []
        else:
            run = [one] if one.name else []
    return found


def _joins(between: Sequence[str], grammar: Grammar) -> bool:
    return between == [","] or (between[-1] in grammar.joining and between[:-1] in ([], [","]))
