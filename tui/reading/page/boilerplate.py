"""The few words and phrases by which a page speaks of itself, by what they are furniture of.

They are what web pages in general say: no site, no person, no story. `GROUPS` feeds the features of
the line classifier; the phrases below it overrule the classifier where a line says outright what it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

GROUPS = {
    "talk": "reply replies comments comment commented says votes vote rating responses moderated moderator edited liked",
    "consent": "cookie cookies consent gdpr vendors preferences tracking analytics browser javascript",
    "offer": "subscribe subscriber subscribers subscription newsletter newsletters inbox email sign signup login log "
    "register account unlimited free trial app download alerts notifications donate support membership join member "
    "members password",
    "legal": "copyright rights reserved privacy policy terms conditions trademark registered disclaimer affiliate "
    "commission advertise advertisement advertising ads ad ltd inc llc sponsored",
    "share": "share facebook twitter instagram whatsapp linkedin youtube pinterest reddit telegram flipboard print "
    "copy link tweet follow x views",
    "more": "related recommended trending popular latest more read next previous also topics topic tags tag stories "
    "articles picks watch listen video videos podcast gallery see view continue story filed posts",
    "photo": "photo image credit getty images courtesy ap reuters afp file photograph picture caption shutterstock "
    "pictured photos via epa pool screenshot illustration",
    "menu": "menu search home contact about careers help skip content main navigation toggle close open show hide "
    "loading back top edition site website page click here shop",
    "meta": "published updated posted min ago minutes hours modified editor reporter correspondent staff writer "
    "journalist author contributor freelance",
}
_REASON = {
    "talk": "comments", "consent": "banner", "offer": "appeal", "legal": "legal", "share": "share",
    "more": "related", "photo": "caption", "menu": "menu", "meta": "menu",
}  # fmt: skip
_RANK = ("legal", "consent", "talk", "offer", "share", "photo", "more", "menu", "meta")
_GROUP_OF = {word: name for name, words in GROUPS.items() for word in words.split()}
KNOWN = frozenset(_GROUP_OF)
_WORD = re.compile(r"[^\W_]+")
_ASCII_WORD = re.compile(r"[a-z0-9]+")  # the same in small ASCII letters, and faster
_LONG = 60  # characters from which furniture without any cue is a teaser rather than a menu entry

_AGENCIES = r"(?:ap|afp|reuters|epa|efe|tass|dpa|ansa|anp|imago|xinhua|sputnik|getty(?: images)?|bloomberg|shutterstock|upi)"
_PHRASES: tuple[tuple[str, str, str], ...] = (
    # (reason, words one of which must stand in the line, phrase)
    (
        "caption",
        "photo image images picture courtesy credit file getty shutterstock screenshot illustration photograph video",
        r"\((?:file )?(?:photo|image|picture|illustration|credit|video|courtesy)\b[^)]{0,120}\)?\W*$"
        r"|\b(?:image|photo|picture|video)s? (?:courtesy|credit|source|by|via)\b.{0,80}$|\bgetty images\W{0,3}\w{0,20}\W*$"
        r"|^(?:file|photo|image|picture)s?(?: photo)?\s?[:–—-] |^(?:photo|image|picture) (?:by|credit|courtesy)\b"
        r"|\b(?:photo|image|credits?|illustration|photograph|courtesy): ?[A-Z(@].{0,80}$|\bfile photo\W*$",
    ),
    (
        "caption",
        "ap afp reuters epa efe tass dpa ansa anp imago xinhua sputnik getty bloomberg shutterstock upi pool",
        rf"(?:/ ?|\((?:[\w .,/-]{{0,60}}[/ ])?|\. [\w .-]{{3,40}}/ ?){_AGENCIES}(?: (?:photo|images?)[^)]{{0,60}})?\)?\.?$",
    ),
    (
        "related",
        "read see related more also watch listen click",
        r"^\W{0,3}(?:also |please |must |don.t )?read(?: also| more| next| here| the full\b.{0,40})?\s*(?:[:>»|–—-]|$)"
        r"|^\W{0,3}(?:see also|related|more (?:on|from) [^.]{2,60}|watch|listen|also (?:read|see|watch|on [^.:]{2,40}))\s*:"
        r"|^also read\b|^read more (?:on|about|from)\b|^click here\b",
    ),
    ("related", "read click tap", r"\b(?:(?:click|tap) here|read more)\W*$"),
    (
        "share",
        "share follow like social subscribe",
        r"\bshare (?:this|it|the) (?:\w+ )?(?:on|via|with)\b|^follow (?:us|[\w. ]{2,30}) on\b|^(?:like|share) (?:this|us)\b",
    ),
    (
        "legal",
        "©copyright copyright reserved policy reproduced materials warranty liability trademark redistributed",
        r"\ball rights reserved\b|^(?:copyright|©)|\bprivacy policy\b.*\bterms\b|\bterms\b.*\bprivacy policy\b"
        r"|\b(?:may|must) not be (?:published|reproduced|republished|broadcast|redistributed)\b|\bregistered trademark of\b"
        r"|\bany use of (?:the )?materials\b|\bwithout (?:any )?warranty\b",
    ),
    (
        "banner",
        "cookies javascript adblock blocker browser error sorry page ads",
        r"\b(?:we|site|website) uses? cookies\b|\benable javascript\b|\bad ?-?blocker\b|\byour browser\b|^(?:error|sorry)\W*$"
        r"|\bpage (?:that )?(?:you (?:were|are)|you're|you’re) (?:looking for|trying to)\b|\bpage (?:could not be|cannot be|was not|not) found\b"
        r"|\bdisabled (?:all )?ads\b|\bad-free\b",
    ),
    (
        "byline",
        "by",
        r"^(?-i:(?:(?:Written|Reported|Posted|Story|Report|Reporting) )?(?:By|by|BY):? (?:[A-ZÀ-Þ][\w.’'-]*,? ?|and |de |van |von |al-|bin ){1,8})$",
    ),
    (
        "appeal",
        "subscribe sign newsletter newsletters donate donation inbox support",
        r"\bsign up (?:for|to) (?:our|the|receive|get)\b|^subscribe\b|\bsubscribe to our\b|\byour inbox\b|^(?:please )?donate\b"
        r"|\bsupport our (?:work|journalism)\b|\b(?:our|the) (?:\w+ ){0,2}newsletters?\b.*\b(?:sign|subscribe|free)\b",
    ),
    (
        "appeal",
        "receive receiving unsubscribe reste suite abonnés abonnez weiterlesen abo suscriptores",
        r"^you (?:are receiving|receive) this (?:e-?mail|mail|message|newsletter)\b|^(?:to )?unsubscribe(?: here|:|$)"
        r"|^il vous reste [\d.,]+ ?% de cet article\b|^la suite est réservée aux abonnés\b|^abonnez-vous\b"
        r"|^(?:jetzt )?weiterlesen mit\b|^(?:sie haben|haben sie) bereits ein abo\b|^(?:contenido |artículo )?(?:exclusivo|solo) para suscriptores\b",
    ),
    (
        "menu",
        "lecture lesedauer lesezeit lectura чтения",
        r"^(?:temps de lecture|lesedauer|lesezeit|tiempo de lectura|время чтения)\b\W*\d{0,3}\W*(?:minut\w*|min|мин\w*)?\W*$",
    ),
)
_Rule = tuple[str, frozenset[str], Callable[[str], "re.Match[str] | None"]]


def _rule(reason_: str, words: str, phrase: str) -> _Rule:
    pattern = re.compile(phrase, re.IGNORECASE)
    # A phrase all of whose ways open a line need not be tried at every place of it.
    opens = all(way.startswith("^") for way in re.split(r"\|(?=\^|\\b)", phrase))
    return reason_, frozenset(words.split()), pattern.match if opens else pattern.search


_RULES = tuple(_rule(*phrase) for phrase in _PHRASES)
_TRIGGERS = frozenset(word for _, words, _ in _RULES for word in words)

APPEAL_OPENS = re.compile(
    r"^(?:(?:a|an urgent) message from|dear (?:readers?|friends?|supporters?)\b|(?:please )?support (?:us|our|independent)\b"
    r"|(?:our|this) journalism\b|we need your (?:help|support)\b|before you go\b|help us (?:keep|stay|continue)\b)",
    re.IGNORECASE,
)
PERSONAL = re.compile(r"\b(?:we|us|our|ours|you|your|yours|you're|we're|we've|you've)\b", re.IGNORECASE)


@lru_cache(maxsize=1024)  # each part of reading a page asks for the words of the same lines
def words_of(folded: str) -> tuple[str, ...]:
    """Return the words of a line that is in small letters already."""
    return tuple((_ASCII_WORD if folded.isascii() else _WORD).findall(folded))


@lru_cache(maxsize=512)  # as above
def outright(line: str) -> str:
    """Return what furniture a line of prose says outright that it is, "" for none."""
    found = words_of(line.lower())
    if _TRIGGERS.isdisjoint(found) and "©" not in line:
        return ""
    words = frozenset(found)
    for reason_, cues, stands_in in _RULES:
        if not words.isdisjoint(cues) and stands_in(line):
            return reason_
    return "legal" if line.startswith("©") else ""


def share(words: Sequence[str]) -> float:
    """Return how much of `words`, in small letters, are words by which pages speak of themselves, 0 to 1."""
    return len(KNOWN.intersection(words)) / len(words) if words else 0.0


@lru_cache(maxsize=4096)  # menus are the same on every page of an outlet
def reason(line: str) -> str:
    """Return why `line`, which is known not to be body, is on the page; "menu" where nothing tells."""
    if "©" in line:
        return "legal"
    words = KNOWN.intersection(words_of(line.lower()))
    if not words:
        return "related" if len(line) >= _LONG else "menu"
    found = {_GROUP_OF[word] for word in words}
    return next(_REASON[group] for group in _RANK if group in found)
