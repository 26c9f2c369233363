"""What follows a noun for people or a body: of what it is, and then the name of who bears it.

"Le ministre de l'Économie de la Lettonie Ivars Kalniņš", "министр иностранных дел Эстонии Лейда Тамм".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from tui.reading.quotes.languages.declension import case_of_man
from tui.reading.quotes.languages.word_kinds import WordKinds
from tui.reading.quotes.languages.worded_text import QUOTE

_MOST = 14  # words that a complement takes
# A Russian noun that ends so is the subject or object of the sentence, unless it is one of many, in the genitive.
_NOMINATIVE = re.compile(r".*[бвгджзклмнпрстфхцчшщ]")
_MANY = re.compile(
    r".+(?:ов|ев)|дел|прав|сил|наук|войск|средств|связей|людей|тюрем|земель|стран|беженцев|границ|перевозок|ведомств"
)
_VERB = re.compile(r".+(?:[аеиоуыюя]л[аои]?|л(?:ся|ась|ись)|[еаиую]тся|[еия]т|ют|ут)")
_UNBENT = re.compile(r".*[бвгдзклмнпрстфхцчшщй](?<![оеёыи]м)")
_PLURAL = ("ам", "ям", "ами", "ями", "ах", "ях")
_FOR = frozenset({"para", "pour"})  # "Comisión Económica para América Latina"
_FROM = ("источни", "собеседни")  # sources are "в делегации"

_ONE = frozenset("du del des von vom".split())  # of one person, before a noun in the singular
_ACRONYM = range(2, 6)  # letters


class Complement(NamedTuple):
    """Where what belongs to a noun ends, and the words of the name that follow at once; None for no name.

    `boss` is the office of whom another serves, "président" of "un conseiller du président"; -1 for none. A name
    behind it is the boss's.
    """

    end: int
    name: tuple[int, int] | None
    boss: int = -1


class ComplementReader:
    """Reads what belongs to a noun."""

    def __init__(self, kinds: WordKinds) -> None:
        self._kinds = kinds
        self._lower = kinds.lower
        self._grammar = kinds.grammar

    def read(self, head: int, last: int, *, office: bool) -> Complement:
        """Return what follows the noun `head`; only an `office` is followed by a name."""
        at, limit, boss = head + 1, min(last, head + _MOST), -1
        while at < limit:
            end, name, _ = self._step(head, at, limit, office=office)
            if name is not None:
                return Complement(name[1], name if boss < 0 else None, boss)
            if end == at:
                break
            boss = end - 1 if office and self._is_boss(at, end - 1) else boss
            at = end
        return Complement(at, None, boss)

    def _is_boss(self, of: int, noun: int) -> bool:
        """Tell whether "of the president" ends with the office of one person, whose name may follow."""
        lower, grammar = self._lower, self._grammar
        word = lower[noun]
        if lower[of] not in grammar.of or noun == of or not self._kinds.is_office(noun):
            return False
        if grammar.nouns_have_capitals:
            return lower[of] in _ONE or bool(grammar.females.fullmatch(word))
        return not word.endswith(("s", "x")) and (lower[of] in _ONE or lower[of + 1] in grammar.determiners)

    def _step(self, head: int, at: int, last: int, *, office: bool) -> Complement:
        """Return where the next words end that say what the noun is, `at` for none, or the name that stands there."""
        lower, grammar, kinds = self._lower, self._grammar, self._kinds
        word = lower[at]
        if grammar.bends_names and kinds.words[at].isupper() and len(word) in _ACRONYM:
            return Complement(at + 1, None)  # "глава МИД"
        if word in grammar.courtesies or kinds.is_capital(at):
            return self._capitals(head, at, last, office=office)
        if word == QUOTE and at + 1 < last and {lower[at - 1], lower[at - 1][:-1]} & grammar.titles:
            return Complement(at + 1, None)  # "директор компании «Волна» Карл Остров"
        if lower[at - 1] == word or not word[0].isalnum() or word == QUOTE:
            return Complement(at, None)
        if grammar.bends_names:
            return Complement(at + self._is_genitive(head, at), None)
        if lower[at : at + 2] == ["au", "sein"]:
            return Complement(at + 2, None)
        if word in grammar.of or (word in _FOR and not office and kinds.is_capital(min(at + 1, last - 1))):
            return self._of(at, last, office=office)
        if grammar.nouns_have_capitals:
            further = office and kinds.is_noun(at) and not grammar.oblique.fullmatch(word)
            return Complement(at + further, None)
        return Complement(at + self._is_more(head, at, last, office=office), None)

    def _is_more(self, head: int, at: int, last: int, *, office: bool) -> bool:
        """Tell whether a French or Spanish word behind a noun is an adjective of it, or joins one."""
        lower, grammar, kinds = self._lower, self._grammar, self._kinds
        word = lower[at]
        if word in grammar.joining:
            joined = at + 1 < last and (lower[at + 1] in grammar.of or kinds.is_adjective(at + 1))
            return joined and at - 1 > head
        if word in grammar.cues:
            return False
        return kinds.is_adjective(at) or (office and kinds.is_noun(at)) or self._is_last(at, last)

    def _is_last(self, at: int, last: int) -> bool:
        """Tell whether any word between a noun and a comma or a name says what the noun is: "portavoz militar, …"."""
        lower, grammar = self._lower, self._grammar
        if lower[at] in grammar.little or lower[at] in grammar.prepositions or at + 1 >= last:
            return False
        after = lower[at + 1]
        name = self._kinds.is_capital(at + 1) and not self._kinds.is_upper(at)
        return after == "," or after in grammar.cues or name

    def _of(self, at: int, last: int, *, office: bool) -> Complement:
        """Read "of the ministry of …": a preposition, an article, adjectives and a noun, or capitals."""
        grammar, kinds = self._grammar, self._kinds
        noun = at + 1
        while noun < last and (self._lower[noun] in grammar.determiners or self._is_german_adjective(noun)):
            noun += 1
        if noun < last and (end := kinds.seat_end(noun, last)):
            return Complement(end, None)
        if noun >= last or self._lower[noun] in grammar.little or not kinds.words[noun][0].isalnum():
            return Complement(at, None)
        if grammar.nouns_have_capitals and not kinds.is_upper(noun):
            return Complement(at, None)
        alone = grammar.nouns_have_capitals and (noun + 1 >= last or not kinds.is_capital(noun + 1))
        if alone or not kinds.is_capital(noun):
            aged = self._lower[noun].isdigit() and noun + 1 < last  # "cet homme de 46 ans"
            return Complement(noun + 1 + aged, None)
        run = kinds.run(noun, last)
        own = self._own_name(noun, run) if office else run
        return Complement(run, None if own == run else (own, run))

    def _is_german_adjective(self, word: int) -> bool:
        return (
            self._grammar.nouns_have_capitals
            and self._kinds.is_adjective(word)
            and not self._kinds.is_upper(word)
        )

    def _own_name(self, first: int, last: int) -> int:
        """Return where in capitals behind "minister of" the minister's own name begins; `last` where they hold none."""
        at = first
        while at < last and self._kinds.is_of_office(at):
            at += 1
        particles = self._grammar.particles
        if at < last and (self._lower[at] in particles or self._lower[min(at + 1, last - 1)] in particles):
            return last  # "du Conseil de Lorient"
        if at > first:
            return at
        return at + 1 if last - at > 2 else last

    def _capitals(self, head: int, at: int, last: int, *, office: bool) -> Complement:
        """Read the capitals right behind a noun: whose it is, then the name of its bearer."""
        kinds = self._kinds
        run = kinds.run(at, last)
        if not office:
            own = not self._grammar.nouns_have_capitals or (at == head + 1 and kinds.is_place(at))
            return Complement(run if own else at, None)  # "Staatsanwaltschaft Wien"
        name = kinds.past_courtesies(at, run)
        told = at - 1 > head and kinds.is_adjective(at - 1)  # "senador uruguayo Washington …"
        while name < run and kinds.is_of_office(name) and not told:
            name += 1
        if self._grammar.bends_names:
            if at - 1 > head and self._lower[head].endswith(("и", "ы")) and not self._is_bent(head):
                return Complement(run, None)  # "жители улицы Береговой"
            name = self._russian_name(name, run)
            if name + 1 < run and not self._is_bent(head) and case_of_man(self._lower[name]) == "g":
                return Complement(run, None)  # "помощник Олега Ветрова"
            if name < run and self._is_bent(head) and _UNBENT.fullmatch(self._lower[run - 1]):
                return Complement(at, None)  # "на вопрос журналистов Иван Белов"
        return Complement(run, (name, run) if name < run else None)

    def _russian_name(self, name: int, run: int) -> int:
        """Return where a name begins in capitals that may begin with the genitive of a state: its last two words."""
        size = run - name
        if size < 3 or self._kinds.is_patronymic(run - 2):
            return name
        return name if size == 3 and self._lower[name][-1:] not in "аяиыов" else run - 2

    def _is_bent(self, noun: int) -> bool:
        """Tell whether a noun stands in a case in which nobody speaks."""
        return bool(self._grammar.oblique.fullmatch(self._lower[noun]))

    def _is_genitive(self, head: int, at: int) -> bool:
        """Tell whether a small word still belongs to a Russian noun: "министр иностранных дел", "посол в Норвегии"."""
        lower, grammar, kinds = self._lower[at], self._grammar, self._kinds
        if kinds.is_upper(at - 1) and at - 1 > head and not kinds.is_office(head):
            return lower in grammar.of  # and not "МИД России обвинения отверг"
        if grammar.told.fullmatch(lower):
            return False  # "сказал посол телеканалу «…»"
        if lower in grammar.of or (lower in ("в", "во", "из") and self._lower[head].startswith(_FROM)):
            return True
        if lower in ("в", "во", "на") and at + 1 < len(self._lower) and kinds.is_place(at + 1):
            return True
        if lower in grammar.prepositions or lower in grammar.little:
            return lower in grammar.joining and at + 1 < len(self._lower) and kinds.is_place(at + 1)
        if kinds.is_noun(at):
            return self._is_bent(at) or (kinds.is_noun(head) and not self._is_bent(head))
        if kinds.is_adjective(at):
            return True
        if kinds.is_adjective(at - 1) and lower.endswith(_PLURAL):
            return True  # "по иностранным делам"
        subject = _NOMINATIVE.fullmatch(lower) and not _MANY.fullmatch(lower)
        return not subject and not (len(lower) > 4 and _VERB.fullmatch(lower))
