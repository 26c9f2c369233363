"""The words of the program, each in a line: the help lists them, and some are said where they first appear."""

GLOSSARY: dict[str, str] = {
    "briefing": "all that you keep of one dossier: a folder of its own",
    "event": "one happening, with the articles that report it",
    "article": "one outlet's report, without the furniture of its page",
    "copy": "an article that has another's text: the two count as one source",
    "version": "what an article said before its outlet edited it; it is kept",
    "quote": "what somebody is said to have said, direct, mixed or indirect",
    "direct": "the words stand between quotation marks",
    "mixed": "part quoted, part reported",
    "indirect": "reported without quotation marks",
    "speaker": "the person or body whose words they are, under one name however an article calls them",
    "chain": "through whom the words came: the Kremlin, as cited by an agency",
    "inferred ~": "no article states it: it follows from other things, and e says from which",
    "unsure ?": "the speaker is a guess; the line below says between whom",
    "status": "how far you have checked a quote: from unchecked to matched or retracted",
    "tag": "a word of yours on a quote, article or event; tags may lie in one another: talks/ceasefire",
    "text changed": "the words, or who said them, are not those you marked any more: look again",
    "words gone": "the article no longer has the words; what you wrote on them stays",
    "saved search": "a search with a name; it finds what there is each time",
    "whose quotes": "which the pane lists: the article's, the event's, or everybody's",
}
