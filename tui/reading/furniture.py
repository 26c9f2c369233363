"""Short words and phrases that give a line of page furniture away, by what it is furniture of.

The list names what web pages say about themselves in general: no site, no person, no story.
"""

from __future__ import annotations

import re

_KINDS: tuple[tuple[str, str], ...] = (
    (
        "legal",
        r"©|\ball rights reserved\b|^copyright\b|\bprivacy (?:policy|notice|statement)\b|\bterms (?:of|and|&) (?:use|service|conditions)\b"
        r"|\bdisclaimer\b|\bcookies? (?:policy|settings|preferences)\b|\buse of (?:the )?materials\b|\bwithout warranty\b|\bliability\b"
        r"|\bregistered trademark\b|\bmay not be (?:published|reproduced|republished|broadcast)\b|\bhyperlink to\b|\brecaptcha\b"
        r"|\badhere to (?:our|the)\b|\bprotected by\b.*\bgoogle\b|\bproduct(?:s)? purchased\b|\baffiliate commission\b|\bearn (?:a )?commission\b",
    ),
    (
        "banner",
        r"^(?:error )?(?:40[0-9]|50[0-9])\b|\bpage (?:you (?:were|are) looking for|not found|cannot be found|does not exist)\b|\benable javascript\b"
        r"|\bjavascript (?:is|must be|has been)\b|\b(?:we|this (?:site|website)) uses? cookies\b|\bad ?block(?:er)?\b|\bad-free\b|\bskip to\b"
        r"|^sorry\W*$|\bbrowser (?:is|does)\b|\baccept (?:all )?cookies\b|\badvertisement\b|^loading\b",
    ),
    (
        "appeal",
        r"\ba message from\b|^dear readers?\b|\bsupport (?:us|our|independent)\b|\b(?:subscribe|sign up|sign in|log in|register)\b(?! (?:for|to) a\b)"
        r"|\bdonat(?:e|ion)\b|\bbecome a (?:member|subscriber|supporter|patron)\b|\bnewsletters?\b|\bremind me\b|\bfree trial\b|\bour journalism\b"
        r"|\byour (?:inbox|support|email|contribution)\b|\bdownload (?:the|our) app\b|\bdelivered (?:straight )?to\b|\bneed your help\b|\bpush notifications?\b",
    ),
    (
        "share",
        r"^(?:share|tweet|email|print|copy link|link copied|whatsapp|facebook|twitter|telegram|instagram|youtube|linkedin|pinterest|reddit|flipboard|x)\W*$"
        r"|\bshare (?:this|on|via|the|it)\b|\bfollow (?:us|me|him|her|them|@)|\bfollow \w+(?: \w+)? on\b|\blike(?:d)? (?:us|the story|this)\b|\bjoin us on\b"
        r"|^views\W*\d|^\d+ (?:comments?|shares?|views)\b|^comments?\W*\d*$|\bpost a comment\b|\bleave a (?:comment|reply)\b|^no comments?\b|\bjoin the conversation\b",
    ),
    (
        "related",
        r"^(?:also|please|must) read\b|^read (?:also|more|next|the full)\b|^see also\b|^related\b|^more (?:on|from|about|stories|news)\b|^you (?:may|might) (?:also )?(?:like|be interested)\b"
        r"|^(?:most|top|latest|trending|popular|recommended)(?: \w+)?$|^don['’]t miss\b|^watch:|^listen:|^up next\b|^editor['’]?s['’]? picks?\b|^what to read\b|^tags?\b:?|^topics?\b:?|^filed under\b"
        r"|^published under\b|^around the web\b|^sponsored\b|^promoted\b|^next (?:article|story)\b|^previous (?:article|story)\b|^for more\b|^click here\b|^trending\b|\bread more\W*$",
    ),
    (
        "caption",
        r"\b(?:image|photo|picture|video|illustration|graphic)s?(?: (?:by|courtesy|credit|source|via))? ?:|\((?:photo|image|picture|file photo|ap photo|ap|reuters|afp|getty images?)\b[^)]*\)?\W*$"
        r"|\bgetty images\b|\bap photo\b|\bshutterstock\b|\bfile ?-|\bfile photo\b|\bcourtesy (?:of|:)|\bimage credits?\b|\bphoto(?:graph)? by\b|\bscreengrab\b|\bscreenshot\b"
        r"|(?:^|[./|(] ?)(?:epa|afp|tass|reuters|ap|getty|unsplash|pexels|imago|dpa|anp|efe|ansa|xinhua|sputnik|pool|via ap|bloomberg)(?: images?| photo)?\)?\.?$",
    ),
)
_PATTERNS = tuple((reason, re.compile(pattern, re.IGNORECASE)) for reason, pattern in _KINDS)
_ANY = re.compile("|".join(f"(?P<k{n}>{pattern})" for n, (_, pattern) in enumerate(_KINDS)), re.IGNORECASE)

APPEAL_OPENS = re.compile(
    r"^(?:a|an urgent) message from\b|^dear (?:readers?|friends?|supporters?)\b|^(?:please )?support (?:us|our|independent)\b"
    r"|^(?:our|this) journalism\b|^we need your (?:help|support)\b",
    re.IGNORECASE,
)
PERSONAL = re.compile(r"\b(?:we|us|our|ours|you|your|yours|you're|we're|we've|you've)\b", re.IGNORECASE)


def reason(line: str) -> str:
    """Return what kind of furniture `line` says it is, "" for none."""
    for name, pattern in _PATTERNS:
        if pattern.search(line):
            return name
    return ""
