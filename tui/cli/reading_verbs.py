"""What verbs take that bring pages in, or show what is in a briefing."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser

from tui.cli import help_texts
from tui.cli.options import (
    Verb,
    briefing,
    changes,
    choose,
    count,
    count_statements,
    flag,
    option,
    page_readers,
    word,
)


def _import(verb: ArgumentParser) -> None:
    word(
        verb,
        "paths",
        "SOURCE",
        "a file, a folder (searched through), an address (http or https), or - for stdin",
        "+",
    )
    option(verb, "--outlet", "NAME", "the outlet of all these pages")
    verb.add_argument("--date", default="", help="the day they were published, such as 2025-07-01")
    option(verb, "--event", "ID|NAME", "the event they report; a new name makes one")
    flag(verb, "--restore", "take in again, as it was, what you deleted here")
    page_readers(verb)


def _feeds(verb: ArgumentParser) -> None:
    verb.set_defaults(action="list", names=[])
    actions = verb.add_subparsers(dest="action", metavar="ACTION")
    for name, wanted, about in (
        ("add", "+", "subscribe to addresses, or to the feeds of an OPML file"),
        ("list", "", "the subscriptions (as without an action)"),
        ("remove", "+", "end subscriptions; the articles stay"),
        ("refresh", "*", "bring in what is new"),
    ):
        action = actions.add_parser(name, help=about, argument_default=SUPPRESS)
        if wanted:
            word(action, "names", "FEED", "an address, or words of its title or address", wanted)
        briefing(action)


def _events(verb: ArgumentParser) -> None:
    about = "events or articles, then what is said of them"
    changes(verb, "merge split move rename date", "WHAT", about, "search {}")
    option(verb, "--name", "NAME", "split: what the new event is called")
    count_statements(verb, "the statements of each event")


def _articles(verb: ArgumentParser) -> None:
    choose(verb, "--event", "--query")


def _remade(verb: ArgumentParser) -> None:
    about = "quotes by id; add: an article, then the words"
    looking = "quotes --speaker {0}` or `briefing-tui search {0}"
    changes(verb, "add split join discard restore", "WHAT", about, looking)
    kinds, about = ("direct", "mixed", "indirect"), "add: how it is said (default: direct)"
    verb.add_argument("--kind", choices=kinds, default="direct", help=about)
    choose(verb, "--event", "--speaker", "--tag", "--query")


def _statements(verb: ArgumentParser) -> None:
    choose(verb, "--event", "--speaker", "--query")
    files = verb.add_mutually_exclusive_group()
    files.add_argument("--groups", default="", metavar="FILE", help="judge the groups of quotes in FILE")
    files.add_argument("--pairs", default="", metavar="FILE", help="judge the pairs of quotes in FILE")


def _accounts(verb: ArgumentParser) -> None:
    word(verb, "event", "EVENT", "an id, or words of its name")
    option(verb, "--format", "F", "write a file instead: markdown, html or xlsx")
    verb.add_argument("-o", "--output", default="", metavar="FILE", help="where to (default: stdout)")
    flag(verb, "--force", "replace a file that is there")
    flag(verb, "--parents", "make the folders it is to lie in")


def _search(verb: ArgumentParser) -> None:
    word(verb, "query", "QUERY", "as in the search line of the reader", "+")
    about = "at most N articles (default 20; 0: all)"
    verb.add_argument("--limit", type=count, default=20, metavar="N", help=about)
    flag(verb, "--archive", "the newest articles of the whole archive that the briefing is fed from")


def _show(verb: ArgumentParser) -> None:
    word(verb, "id", "ID", "an id, or the start of one (4 characters or more), or a name")
    flag(verb, "--raw", "the page of the article as it was imported")
    flag(verb, "--versions", "list what the article said before it was changed")
    flag(verb, "--diff", "what its outlet changed in it, word by word")
    count_statements(verb, "the statements of an event or a speaker")


def _reread(verb: ArgumentParser) -> None:
    word(verb, "ids", "ID", "of articles or events", "*")
    option(verb, "--event", "ID|WORDS", "the articles of this event")
    flag(verb, "--all", "every article")


VERBS = {
    "import": Verb("import_pages:bring", help_texts.ABOUT_IMPORT, _import),
    "feeds": Verb("feeds:feeds", help_texts.ABOUT_FEEDS, _feeds),
    "events": Verb("events:events", help_texts.ABOUT_EVENTS, _events),
    "articles": Verb("listing:list_articles", "list the articles by event", _articles),
    "quotes": Verb("quotes:quotes", help_texts.ABOUT_QUOTES, _remade),
    "statements": Verb("statements:list_statements", help_texts.ABOUT_STATEMENTS, _statements),
    "accounts": Verb("accounts:print_accounts", "print what each side says of an event", _accounts),
    "search": Verb("search:search", help_texts.ABOUT_SEARCH, _search),
    "show": Verb("show:show", "print an event, article, quote, speaker or tag whole", _show),
    "regroup": Verb("events:regroup_events", help_texts.ABOUT_REGROUP, choose),  # nothing of its own
    "reread": Verb("reread:reread_pages", help_texts.ABOUT_REREAD, _reread),
}
