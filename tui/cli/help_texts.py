"""What the command line says of itself and of each verb: a line for the list, then the help of its own."""

from __future__ import annotations

from tui.core.query.fields import fields_help

ABOUT = """\
Read a dossier in the terminal: events, each outlet's report of them, and who said what.

Without a verb the reader opens: the briefing opened last, or a sample on a fresh machine."""

EXAMPLES = """\
examples:
  briefing-tui                                   open the reader
  briefing-tui import pages/ --outlet Reuters    add saved pages (.txt, .md, .html; folders too)
  briefing-tui events                            what happened, newest first
  briefing-tui quotes --speaker Peskov           what one speaker is reported to have said
  briefing-tui quotes --json | jq -r .text       the same for programs: one JSON object a line
  briefing-tui tag 3f2a "no deal" denial         tag a quote, an article or an event by the start of its id
  echo "Ask the desk." | briefing-tui note 3f2a -
  briefing-tui extract page.txt                  what reading makes of a page, without storing it

`briefing-tui VERB --help` says more. A briefing is a folder: --store DIR or BRIEFING_STORE names one.
Exit status: 0 done, 1 nothing done because of bad input, 2 wrong usage."""


KINDS = "KINDS-OF-FILES"
"""Stands for the table of kinds, which is not made until somebody asks for help."""

ABOUT_IMPORT = """\
bring pages, feeds, files of articles and addresses into a briefing
Reads .txt (the text of a web page), .md (with front matter), .html, .mhtml, .eml, .jsonl and .pdf (with
the extra briefing-tui[pdf]), also .gz: files, or folders with all that is in them. Menus, appeals and
repeats are left out of the articles, and nothing is lost: the page as it was is kept. Pages of one
happening come to lie in one event. A page that is there already changes nothing, so the same folder
can be imported again and again; nor does one that you deleted, which is counted (--restore takes it in again).

Other files, known by what is in them whatever they are called:
KINDS-OF-FILES
What is recognised and holds nothing to read (a spreadsheet, a picture, a program…) is refused by name, and so
is each row, message or record that is no article; the rest goes on.

Addresses (http, https) are fetched, several at once. A feed (RSS, Atom, JSON Feed) gives its entries;
OPML subscribes to its feeds and imports them (see `feeds`). JSON Lines hold one article a line: text or
html, and url, title, outlet, author, published. What fails is named with its reason, and the rest goes on.

What other programs hand over is taken in as well: REFI-QDA projects and codebooks (.qdpx, .qdc), W3C
annotations (.jsonld), tags as a table (.csv with a column “name” or “tag”), whole or not at all; and
highlights of Taguette, Hypothesis, Readwise and Kindle, on articles that are here by address, headline or file name.
An archive of `export --format briefing` or `backup` becomes a briefing of its own again.

Without --store or --briefing, pages go to the briefing opened last; never to the sample, but to
“my-briefing”, which is made when it is needed.

Front matter that is understood: headline (or title), outlet, author, published (or date), url,
language, id, event (an id or a name), event_name, event_date."""
ABOUT_REREAD = """\
read the stored pages anew, as this version reads them
A reading is frozen when a page is imported; this makes it again from the page that was kept. What you
wrote stays: your corrections win, tags and notes are found again by the words they are on, and what
is not found is kept and shown as such. Events are not grouped otherwise. `u` in the reader takes it
back, up to 200 articles or so at a time."""
ABOUT_FEEDS = """\
follow feeds: RSS, Atom and JSON Feed
feeds add URL|OPML…     subscribe, and bring in what is there; the address of a site does where it names its feed
feeds list              the subscriptions, when each was read last, and what went wrong
feeds remove FEED…      end subscriptions; the articles stay
feeds refresh [FEED…]   bring in what is new, several feeds side by side

An entry that holds the article whole is taken as it is; of others the page it leads to is fetched. What is
in the briefing already, by its address, is not fetched again, and a feed that has not changed since the
last time is not sent again. Exit status: 0 done (also when some feeds or entries failed, each named on
stderr), 1 no feed could be read or added, or none is there, 2 wrong usage, 130 after Ctrl+C."""
ABOUT_BRIEFINGS = """\
list the briefings, or put one in order
briefings rename NAME NEW
briefings archive NAME     lay it away; it is listed apart, and restore takes it back
briefings delete NAME      it can be restored for 30 days
briefings restore NAME
briefings purge            throw away for good what was deleted"""
ABOUT_EXTRACT = """\
print what reading makes of a page, without storing it
One JSON object a line and source: id, title, outlet, author, published (an EDTF date),
published_basis, text, kept_lines (0-based lines of the input kept as body) and quotes: start, end
(code points of text, end exclusive), text, kind, group (parts of one quote share it), speaker_text,
speaker_start, speaker_end, entity, speakers (names: several where they say it together), cue_text,
cue_start, cue_end (-1 where a label or nothing gives the words to the speaker), polarity.
Quotes are what stands between quotation marks; --spans all adds what is reported without them, as import keeps it."""
ABOUT_COMPLETION = """\
print what a shell wants to complete verbs, options and files
bash: briefing-tui completion bash > ~/.local/share/bash-completion/completions/briefing-tui
zsh:  briefing-tui completion zsh > _briefing-tui, in a folder of $fpath
fish: briefing-tui completion fish > ~/.config/fish/completions/briefing-tui.fish
It is made by shtab, which the extra briefing-tui[completion] brings."""
ABOUT_GROUP = """\
print which articles tell of the same happening, without storing them
Reads JSON Lines {"id","title","text","date"} and prints {"id","event"} for each, in the same order.
Articles with the same event tell of the same happening. "event_date" and "outlet" are used as well."""

ABOUT_QUOTES = """\
list who said what, or change what is a quote
quotes add ARTICLE WORDS…    new: words that stand once in the article; --speaker NAME, --kind
quotes split QUOTE           each part of a quote a quote of its own
quotes join QUOTE QUOTE…     the first, with the words of the others
quotes discard QUOTE         it is none; restore takes it back in"""
ABOUT_EDIT = """\
correct a field of a quote, an article, an event or a speaker
quote     speaker (a name, or of several who are called alike an id that `speakers` lists), kind, polarity (asserted,
          denied, accused …), borders (its words, as they stand in the article, or --first and --last ones), chain
          ("Kremlin; TASS": whom the words came through, nearest the speaker first), original, translator
article   headline, outlet, author, published, url, event
event     name, date
speaker   name, role, side
Dates are EDTF (2025-07-01, 2025-07, 2025-07-01/2025-07-05) or in words. Without a value the field is emptied."""
ABOUT_EVENTS = """\
list the events, newest first, or say what belongs together
  events                                     newest first
  events merge 3f2a 77b1                     the last one is the event that stays
  events split 3f2a 77b1 --name "The reply"  these articles become an event of their own
  events move 3f2a "The reply"               an article goes to an event; a new name makes one
  events rename 3f2a The call of 1 July
  events date 3f2a 2025-07-01
Events are named by an id, the start of one, or words of their name. What you put together or take
apart stays so: no later import or regrouping takes an article away from where you put it."""
ABOUT_REGROUP = """\
find the events of the whole briefing anew
Which articles tell of the same happening is found again from all of them together; the result is the
same in whatever order they came in. Articles stay as they were read. What you merged, split, moved,
named or dated stays, and so does what a source or --event said at import. Tags and notes stay on
their events. One step: `u` in the reader takes it back. After Ctrl+C nothing is changed."""
ABOUT_SPEAKERS = """\
list the speakers with their names and counts, or say who is who
  speakers                                   those with most quotes first
  speakers rename "V. Putin" "Vladimir Putin"
  speakers merge "Elysee" "the Élysée" Élysée        the last one is who stays
  speakers split Ivanov "Sergei Ivanov"              what was said under that name
  speakers split Ivanov 3f2a 77b1 --quotes --name "Igor Ivanov"
  speakers alias Macron "the French president"       --remove takes it away
  speakers role Peskov "Kremlin spokesman"
  speakers side Lavrov Russia                        for whom they speak; without one, as articles say
The mere surname of another speaker is refused as a new name; a + before it says that it is somebody else's.
Imports honour it: what comes in later under a merged or added name goes to the same speaker."""
ABOUT_TAGS = """\
list the tags with how often they are used, or rename, move, merge, describe, delete them
  tags                                       what lies below a tag is set in
  tags rename truce topic/ceasefire          what lies below it goes with it
  tags move ceasefire topic                  below topic; without a second name to the top
  tags merge truce armistice ceasefire       the last one is what stays
  tags describe ceasefire "An end of fighting, however short" --color "#c03020" --sign ▲
  tags delete truce                          with all that lies below it
What is touched is told first; merging and deleting want --yes where nobody can be asked."""
ABOUT_STATUS = """\
say how far a quote can be trusted, or print what was said
A quote is unchecked, seen (in its source), matched (to a primary record), disputed or retracted. Each
change is kept with its time, its author (BRIEFING_AUTHOR, or your name at this machine) and evidence.
Reliability of the source and credibility of the words are the two scales of the Admiralty code."""
ABOUT_STATEMENTS = """\
list what each speaker said, in every outlet's wording
Quotes of one speaker that report the same words or the same thing are one statement. What is found by
rule says so; what is less sure is listed to decide: `link ID OTHER same` or `different` decides it.

With --groups FILE or --pairs FILE nothing of a briefing is read. FILE is JSON Lines: a group is
{"group", "event", "quotes": [{"id", "art", "kind", "cue", "text"}]} and gives {"group", "clusters"}; a pair is
{"id", "event", "a", "b"}, quotes both, and gives {"id", "same", "score", "why"}. Of an indirect quote no
more than its first sentence is compared."""

ABOUT_LINK = """\
link two quotes: same, translation, paraphrase, truncated, different, contradicts or denies
  link 3f2a 77b1 translation      the first is a translation of the second
  link 3f2a 77b1 --remove"""
ABOUT_COUNTS = """\
count quotes by tag, speaker, outlet, month, status and rating
KIND is tags-speakers, tags-outlets, tags-months, tags-tags, speakers-months, outlets-months,
speakers-outlets, speakers-through, speakers-polarities, through-outlets, status-speakers, status-outlets or
ratings-outlets. What is denied, refused or asked counts as what is asserted does: speakers-polarities counts it
apart. With --statements a statement counts once in each cell, under all tags, outlets and
statuses of its wordings, in the month in which it was first reported.

KIND agreement: how far those who tag agree on each tag, by the quotes of articles on which both of two wrote
anything: the share on which they are of one mind, Cohen's kappa, and Krippendorff's alpha of all of them
(– where nobody could have differed). Wants the extra briefing-tui[agreement]."""
ABOUT_REVIEW = """\
print a press review: the tagged quotes of a day, a week or any days, by tag, with their sources
A quote is of the day on which its article was published, or else of its event's. It is made to be handed on: your
notes are in it with --notes alone. Exit status: 0 done, 1 there are no tagged quotes, 2 wrong usage."""
ABOUT_MERGE = """\
join two copies of a briefing that went different ways
Both are the same afterwards, whoever merges first and however often; an archive (`backup`, `export --format
briefing`) is only read. Nothing is lost: what two people changed differently is listed by `conflicts`, a deletion
does not take away what somebody edited meanwhile, and `u` takes all of it back. Exit status: 0 done, 1 they
are no copies of one briefing, or cannot be read."""
ABOUT_SYNC = """\
share a briefing with its other copies by way of a folder
DIR may be synchronised by anything (Syncthing, Dropbox, Git) or carried about on a stick: each copy writes in a
folder of its own there. Run it when you like; what has not come yet comes the next time."""
ABOUT_ARCHIVE = """\
share a briefing by way of a PostgreSQL database
init makes the archive in an empty database, or brings one up to date. join lets a briefing be fed from it: a new one,
or one there is, which gives what it has; with --query a new one is a part, of the articles that this finds.
push gives what was done here, pull takes what others did, with --query also what else this finds; while the
reader is open it does both by itself. status says how far both are; after leave what
the briefing has stays, and it is fed no more. The address is not needed twice; leave the
password out of it, for it is never kept: ~/.pgpass and PGPASSWORD are looked at. Wants the extra
briefing-tui[postgres]; docs/sharing.md has ten lines for whoever runs the server."""
ABOUT_WORKER = """\
read the pages of other machines' imports
Takes pages that `import --cluster postgresql://…` and `extract` put into the queue of an archive, reads them and
puts the readings back; goes on until Ctrl+C. Start it on as many machines as you like: a page whose worker is lost
is another's, and one over which three were lost is read, or refused by name, by whoever imports it."""
ABOUT_CONFLICTS = """\
list what two people changed differently, and decide
The first choice is what is shown until somebody decides: what was written last."""
ABOUT_SERVE = """\
open the reader in a browser
Prints an address with a random token in it: whoever has the address reads as you. It answers to this machine
alone unless --host names another address, loads nothing from anywhere else, and ends with Ctrl+C. Every tab is
a reader of its own; what is written goes through the same lock as everywhere. Exports come as downloads.
Wants the extra briefing-tui[serve]."""
ABOUT_EXPORT = """\
write the briefing, or part of it, in an open format
Without --format the formats are listed. What a format cannot carry is told in a line at the end. Files are
written whole or not at all, and one that is there is replaced with --force only; Markdown notes are
brought up to date instead, and what you added to them stays. Your notes stay out of what is made to be handed
on (csv, citations, html, docx, xlsx, schema.org), as on the screen, unless --notes asks for them."""


_FIELDS = "\n".join(f"  {written:<19}{finds}" for written, finds in fields_help())
ABOUT_SEARCH = f"""\
find articles, what fits best first
Words find what begins with them, "phrases" these words in a row, in headlines, texts, quotes and notes,
whatever case and accents. Combine with AND, OR, NOT and brackets, and narrow with

{_FIELDS}

Fields of a quote side by side are about one and the same quote; speaker:* finds those of anyone named.

  briefing-tui search 'ceasefire speaker:moreau after:2025-07 NOT kind:indirect'
  briefing-tui search '"no deal" (outlet:courier OR tag:denial)' --json"""
ABOUT_CHECK = """\
look a briefing over and, with --repair, mend it
Every file is read, and nothing is changed without --repair. A line says what is wrong with which file
and what mends it. Repairing restores a broken file from its previous generation and the journal; the
broken one is kept in the folder damaged/. Exit status 1 while something is left to mend."""
ABOUT_BACKUP = """\
write a briefing to one archive
A zip file with all of the briefing and a list of its files with their hashes; it is read back before it
takes its place. An earlier backup of that name is replaced, nothing else ever is. The reader may go on."""
ABOUT_RESTORE = """\
put a backup back as a briefing of its own
Byte for byte, each file verified; never over a briefing that is there. Without --store DIR or
--briefing NAME it gets the name it had."""
