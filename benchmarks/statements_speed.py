"""What the statements of a large event cost: `python -m benchmarks.statements_speed [ARTICLES [SPEAKERS]]`.

The event is made up: each article gives ten quotes, as words of one of the speakers (40), of twenty things that each of
them says; verbatim, as a fragment in marks, or told in other words. Prints seconds of CPU, how many pairs of wordings
were weighed a second, and, as what was said is known, how much of what is shown as one statement is one and how much
of what is one is shown. The figures say nothing of news, only whether a faster way finds less.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

from tui.core.model import AnnotatedEvent, Article, Event, Kind, Quote, Selector, Speaker
from tui.core.statements import Statement
from tui.reading.statements import event_statements
from tui.reading.statements.accounts import board_of
from tui.reading.statements.echoes import wording_of
from tui.reading.statements.matches import matches
from tui.reading.statements.wording import Weights, Wording

_CONCEPTS = [
    line
    for line in Path(event_statements.__file__).with_name("concepts.txt").read_text("utf-8").splitlines()
    if len(line.split()) > 2
]
_SEED = 15
_QUOTES = 10  # of an article
_CLAIMS = 20  # of a speaker
_THEMES = 80  # concepts that all of an event is told in
_FORMS = (
    "The {0} of {p} will not {1} before {n} {2} are in {q}, and the {3} has no {4}.",
    "We {1} the {0} in {p}; {n} {2} of the {3} came to {q} without any {4}.",
    "Nobody should {0} this {1}: the {2} near {p} cost {n} {3}, and {q} had no {4} left.",
    "There was {0} in {p} on the {n}th, and I told {q} that the {1} must {2} its {3} and the {4}.",
)
_SYLLABLES = "ar bel cor dun el fen gor hul is kar lem mor nev os pel rud sil tor ul ven wes yar zel".split()

Claim = tuple[str, tuple[tuple[str, ...], ...], dict[str, str]]


def place(chance: random.Random) -> str:
    """Return an invented name."""
    return "".join(chance.sample(_SYLLABLES, 2)).title()


def claim(themes: list[str], chance: random.Random) -> Claim:
    """Return what is said once: a form, what each word may be replaced by, and what stays."""
    words = tuple(tuple(line.split()) for line in chance.sample(themes, 5))
    fixed = {"p": place(chance), "q": place(chance), "n": str(chance.randint(3, 90))}
    return chance.choice(_FORMS), words, fixed


def wording(said: Claim, chance: random.Random) -> tuple[Kind, str]:
    """Return how an outlet gives it."""
    form, words, fixed = said
    kind: Kind = chance.choices(("direct", "mixed", "indirect"), (45, 20, 35))[0]
    if kind != "indirect":
        text = form.format(*(each[0] for each in words), **fixed)
        if kind == "direct":
            return kind, text
        parts = text.split()
        at = chance.randrange(len(parts) // 2)
        return kind, f"that it was “{' '.join(parts[at : at + chance.randint(4, 9)])}”"
    told = form.format(*(chance.choice((each[0], *each)) for each in words), **fixed).split()
    left = [word for word in told if chance.random() > 0.15]
    return kind, "that " + " ".join(left).rstrip(".")


def event(articles: int, speakers: int) -> tuple[AnnotatedEvent, dict[str, Speaker], dict[str, int]]:
    """Return the event, who is named, and which claim each quote gives, by its id."""
    chance = random.Random(_SEED)
    people = [Speaker(f"s{at}", f"{place(chance)} {place(chance)}") for at in range(speakers)]
    themes = chance.sample(_CONCEPTS, _THEMES)
    claims = [claim(themes, chance) for _ in range(speakers * _CLAIMS)]
    likely = [1 / (1 + at % _CLAIMS) ** 0.7 for at in range(len(claims))]
    held, truth = [], {}
    for number in range(articles):
        text, quotes = "", []
        for at, which in enumerate(chance.choices(range(len(claims)), likely, k=_QUOTES)):
            who = people[which // _CLAIMS]
            kind, words = wording(claims[which], chance)
            text += f"{who.name} said "
            part = Selector.at(text + words, len(text), len(text) + len(words))
            text += f"{words}\n"
            id = f"{number}-{at}"
            quotes.append(
                Quote(id=id, article=str(number), kind=kind, parts=(part,), speakers=(who.id,), cue="said")
            )
            truth[id] = which
        held.append(
            Article(
                id=str(number),
                event="e",
                headline="",
                outlet=f"Outlet {number % 60}",
                text=text,
                quotes=tuple(quotes),
            )
        )
    made = Event("e", "A large event", "2025-03-04", tuple(held))
    return AnnotatedEvent(made, {}), {each.id: each for each in people}, truth


def figures(found: list[Statement], truth: dict[str, int]) -> tuple[float, float]:
    """Return precision and recall of the pairs of different articles that are shown as one statement."""
    right = shown = 0
    for statement in found:
        for a, b in combinations(statement.wordings, 2):
            if a.article.id != b.article.id:
                shown += 1
                right += truth[a.quote.id] == truth[b.quote.id]
    sizes = Counter(truth.values())
    return right / shown, right / sum(size * (size - 1) // 2 for size in sizes.values())


def weighed(annotated: AnnotatedEvent) -> float:
    """Return how many pairs of wordings of one speaker are weighed in a second of CPU."""
    said: defaultdict[str, list[Wording]] = defaultdict(list)
    for article in annotated.event.articles:
        for quote in article.quotes:
            said[quote.speakers[0]].append(wording_of(article, quote))
    weights = Weights.of(each for those in said.values() for each in those)
    start = time.process_time()
    pairs = sum(len(matches(those, weights, least=0.0)) for those in said.values())
    return pairs / (time.process_time() - start)


def main() -> None:
    """Print what it costs and what is found."""
    articles, speakers = (*map(int, sys.argv[1:]), *(500, 40)[len(sys.argv) - 1 :])
    annotated, people, truth = event(articles, speakers)
    event_statements.statements_of(event(2, 1)[0], people)  # tables and stemmers are read once
    taken = []
    for _ in range(3):
        start = time.process_time()
        found = event_statements.statements_of(annotated, people)
        taken.append(time.process_time() - start)
    precise, whole = figures(found, truth)
    offered = sum(len(each.offered) for each in found)
    start = time.process_time()
    board_of(annotated, found, people)
    print(f"{len(truth):,} quotes of {speakers} speakers in {articles} articles")
    print(
        f"{min(taken):.2f} s CPU, {taken[0]:.2f} the first time; the board {time.process_time() - start:.2f}"
    )
    print(f"{weighed(annotated):,.0f} pairs of wordings weighed a second")
    print(f"{len(found):,} statements; pairs shown as one P {precise:.3f} R {whole:.3f}; {offered:,} offered")


if __name__ == "__main__":
    main()
