"""Which name a noun stood beside: "the charity Lifeline", "the company, Norwick Steel,", "Unram, the UN agency,".

Further down "the charity", "the company" and "the agency" go back to that name.
"""

from __future__ import annotations

from collections.abc import Iterator

from tui.reading.quotes.names.context import ArticleAnalysis
from tui.reading.quotes.names.mentions import NAME, NOUN, Mention
from tui.reading.quotes.words import shapes
from tui.reading.quotes.words.offices_table import country_of
from tui.reading.quotes.words.small_words import ARTICLES
from tui.reading.quotes.words.word_classes import OUTLETS, PAPERS, PEOPLE, THINGS, singular, word_set

_NOUNS = (THINGS - PAPERS - PEOPLE) | word_set("broadcaster operator publisher body bloc palace")
_NAMED_SO = OUTLETS | {"palace"}  # though named for a state
_BEHIND = 10  # words of what stands behind a name, between commas
_ENDS = (",", ".", shapes.BREAK, "")
_BEFORE = frozenset(shapes.BREAK + shapes.NUMBER + ".;:-")
_ONLY, _MAYBE = 0.85, 0.5
_PLACING = word_set(
    "past outside near inside around behind opposite beside in at through across toward towards"
)
_BACK = 60  # mentions
_SENTENCES, _LONGEST = 3, 4  # before it; words of "the national rail operator"
_FIRMS = word_set("company firm group business")
_TRADES = word_set(
    "operator carrier airline maker retailer developer manufacturer lender publisher builder broadcaster"
)
_ORGANS = word_set("board council management staff secretariat executive directors committee bureau")
_GENERAL = word_set("""
    agency body organisation organization group regulator lender charity company firm operator airline watchdog maker
    bloc retailer developer manufacturer outlet newspaper lobby nonprofit party publisher broadcaster
""")


class NamedNouns:
    """The nouns of one article that stand beside the name of what they mean."""

    def __init__(self, context: ArticleAnalysis) -> None:
        """Prepare for the article of `context`."""
        self.context = context
        self._known: list[tuple[int, str, int, bool]] | None = None

    def resolve(self, mention: Mention) -> tuple[int, float] | None:
        """Return the entity of "the company" and how sure that is, None where no name stood beside such a noun."""
        lower = self.context.skeleton.lower
        if (beside := self.beside(mention)) >= 0:
            return beside, _ONLY
        if lower[mention.first] != "the":
            return None
        if mention.last - mention.first != 2:
            return self._subject_before(mention)
        if self._known is None:
            self._known = [*self._found()]
        before = [one for one in self._known if one[0] < mention.number]
        nouns = frozenset((lower[mention.head],))
        if lower[mention.head] in _FIRMS and not any(noun in nouns for _, noun, _, _ in before):
            nouns = _TRADES  # "The operator, Northrail, was silent. The company"
        found = [(entity, acts) for _, noun, entity, acts in before if noun in nouns]
        if found:
            # "walked past the Marble Palace": another may be meant
            acting = [entity for entity, acts in found if acts]
            alone = acting and len({entity for entity, _ in found}) == 1
            held = {*acting} or {found[-1][0]}
            told_of = reversed(self.context.mentions[: mention.number])
            last = next((one.entity for one in told_of if one.entity in held), found[-1][0])
            return last, _ONLY if alone else _MAYBE
        return self._subject_before(mention)

    def _subject_before(self, mention: Mention) -> tuple[int, float] | None:
        """Return the body that "the rail operator" may be: the only one that the sentences before tell of; None for none."""
        context = self.context
        lower, shape, sentence = context.skeleton.lower, context.skeleton.shape, context.skeleton.sentence
        words = lower[mention.first : mention.last]
        if lower[mention.head] not in _GENERAL or shapes.POSSESSIVE in shape[mention.first : mention.last]:
            return None
        complement = lower[mention.last : mention.last + 1] in (["of"], ["for"], ["in"])
        if complement or len(words) > _LONGEST or shapes.NAME in shape[mention.first : mention.last]:
            return None  # "the UN agency" says itself whose it is
        found: list[int] = []
        for other in reversed(context.mentions[max(0, mention.number - _BACK) : mention.number]):
            if sentence[mention.first] - sentence[other.first] > _SENTENCES:
                break
            acts = (
                shape[other.last : other.last + 1] in shapes.PREDICATE or shape[other.first - 1] == shapes.CUE
            )
            person = "-" in context.skeleton.lower[other.last - 1]  # "Ida Lund-Roth"
            # "The Fund's board approved it. “No,” the lender said"
            owner = other.owner and self._owns_actor(other)
            plain = other.kind == NAME and (owner or not other.owner) and not person
            # "fighting around Norwick has …"
            placed = shape[other.first - 1] == shapes.CONNECTIVE and not owner
            if plain and not placed and (acts or owner) and self._may_be(other) and other.entity not in found:
                found.append(other.entity)
        return (found[0], _MAYBE) if len(found) == 1 else None

    def _owns_actor(self, owner: Mention) -> bool:
        """Tell whether a body's own board or staff opens the sentence, and does something."""
        context = self.context
        number = owner.number + 1
        own = context.mentions[number] if number < len(context.mentions) else owner
        skeleton = context.skeleton
        opens = owner.first == skeleton.sentences[skeleton.sentence[owner.first]][0]
        organ = own.first == owner.first and skeleton.lower[own.head] in _ORGANS
        return opens and organ and skeleton.shape[own.last : own.last + 1] in shapes.PREDICATE

    def beside(self, mention: Mention) -> int:
        """Return whose name stands between commas behind a noun, or before it; -1 for nobody's."""
        context, shape = self.context, self.context.skeleton.shape
        if mention.kind != NOUN or context.skeleton.lower[mention.head] not in _NOUNS or mention.owner:
            return -1
        if shape[mention.last : mention.last + 1] == ",":
            behind = self._name_at(mention.number + 1, mention.last + 1)
            if behind is not None and shape[behind.last : behind.last + 1] in _ENDS:
                return behind.entity
        return self._name_before(mention)

    def _name_before(self, mention: Mention) -> int:
        """Return the entity of the name before a noun that is set off by commas: "Unram, the UN agency for them, says"."""
        context = self.context
        shape, lower = context.skeleton.shape, context.skeleton.lower
        comma = mention.first - 1
        if comma < 1 or shape[comma] != "," or lower[mention.first] not in ARTICLES:
            return -1
        end = mention.last
        while (
            end < min(len(shape), mention.last + _BEHIND) and shape[end] in shapes.NOMINAL + shapes.CONNECTIVE
        ):
            end += 1
        number = mention.number - 1
        while number >= 0 and context.mentions[number].last > comma:
            number -= 1
        name = context.mentions[number] if number >= 0 else None
        if name is None or name.kind != NAME or name.last != comma or shape[end : end + 1] not in _ENDS:
            return -1
        begins = name.first == 0 or shape[name.first - 1] in _BEFORE
        return name.entity if begins and self._may_be(name) else -1

    def _name_at(self, number: int, first: int) -> Mention | None:
        mentions = self.context.mentions
        name = mentions[number] if number < len(mentions) else None
        right = name is not None and name.kind == NAME and name.first == first and not name.owner
        return name if name is not None and right and self._may_be(name) else None

    def _may_be(self, name: Mention) -> bool:
        """Tell whether a name may be that of a body, a firm or a paper: no person's and no state's."""
        words = self.context.skeleton.lower[name.first : name.last]
        return words[-1] in _NAMED_SO or not (self.context.is_human(name) or country_of(words))

    def _found(self) -> Iterator[tuple[int, str, int, bool]]:
        """Yield number of mention, noun, entity, and if it is more than a place, wherever a noun stands beside a name."""
        skeleton = self.context.skeleton
        lower = skeleton.lower
        for mention in self.context.mentions:
            if mention.kind == NOUN and (entity := self.beside(mention)) >= 0:
                yield mention.number, lower[mention.head], entity, True
            if mention.kind != NAME or mention.owner:
                continue
            before = lower[mention.name_first - 1] if mention.name_first > mention.first else ""
            # "the Elysee Palace", later "the palace"; "the law firm Holm Berg" is nobody
            nouns = {before, lower[mention.name_last - 1] if self._may_be(mention) else ""}
            for noun in nouns & _NOUNS:
                if singular(noun) == noun:
                    yield (
                        mention.number,
                        noun,
                        mention.entity,
                        skeleton.word_before(mention.first) not in _PLACING,
                    )
