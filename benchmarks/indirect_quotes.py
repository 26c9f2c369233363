"""How many indirect quotes are not what their speaker said at all.

    python -m benchmarks.indirect_quotes           # of those that were judged
    python -m benchmarks.indirect_quotes --draw    # 150 drawn anew, with what stands around them, to be judged
    python -m benchmarks.indirect_quotes --draw-all 200 --seed 1   # of all there are now, judged or not

Rules were read off those of `indirect_quotes.tsv`, later off `unseen`, `aside` and `last` too. From half of the articles
two were drawn: `aside` under rules that had learned nothing from that half, and `last` under those that had learned from
`aside`. `fresh` was drawn from all articles under rules that had learned from all before it but `last`, `late` under rules
that had learned from `last` too, `newest` under some that had learned from `fresh` and `late`, `recent`, `second`,
`third` and `fourth` (150) each under rules that had learned from those before. The share that is printed of those drawn
is what each came to when it was drawn, one reader's judgement; of the last four one reader's too, who took words for torn
where a clause of the writer's or a further deed is left on, and names that are cut so that they name something else for
wrong. All are drawn at random, the seed being fixed, from the articles of ../shared/gold/events of which another outlet
tells the same, and that were not judged before: so what a change of the borders has moved is drawn more than its share.
Of `fourth`, 121 were found as they are before the last such change (28 of them wrong), 11 with other borders (3), and
18 were not found (10).

`all` is fair to all: 200 of whatever is found, by seed 101, of which 109 had been judged as they are and keep that
judgement (12 wrong), and 91 were judged anew (13): 25 of 200, 12.5 %, and 4.5 % with neither a `?` nor turned down.
Once more by seed 202 under rules that had learned from those, 86 judged anew (21): 31 of 200, 15.5 %. By seed 303, 87
judged anew (15): 27 of 200, 13.5 %; by seed 404 under the same rules, 97 judged anew (19): 32 of 200, 16 %, of which
half were words given to a speaker who is not theirs. By seed 505 under rules that had learned from both, 84 judged anew
(23): 34 of 200, 17 %; what is left of those judged before flatters, as rules were read off them: 9.5 % of 116 here.
By seed 606 under rules that had learned from all of these, 59 judged anew (13): 26 of 200, 13 %, and by seed 707, 80
judged anew (17): 28 of 200, 14 %. By seed 808, under rules that had learned from 75 judged anew of a draw by it before,
50 more were judged (12): 25 of 200, 12.5 %; by seed 909 under the same rules, 66 judged anew (18): 28 of 200, 14 %. By
seed 1010, 62 judged anew (16): 29 of 200, 14.5 %, and by seed 1111 under the same rules, 70 judged anew (17): 28 of 200,
14 %; under rules that had learned from these, 38 of the 380 of the two that are found as they were are wrong, 10 %. By seed
1212 under those rules, 76 judged anew (18): 30 of 200, 15 %. Since then what is hardly a statement is left out
(`benchmarks.train_reported`): by seed 1313, 59 judged anew (14): 22 of 200, 11 %; by seed 1414 under a table that had
learned from these and leaves no clause out that stands right behind its speaker and verb, 58 judged anew (14): 28 of 200,
14 %; by seed 1515 under one that had learned from both and leaves out 4 % in the place of 5, 56 judged anew (10): 23 of
200, 11.5 %. That is 12.2 % of the 600: about the 12 % that are wanted, and not surely below. By seed 1616 under the same
rules, 54 judged anew (9): 17 of 200, 8.5 %; by seed 1717 under borders that had learned from these and a table that leaves
5 % out, 63 judged anew (11): 23 of 200, 11.5 %. That is 11.3 % of the 1,000 of the last five. By seed 1818 under the
same rules, 59 judged anew (13): 24 of 200, 12 %; by seed 1919 under borders, names and pronouns that had been mended where
those were wrong, 56 judged anew (10): 21 of 200, 10.5 %: 11.3 % of the 1,400 of the last seven. Since then
the table has learned from both, and leaves out 4 % again. Of all that are found a quarter is judged by nobody, and of the
270 that the five before judged and that are found as they were 16 % are wrong, where all that were judged have 8: so
10.3 % is to be expected. With neither a `?` nor turned down were 2.5, 4, 6, 6, 6,
3.5, 6, 6, 7, 5, 6, 7, 4.5, 3.5, 5, 6 and 3.5 % of the last seventeen. Of the 30 found wrong by seeds 808
and 909, 10 were said, whole, but by somebody else or by one of another name, 11 were torn or had a clause of the writer's
left on, and 9 were said by nobody; of the 33 by 1010 and 1111, 13, 8 and 12; of the 18 by 1212, 6, 3 and 9.

A logistic model over what comes with them tells, on articles it has not learned from, right from wrong in 75 of 100 pairs
of one of each, where the confidence does in 70 (2,765 found, 275 of them wrong). Of the 5 % that are least likely by it
39 % are wrong, of as many least likely by the confidence 29 %, by the margin of "content" 23 %: so by it what is left has
a seventh fewer wrong ones, for 3.4 % of the right; further down three or four right ones go with each wrong one, and it
would take 12 % to have 9.7 % wrong in the place of 11. What kind of word the joints of a content are, who stands beside it,
its names and its tense tell it hardly more: on 281 wrong ones it has learned what there is to learn. On the
US articles, of which it has learned nothing, 8.9 % of the indirect ones were given to the wrong mention or are none, and
now 7.2, for 2.8 % of the right. As the measure of the `?` it would find 140 of 223 wrong ones where the confidence finds
132, at as many right ones marked: so that is left to the confidence.

A judgement is the article's id, the offsets, a hash of speaker and words, and `yes` where these words, as they are cut,
report what that speaker said, `no` where they do not: another's words, what nobody said, a deed, or words that are torn
off so that they say something else. What somebody declined or refused to tell ("declined to say whether it rained") is
shown as turned down, which is right: five such of draws before, which had been judged as if it were asserted, are `yes`
now. What a cue stands in the midst of is judged as one.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from benchmarks import GOLD
from tui.core.model import SURE_ENOUGH
from tui.reading.mojibake import repaired
from tui.reading.quotes import find_quotes
from tui.reading.result import QuoteSpan

_JUDGED = {
    "seen": Path(__file__).with_name("indirect_quotes.tsv"),
    "unseen": Path(__file__).with_name("indirect_quotes_unseen.tsv"),
    "aside": Path(__file__).with_name("indirect_quotes_aside.tsv"),
    "last": Path(__file__).with_name("indirect_quotes_last.tsv"),
    "fresh": Path(__file__).with_name("indirect_quotes_fresh.tsv"),
    "late": Path(__file__).with_name("indirect_quotes_late.tsv"),
    "newest": Path(__file__).with_name("indirect_quotes_newest.tsv"),
    "recent": Path(__file__).with_name("indirect_quotes_recent.tsv"),
    "second": Path(__file__).with_name("indirect_quotes_second.tsv"),
    "third": Path(__file__).with_name("indirect_quotes_third.tsv"),
    "fourth": Path(__file__).with_name("indirect_quotes_fourth.tsv"),
    "all": Path(__file__).with_name("indirect_quotes_all.tsv"),
}
_SEED, _DRAWN = 31415, 150
_TURNED_DOWN = frozenset({"declined", "refused"})  # shown as what a speaker did not say
_AROUND = 110  # characters shown on either side

Key = tuple[str, int, int, str]


def articles() -> Iterator[dict[str, Any]]:
    """Yield the articles that another outlet tells of too, read as an import reads them where they were encoded twice."""
    lines = (GOLD / "events" / "events.jsonl").read_text("utf-8").splitlines()
    rows = [json.loads(line) for line in lines]
    outlets: defaultdict[str, set[str]] = defaultdict(set)
    for row in rows:
        outlets[row["cluster"]].add(row["outlet"] or row["src"])
    return (row | {"text": repaired(row["text"])} for row in rows if len(outlets[row["cluster"]]) > 1)


def key(article: str, quote: QuoteSpan) -> Key:
    """Return by what a judgement knows a quote."""
    said = hashlib.sha256(f"{quote.entity}\n{quote.text}".encode()).hexdigest()[:12]
    return article, quote.start, quote.end, said


def found() -> dict[Key, tuple[QuoteSpan, str]]:
    """Return the indirect quotes that have a speaker, with the text of their article."""
    return {
        key(row["id"], quote): (quote, row["text"])
        for row in articles()
        for quote in find_quotes(row["text"], spans="all")
        if quote.kind == "indirect" and quote.entity
    }


def all_judgements() -> dict[Key, bool]:
    """Return all that were judged."""
    return {each: right for path in _JUDGED.values() for each, right in judgements(path).items()}


def draw(quotes: dict[Key, tuple[QuoteSpan, str]]) -> None:
    """Print those that are to be judged."""
    show(quotes, random.Random(_SEED).sample(sorted(quotes.keys() - all_judgements().keys()), _DRAWN))


def show(quotes: dict[Key, tuple[QuoteSpan, str]], drawn: Iterable[Key]) -> None:
    """Print the drawn ones in what stands around them."""
    parts: defaultdict[tuple[str, int], list[QuoteSpan]] = defaultdict(list)
    for (article, *_), (quote, _) in quotes.items():
        parts[article, quote.group].append(quote)
    for each in drawn:
        quote, text = quotes[each]
        whole = parts[each[0], quote.group]
        first, last = min(one.start for one in whole), max(one.end for one in whole)
        shown = text[max(0, first - _AROUND) : last + _AROUND]
        for one in whole:
            shown = shown.replace(one.text, f"⟦{one.text}⟧", 1)
        print("\t".join(map(str, each)), f"{quote.entity} · {quote.cue_text} · {quote.confidence:.2f}")
        print(" ".join(shown.split()), end="\n\n")


def draw_all(quotes: dict[Key, tuple[QuoteSpan, str]], size: int, seed: int) -> None:
    """Print how `size` of all there are fare, and those of them that are still to be judged."""
    drawn = random.Random(seed).sample(sorted(quotes), size)
    known = all_judgements()
    unjudged = [each for each in drawn if each not in known]
    show(quotes, unjudged)
    judged = {each: known[each] for each in drawn if each in known}
    print(f"{size} of {len(quotes)} drawn by seed {seed}, {len(unjudged)} of them still to be judged")
    if judged:
        report("judged", judged, quotes)


def judgements(path: Path) -> dict[Key, bool]:
    """Return which of the judged ones are what their speaker said."""
    judged: dict[Key, bool] = {}
    for line in path.read_text("utf-8").splitlines():
        article, start, end, said, verdict = line.split("\t")
        judged[article, int(start), int(end), said] = verdict == "yes"
    return judged


def main() -> None:
    """Print what share of the judged ones that are still found is nothing their speaker said."""
    options = argparse.ArgumentParser(description=main.__doc__)
    options.add_argument("--draw", action="store_true")
    options.add_argument("--draw-all", type=int, metavar="N")
    options.add_argument("--seed", type=int, default=_SEED)
    wanted = options.parse_args()
    quotes = found()
    if wanted.draw:
        draw(quotes)
    elif wanted.draw_all:
        draw_all(quotes, wanted.draw_all, wanted.seed)
    else:
        for name, path in _JUDGED.items():
            report(name, judgements(path), quotes)


def report(name: str, judged: dict[Key, bool], quotes: dict[Key, tuple[QuoteSpan, str]]) -> None:
    """Print how those that were judged fare now."""
    left = {each: right for each, right in judged.items() if each in quotes}
    wrong = [quotes[each][0] for each, right in left.items() if not right]
    marked = [each for each in wrong if each.confidence < SURE_ENOUGH or each.polarity in _TURNED_DOWN]
    doubted = sum(quotes[each][0].confidence < SURE_ENOUGH for each, right in left.items() if right)
    before = sum(not right for right in judged.values())
    print(
        f"{name}: {len(judged)} drawn, {before} of them ({before / len(judged):.1%}) not what their speaker said"
    )
    if not left:
        return
    print(
        f"{len(left)} of them are found now, {len(wrong)} ({len(wrong) / len(left):.1%}) not; without a mark "
        f"{len(wrong) - len(marked)} ({(len(wrong) - len(marked)) / len(left):.1%});"
        f" of the right ones {doubted / (len(left) - len(wrong)):.1%} are marked too"
    )


if __name__ == "__main__":
    main()
